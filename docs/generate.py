"""Writes the parts of the documentation that the code knows best: ``make docs``. A test says when they are stale."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from xcheck.config.schema import config_schema
from xcheck.engine.schema import rule_schema
from xcheck.records.report import Report

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DESK = ROOT / "docs" / "serve.md"
SCHEMAS = ROOT / "docs" / "schema"
UNDERSTOOD = ROOT / "docs" / "understood.md"
TESTED = ROOT / "tests" / "claims" / "understood.yaml"
_INTRODUCTION = """# What is understood, and what is not

Made by `make docs` from the {rows} rows of `tests/claims/understood.yaml`. Each is a test; {failing} of them are
expected to fail, and the tests break as soon as one of those is understood. Every sentence is invented, and ¶ begins a
paragraph. Shown are lines of `xcheck claims` for the claim that begins with the words in bold; all was published on
Wednesday, 6 March 2024. What the slots mean: [claims](claims.md), [polarity, certainty, cause](certainty.md)."""
_SHOWN = re.compile(
    r"(<!-- (?:help|output): (xcheck [^>]*?) -->\n```(text|console)\n).*?(```\n<!-- end -->)", re.DOTALL
)


def generated() -> dict[Path, str]:
    """Every generated file with the content that it should have."""
    return {
        **{page: _SHOWN.sub(_with_output, page.read_text(encoding="utf-8")) for page in (README, DESK)},
        UNDERSTOOD: "\n".join(_understood(yaml.safe_load(TESTED.read_text(encoding="utf-8")))),
        SCHEMAS / "rule.json": json.dumps(rule_schema(), indent=2) + "\n",
        SCHEMAS / "config.json": json.dumps(config_schema(), indent=2) + "\n",
        SCHEMAS / "report.json": json.dumps(Report.model_json_schema(mode="serialization"), indent=2) + "\n",
    }


def _understood(slots: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """The page of what is understood and what is not, from the rows that the tests hold the code to."""
    rows = [row for entries in slots.values() for row in entries]
    failing = sum("fails" in row for row in rows)
    yield _INTRODUCTION.format(rows=len(rows), failing=failing)
    for slot, entries in slots.items():
        yield from ("", f"## {slot}", "", "| | text | what comes out |", "| --- | --- | --- |")
        yield from (_cells(row["kind"], _text(row), _lines(row)) for row in entries if "fails" not in row)
        missed = [row for row in entries if "fails" in row]
        if missed:
            yield from ("", "Not understood:", "", "| | text | what should come out | why it does not |")
            yield "| --- | --- | --- | --- |"
            yield from (_cells(row["kind"], _text(row), _lines(row), row["fails"]) for row in missed)
    yield ""


def _text(row: dict[str, Any]) -> str:
    return str(row["text"]).replace(row["of"], f"**{row['of']}**", 1)


def _lines(row: dict[str, Any]) -> str:
    return "<br>".join(f"`{line}`" for line in row["out"])


def _cells(*words: str) -> str:
    plain = (" ¶ ".join(cell.split("\n\n")).replace("|", "\\|") for cell in words)
    return f"| {' | '.join(plain)} |"


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
