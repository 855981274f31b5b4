"""Article text made safe to show. Articles are untrusted: what would steer a terminal or hide is spelled out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # an error message, which needs no record, is made visible as well
    from xcheck.records.finding import Evidence

# Controls, format characters such as bidi marks, surrogates, private and unassigned ones, separators of lines.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class Run(NamedTuple):
    """A stretch of visible text: ``marked`` when the finding turns on it."""

    text: str
    marked: bool


def visible(text: str) -> str:
    """The text on one line: runs of white space as one space, every unseen character as ``<U+202E>``.

    The old form of workflow commands is broken: GitHub's runners obey it wherever in a line it stands.
    """
    shown = text if _is_plain(text) else "".join(run.text for run in _folded((c, False) for c in text))
    return shown.strip().replace("##[", "##<U+005B>")


def runs(evidence: Evidence) -> tuple[Run, ...]:
    """The passage as visible text, cut where the words that the finding turns on begin and end.

    Where it turns on every word, none is marked: to underline all is to point at nothing.
    """
    flags = bytearray(len(evidence.text))
    for first, last in evidence.focus:
        start, end = max(0, first - evidence.start), min(len(flags), last - evidence.start)
        flags[start:end] = b"\1" * max(0, end - start)
    marked = not all(flags)
    if _is_plain(evidence.text):
        return tuple(_cut(evidence.text, flags if marked else bytearray(len(flags))))
    return tuple(_folded((c, marked and bool(flag)) for c, flag in zip(evidence.text, flags, strict=True)))


def _is_plain(text: str) -> bool:
    """Whether nothing in a text is unseen, and nothing to be folded."""
    return text.isprintable() and "  " not in text


def _cut(text: str, flags: bytearray) -> Iterator[Run]:
    """The text where it begins and ends to be marked."""
    start = 0
    for flag, group in groupby(flags):
        end = start + len(list(group))
        yield Run(text[start:end], bool(flag))
        start = end


def _folded(characters: Iterator[tuple[str, bool]]) -> Iterator[Run]:
    shown = list(_shown(characters))
    for marked, group in groupby(shown, key=lambda run: run.marked):
        yield Run("".join(run.text for run in group), marked)


def _shown(characters: Iterator[tuple[str, bool]]) -> Iterator[Run]:
    after_space = False
    for character, marked in characters:
        space = character.isspace()
        if not (space and after_space):
            yield Run(" " if space else _spelled(character), marked)
        after_space = space


def _spelled(character: str) -> str:
    return f"<U+{ord(character):04X}>" if unicodedata.category(character) in _UNSEEN else character
