"""Two versions of a draft: what changed word by word, which findings came and went, what the change contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from xcheck.desk.store.records import Version
from xcheck.records.finding import Finding
from xcheck.records.report import Report

Change = Literal["same", "gone", "new"]
_WORD = re.compile(r"\s+|[^\s]+")
_MOST_WORDS = 4_000  # of a stretch that is compared word by word; a longer one is shown as a whole


class Stretch(NamedTuple):
    """A stretch of one of the two texts, and whether both have it."""

    change: Change
    text: str


class Findings(NamedTuple):
    """The findings that came and went; ``inside`` are those new ones that set the draft against itself."""

    new: tuple[Finding, ...]
    inside: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def stretches(before: str, after: str) -> list[Stretch]:
    """The two texts as one, in order: what both have, what is gone, what is new."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Stretch] = []
    gone: list[str] = []
    come: list[str] = []
    for change, line in _parted(old, new):
        if change == "same":
            found += [*_words("".join(gone), "".join(come)), Stretch("same", line)]
            gone, come = [], []
        else:
            (gone if change == "gone" else come).append(line)
    return _joined([*found, *_words("".join(gone), "".join(come))])


def findings(before: Version, after: Version) -> Findings:
    """The findings of the two versions held against each other, by what they say of which words."""
    old, new = _found(before.report), _found(after.report)
    come = [f for key, f in new.items() if key not in old]
    gone = [f for key, f in old.items() if key not in new]
    inside = [f for f in come if _is_inside(f)]
    return Findings(tuple(f for f in come if f not in inside), tuple(inside), tuple(gone))


def _is_inside(finding: Finding) -> bool:
    """Whether a finding sets two passages of one text against each other."""
    return len(finding.evidence) > 1 and len({e.document for e in finding.evidence}) == 1


def _found(report: Report | None) -> dict[str, Finding]:
    return {f.fingerprint: f for f in (report.findings if report else ()) if f.kind in ("divergence", "extrapolation")}


def _words(gone: str, come: str) -> list[Stretch]:
    old, new = _WORD.findall(gone), _WORD.findall(come)
    if len(old) > _MOST_WORDS or len(new) > _MOST_WORDS:
        return [Stretch("gone", gone), Stretch("new", come)]
    return [Stretch(change, text) for change, text in _parted(old, new)]


def _parted(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Change, str]]:
    """The parts of two sequences in one order: of a place where they part, what is gone comes first."""
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield from _all("same", old[step.src_start : step.src_end])
        else:
            yield from _all("gone", old[step.src_start : step.src_end])
            yield from _all("new", new[step.dest_start : step.dest_end])


def _all(change: Change, parts: Sequence[str]) -> Iterator[tuple[Change, str]]:
    return ((change, part) for part in parts)


def _joined(parts: Sequence[Stretch]) -> list[Stretch]:
    """Neighbours of one kind as one stretch; between two "same", what is gone before what is new."""
    found: list[Stretch] = []
    changed: dict[Change, str] = {"gone": "", "new": ""}
    blank = ""  # behind a change: it goes with it if another change follows
    for part in parts:
        if part.change != "same":
            changed = {change: text + blank for change, text in changed.items()}
            changed[part.change] += part.text
            blank = ""
        elif part.text.isspace() and "\n" not in part.text and any(changed.values()):
            blank += part.text
        else:
            found += [*_settled(changed), Stretch("same", blank + part.text)]
            changed, blank = {"gone": "", "new": ""}, ""
    return _merged([*found, *_settled(changed), Stretch("same", blank)])


def _settled(changed: dict[Change, str]) -> list[Stretch]:
    return [Stretch(change, text) for change, text in changed.items() if text]


def _merged(parts: Sequence[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for part in parts:
        if found and found[-1].change == part.change == "same":
            found[-1] = Stretch("same", found[-1].text + part.text)
        elif part.text:
            found.append(part)
    return found
