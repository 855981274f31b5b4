"""What an author tells xcheck inside a text: ``<!-- xcheck: ignore[XQ002] reason -->``. Nobody reads it as article."""

from __future__ import annotations

import re

DIRECTIVE = re.compile(r"<!--[ \t]*+xcheck:[ \t]*+((?:(?!-->)[^\n\r]){0,600})-->")


def stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where directives stand, as ``(start, end)``, in order. Each stands on one line."""
    return tuple(found.span() for found in DIRECTIVE.finditer(text))


def alone(line: str) -> bool:
    """Whether a line holds directives and nothing else."""
    return "<!--" in line and not DIRECTIVE.sub("", line).strip()
