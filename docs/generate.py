"""Writes the parts of the documentation that the code knows best: ``make docs``. A test says when they are stale."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from xcheck.config.schema import config_schema
from xcheck.engine.schema import rule_schema
from xcheck.records.report import Report

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
SCHEMAS = ROOT / "docs" / "schema"
_SHOWN = re.compile(
    r"(<!-- (?:help|output): (xcheck [^>]*?) -->\n```(text|console)\n).*?(```\n<!-- end -->)", re.DOTALL
)


def generated() -> dict[Path, str]:
    """Every generated file with the content that it should have."""
    return {
        README: _SHOWN.sub(_with_output, README.read_text(encoding="utf-8")),
        SCHEMAS / "rule.json": json.dumps(rule_schema(), indent=2) + "\n",
        SCHEMAS / "config.json": json.dumps(config_schema(), indent=2) + "\n",
        SCHEMAS / "report.json": json.dumps(Report.model_json_schema(mode="serialization"), indent=2) + "\n",
    }


def _with_output(found: re.Match[str]) -> str:
    """A block of the README with what its command prints in 80 columns, or with the command's help."""
    head, command, form, tail = found.groups()
    if form == "text":
        return f"{head}{_printed(f'{command} --help')}{tail}"
    return f"{head}$ {command}\n{_printed(command)}{tail}"


def _printed(command: str) -> str:
    words = [sys.executable, "-m", *command.split()]
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, encoding="utf-8")  # noqa: S603
    return done.stdout


def main() -> None:
    """Writes the generated files that are stale; with ``--check``, only names them and fails where there are some."""
    stale = {p: text for p, text in generated().items() if not p.exists() or p.read_text(encoding="utf-8") != text}
    if sys.argv[1:] == ["--check"]:
        sys.exit(" ".join([*(path.name for path in stale), "out of date: make docs"]) if stale else 0)
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
