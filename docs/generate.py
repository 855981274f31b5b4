"""Write the parts of the documentation that come from the code: ``make docs``. A test fails when they are stale."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
import yaml

from xcheck.cli.main import app
from xcheck.config.schema import config_schema
from xcheck.config.written import template
from xcheck.engine.schema import rule_schema
from xcheck.records.report import Report

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
SCHEMAS = ROOT / "docs" / "schema"
UNDERSTOOD = ROOT / "docs" / "understood.md"
COMMANDS = ROOT / "docs" / "commands.md"
CONFIGURATION = ROOT / "docs" / "configuration.md"
WIDTH = 100
TESTED = ROOT / "tests" / "claims" / "understood.yaml"
_INTRODUCTION = """# What is understood

This page shows what xcheck reads from {rows} invented sentences, and what it gets wrong in {failing} of them.
`make docs` writes it from `tests/claims/understood.yaml`; each row is a test. The bold words begin the claim, ¶ begins
a paragraph, and the right column has lines of `xcheck claims`. All articles were published on Wednesday, 6 March 2024.
[Claims](claims.md) and [polarity, certainty, cause, stance](certainty.md) explain the lines."""
_COMMANDS = """# Commands

`make docs` writes this page from the help of the command line. [The README](../README.md#exit-codes) lists the exit
codes.

- `--select` and `--ignore` take rule ids (`XQ002`), rule names, the letters of a family (`XQ`), kinds (`divergence`)
  and types (`modality`), separated by commas.
- `--output FORMAT=PATH` writes a report to a file, and nothing goes to standard output unless `--format` is given too.
  A report never overwrites a file that was read.
- `NO_COLOR` and `FORCE_COLOR` are respected.
- xcheck keeps claims between runs in your cache directory. `XCHECK_CACHE_DIR` names another directory.
"""
_SHOWN = re.compile(r"(<!-- output: (xcheck [^>]*?) -->\n```console\n).*?(```\n<!-- end -->)", re.DOTALL)
_TEMPLATE = re.compile(r"(<!-- init -->\n```toml\n).*?(```\n<!-- end -->)", re.DOTALL)


def generated() -> dict[Path, str]:
    """Return every generated file with the content that it should have."""
    return {
        README: _SHOWN.sub(_with_output, README.read_text(encoding="utf-8")),
        COMMANDS: "\n".join([_COMMANDS, *_commands()]),
        CONFIGURATION: _TEMPLATE.sub(
            lambda found: f"{found[1]}{template()}{found[2]}", CONFIGURATION.read_text(encoding="utf-8")
        ),
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


def _commands() -> Iterator[str]:
    """A section for each command and subcommand, in the order of the help."""
    for words, command in _leaves(("xcheck",), typer.main.get_command(app)):
        context = command.make_context(" ".join(words), [], resilient_parsing=True, terminal_width=WIDTH)
        yield f"## {' '.join(words)}\n\n```text\n{command.get_help(context).strip()}\n```\n"


def _leaves(words: tuple[str, ...], command: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    below: dict[str, Any] = getattr(command, "commands", {})
    if not below:
        yield words, command
    for name, one in below.items():
        if not one.hidden:
            yield from _leaves((*words, name), one)


def _with_output(found: re.Match[str]) -> str:
    """A block with what its command prints in 80 columns."""
    head, command, tail = found.groups()
    return f"{head}$ {command}\n{_printed(command)}{tail}"


def _printed(command: str) -> str:
    words = [sys.executable, "-m", *command.split()]
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, encoding="utf-8")  # noqa: S603
    return done.stdout


def main() -> None:
    """Write the generated files that are stale. With ``--check``, only name them, and exit with 1 if there are any."""
    stale = {p: text for p, text in generated().items() if not p.exists() or p.read_text(encoding="utf-8") != text}
    if sys.argv[1:] == ["--check"]:
        sys.exit(" ".join([*(path.name for path in stale), "out of date: make docs"]) if stale else 0)
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
