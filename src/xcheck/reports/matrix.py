"""The matrix of a story: claims that belong together as rows, sources as columns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Reports
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.comparison import Slot
from xcheck.records.finding import Finding
from xcheck.records.report import Report, ReportedClaim
from xcheck.records.slots import SLOT_OF_TYPE, TABLE
from xcheck.reports.passage import visible
from xcheck.reports.slot_words import certainty_of, said, shown, spans, speaker
from xcheck.reports.summary import by_weight, fresh


class Cell(NamedTuple):
    """What one source says: its answers where the row's sources part, and its hedge and speaker besides.

    ``claim`` is the one that the weightiest finding of the row turns on; ``claims`` are all of one sentence.
    """

    claim: ReportedClaim
    claims: tuple[ReportedClaim, ...]
    values: tuple[str, ...]
    asides: tuple[str, ...]


class Row(NamedTuple):
    """One thing that sources speak of. ``cells`` is keyed by document id; ``findings`` are those inside the row."""

    title: str
    kind: str
    types: tuple[str, ...]
    cells: Mapping[str, Cell]
    findings: tuple[Finding, ...]


class Matrix(NamedTuple):
    """``columns`` are the origins by document id, each with all documents that print it; rows weightiest first.

    ``lone`` holds, by origin, the claims that it alone makes and that a rule has spoken of.
    """

    columns: Mapping[str, tuple[str, ...]]
    rows: tuple[Row, ...]
    lone: Mapping[str, tuple[ReportedClaim, ...]]


def matrix(report: Report) -> Matrix:
    """The rows and columns of a report.

    A row holds at most one place of each article, so that a chain of near matches does not make one row of a story.
    """
    origin = {d.id: d.origin or d.id for d in report.documents}
    claims = {c.id: c for c in report.claims}
    groups = _groups(_pairs(report, claims), claims)
    rows = [_row(group, pairs_in, claims, origin) for group, pairs_in in groups]
    rows.sort(key=lambda row: (row.kind != "divergence", -len(row.cells)))
    columns: dict[str, tuple[str, ...]] = {}
    for name, first in origin.items():
        columns[first] = (*columns.get(first, ()), name)
    return Matrix(columns, tuple(rows), _lone(report, {c for group, _ in groups for c in group}, origin))


def _pairs(report: Report, claims: Container[str]) -> list[Finding]:
    """The findings about two claims that are not accepted."""
    return [f for f in fresh(report.findings) if len(f.claims) == 2 and all(c in claims for c in f.claims)]


def excerpt(claim: Claim) -> str:
    """The claim's words on one line, without what joins them to others, cut at a word where they are long."""
    joined = re.compile(rf"^(?:{'|'.join(lexicon(Reports).joining)})\s+(?=\w)", re.IGNORECASE)
    words, most = joined.sub("", visible(claim.text)), lexicon(Reports).shown.excerpt
    words = words[:1].upper() + words[1:]
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"


def _groups(
    pairs: Iterable[Finding], claims: Mapping[str, ReportedClaim]
) -> list[tuple[tuple[str, ...], list[Finding]]]:
    """The claims of each row, and the findings among them: the surest findings join first."""
    group_of: dict[str, frozenset[str]] = {}
    ordered = sorted(pairs, key=lambda f: (-f.confidence, f.id))
    for finding in ordered:
        joined = frozenset().union(*(group_of.get(c, frozenset({c})) for c in finding.claims))
        if _one_place_each(claims[c] for c in joined):
            group_of.update(dict.fromkeys(joined, joined))
    inside: dict[frozenset[str], list[Finding]] = {}
    for finding in ordered:
        group = group_of.get(finding.claims[0])
        if group is not None and finding.claims[1] in group:
            inside.setdefault(group, []).append(finding)
    place = {name: i for i, name in enumerate(claims)}
    return [(tuple(sorted(group, key=place.__getitem__)), found) for group, found in inside.items()]


def _one_place_each(joined: Iterable[ReportedClaim]) -> bool:
    places = {(c.document, c.sentence.start) for c in joined}
    return len({document for document, _ in places}) == len(places)


def _row(
    group: Sequence[str], findings: Sequence[Finding], claims: Mapping[str, ReportedClaim], origin: Mapping[str, str]
) -> Row:
    """A reprint's claims stand in its origin's column, which its first article speaks for."""
    ranked = [*chain.from_iterable(found for _, found in by_weight(findings))]
    types = tuple(dict.fromkeys(f.type for f in ranked if f.kind == "divergence" and f.type))
    weight = {c: i for i, f in reversed(list(enumerate(ranked))) for c in f.claims}
    ordered = sorted((claims[c] for c in group), key=lambda c: (origin[c.document] != c.document, weight[c.id]))
    cells = {column: _cell(own, types, ranked) for column, own in _columns(ordered, origin).items()}
    title = min((excerpt(claims[c]) for c in ranked[0].claims), key=len)
    return Row(title, ranked[0].kind, types, cells, tuple(ranked))


def _columns(claims: Iterable[ReportedClaim], origin: Mapping[str, str]) -> dict[str, list[ReportedClaim]]:
    """The claims in each column, of the article whose claim comes first in it."""
    columns: dict[str, list[ReportedClaim]] = {}
    for claim in claims:
        own = columns.setdefault(origin[claim.document], [])
        if not own or own[0].document == claim.document:
            own.append(claim)
    return columns


def _cell(claims: Sequence[ReportedClaim], types: Sequence[str], findings: Sequence[Finding]) -> Cell:
    claim = claims[0]
    values = [_told(claims, SLOT_OF_TYPE[kind], findings) for kind in types if kind in SLOT_OF_TYPE]
    asides = [certainty_of(claim)] if claim.certainty != "fact" and "modality" not in types else []
    if claim.attribution and "attribution" not in types:
        asides.append(speaker(claim))
    return Cell(claim, tuple(claims), tuple(dict.fromkeys(filter(None, values))), tuple(asides))


def _told(claims: Sequence[Claim], slot: Slot, findings: Sequence[Finding]) -> str:
    """What one sentence says in a slot: of a list the values that the findings turn on."""
    if TABLE[slot].is_list:
        return ", ".join(filter(None, (_turned_on_words(c, slot, findings) for c in claims)))
    return ", ".join(said(claims[0], slot)) or "no cause"


def _turned_on_words(claim: Claim, slot: Slot, findings: Sequence[Finding]) -> str:
    return ", ".join(dict.fromkeys(shown(s) for s in turned_on(claim, slot, findings)))


def turned_on(claim: Claim, slot: Slot, findings: Iterable[Finding]) -> tuple[Span, ...]:
    """The values of a claim in a slot that the findings turn on, in the text's order."""
    focus = [
        stretch for f in findings for e in f.evidence if e.document == claim.document and claim.id in f.claims
        for stretch in e.focus
    ]  # fmt: skip
    return tuple(s for s in spans(claim, slot) if any(s.start < end and start < s.end for start, end in focus))


def _lone(report: Report, grouped: set[str], origin: Mapping[str, str]) -> dict[str, tuple[ReportedClaim, ...]]:
    alone = {f.claims[0] for f in report.findings if len(f.claims) == 1} - grouped
    found: dict[str, list[ReportedClaim]] = {}
    for claim in report.claims:
        if claim.id in alone:
            found.setdefault(origin[claim.document], []).append(claim)
    return {name: tuple(own) for name, own in found.items()}
