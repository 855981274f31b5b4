"""Check the prose of the pages: proselint's checks, the phrases of ``style.yaml``, long sentences (``make lint``)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from proselint.checks import __register__ as published
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.registry.checks import Check, CheckResult, types
from proselint.tools import LintFile
from website import pages

ROOT = Path(__file__).resolve().parents[1]
STYLE = ROOT / "docs" / "style.yaml"
EXAMPLES = ("understood.md",)  # generated from tests: the sentences are what xcheck is tried on
_NO_PROSE = re.compile(
    r"^(?P<fence> *`{3,})[^\n]*\n.*?^ *`{3,}$|`[^`\n]+`|<!--.*?-->|\]\([^)\n]*\)|\"[^\"\n]{1,200}\"|“[^”\n]{1,200}”",
    re.DOTALL | re.MULTILINE,
)
_ENDS = re.compile(r"[.!?:;](?=[\s*)]|$)|\n\s*\n|\n(?= *(?:[-*#|]|\d+\.) )|\|")


def problems(text: str, style: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the message of each problem in a page, in order."""
    registry = CheckRegistry()
    registry.checks.clear()
    registry.register_many((*published, *_own(style)))
    disabled = dict.fromkeys(style["disabled"], False)
    checks = {**disabled, **DEFAULT["checks"], **disabled, "style": True}  # the first key that fits decides
    content = _NO_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for result in LintFile("page", content).lint({"max_errors": 10_000, "checks": checks}):
        yield f"\n{content}".count("\n", 0, result.check_result.span[0]), result.check_result.message


def _own(style: dict[str, Any]) -> Iterator[Check]:
    forms = {f"(?i){phrase}": instead for phrase, instead in style["phrases"].items()}
    yield Check(types.PreferredForms(items=forms), path="style.phrases", message="Write '{}' instead of '{}'.")

    def lengths(text: str, _: Check) -> Iterator[CheckResult]:
        start = 0
        for end in [*(found.end() for found in _ENDS.finditer(text)), len(text)]:
            words = len(text[start:end].split())
            if words > style["longest"]:
                message = f"A sentence of {words} words: split it."
                yield CheckResult("style.length", message, (end - len(text[start:end].lstrip()), end), None)
            start = end

    yield Check(lengths, path="style.length")


def main() -> None:
    """Print the problems of every page, and exit with 1 if there are any."""
    style = yaml.safe_load(STYLE.read_text(encoding="utf-8"))
    paths = [path for path in pages(ROOT) if path.name not in EXAMPLES]
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {message}"
        for path in paths
        for line, message in problems(path.read_text(encoding="utf-8"), style)
    ]
    sys.exit("\n".join(found) if found else 0)


if __name__ == "__main__":
    main()
