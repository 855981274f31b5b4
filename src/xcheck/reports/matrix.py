"""The matrix of a story: claims that belong together as rows, sources as columns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from xcheck.nlp.lexicon import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Claim, Time
from xcheck.records.finding import Finding
from xcheck.records.report import Report, ReportedClaim
from xcheck.reports.passage import visible
from xcheck.reports.summary import by_weight, fresh

# The slots that a type of divergence turns on, by the claim's fields.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "quantity": ("quantities",),
    "quantity-unknown": ("quantities",),
    "time": ("times",),
    "place": ("places",),
    "entity": ("participants",),
    "role": ("roles",),
    "quote": ("quotes",),
}


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
    joined = re.compile(rf"^(?:{'|'.join(lexicon('reports')['joining'])})\s+(?=\w)", re.IGNORECASE)
    words, most = joined.sub("", visible(claim.text)), lexicon("reports")["shown"]["excerpt"]
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
    ranked = [f for _, found in by_weight(findings) for f in found]
    types = tuple(dict.fromkeys(f.type for f in ranked if f.kind == "divergence" and f.type))
    weight = {c: i for i, f in reversed(list(enumerate(ranked))) for c in f.claims}
    columns: dict[str, list[ReportedClaim]] = {}
    for claim in sorted((claims[c] for c in group), key=lambda c: (origin[c.document] != c.document, weight[c.id])):
        own = columns.setdefault(origin[claim.document], [])
        if not own or own[0].document == claim.document:
            own.append(claim)
    cells = {column: _cell(own, types, ranked) for column, own in columns.items()}
    title = min((excerpt(claims[c]) for c in ranked[0].claims), key=len)
    return Row(title, ranked[0].kind, types, cells, tuple(ranked))


def _cell(claims: Sequence[ReportedClaim], types: Sequence[str], findings: Sequence[Finding]) -> Cell:
    claim = claims[0]
    certainty, voice = certainty_of(claim), speaker(claim)
    told = {"modality": certainty, "attribution": voice, "polarity": claim.polarity}
    told["cause"] = visible(claim.cause.text) if claim.cause else "no cause"
    values = [told.get(t) or ", ".join(filter(None, (_turned_on_words(c, t, findings) for c in claims))) for t in types]
    asides = [certainty] if claim.certainty != "fact" and "modality" not in types else []
    if claim.attribution and "attribution" not in types:
        asides.append(voice)
    return Cell(claim, tuple(claims), tuple(dict.fromkeys(filter(None, values))), tuple(asides))


def _turned_on_words(claim: Claim, kind: str, findings: Sequence[Finding]) -> str:
    spans = [span for field in _FIELDS.get(kind, ()) for span in turned_on(claim, field, findings)]
    return ", ".join(dict.fromkeys(time_words(s) if isinstance(s, Time) else visible(s.text) for s in spans))


def certainty_of(claim: Claim) -> str:
    """The claim's degree of certainty in words."""
    return "stated as fact" if claim.certainty == "fact" else claim.certainty.replace("-", " ")


def speaker(claim: Claim) -> str:
    """Who the claim credits, in words."""
    if claim.attribution is None:
        return "the article itself"
    source = claim.attribution.source
    return "somebody unnamed" if source is None else visible(source.name or source.text)


def time_words(time: Time) -> str:
    """The words of a time, and where they do not tell it the days that it can reach: ``Monday (2024-11-25)``."""
    days = dict.fromkeys(day.isoformat() for day in (time.first, time.last) if day)
    words = visible(time.text)
    return f"{words} ({' to '.join(days)})" if days and time.value not in words else words


def turned_on(claim: Claim, field: str, findings: Iterable[Finding]) -> tuple[Span, ...]:
    """The values of a claim's field (``quantities``, ``times`` …) that the findings turn on, in the text's order."""
    focus = [
        stretch for f in findings for e in f.evidence if e.document == claim.document and claim.id in f.claims
        for stretch in e.focus
    ]  # fmt: skip
    return tuple(s for s in getattr(claim, field) if any(s.start < end and start < s.end for start, end in focus))


def _lone(report: Report, grouped: set[str], origin: Mapping[str, str]) -> dict[str, tuple[ReportedClaim, ...]]:
    alone = {f.claims[0] for f in report.findings if len(f.claims) == 1} - grouped
    found: dict[str, list[ReportedClaim]] = {}
    for claim in report.claims:
        if claim.id in alone:
            found.setdefault(origin[claim.document], []).append(claim)
    return {name: tuple(own) for name, own in found.items()}
