"""What every format says in the same words: the order of findings, where a passage stands, and the counts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from xcheck.records.finding import Evidence, Finding, Kind
from xcheck.records.report import Report, State
from xcheck.resources import memoised

HEADINGS: dict[Kind, str] = {
    "divergence": "Divergences",
    "extrapolation": "Extrapolations",
    "agreement": "Agreements",
    "uncorroborated": "Uncorroborated",
}
_COUNTED: dict[Kind, str] = {
    "agreement": "agreements",
    "divergence": "divergences",
    "extrapolation": "extrapolations",
    "uncorroborated": "uncorroborated",
}
_NAMED = 3  # documents named in a sentence; more are counted
_WEIGHTS = {"error": 0, "warning": 1, "note": 2}


def by_weight(findings: Iterable[Finding]) -> list[tuple[Kind, list[Finding]]]:
    """The findings of each kind that has some, weightiest first: by severity, then by confidence.

    Findings of equal weight keep the order in which the report has them. What a baseline accepted before is left out.
    """
    groups: dict[Kind, list[Finding]] = {kind: [] for kind in HEADINGS}
    for finding in fresh(findings):
        groups[finding.kind].append(finding)
    return [(kind, sorted(group, key=weight)) for kind, group in groups.items() if group]


def weight(finding: Finding) -> tuple[int, float]:
    """The key by which the weightiest finding comes first: by severity, then by confidence."""
    return _WEIGHTS[finding.severity], -finding.confidence


def label(finding: Finding) -> str:
    """What kind of thing was found, by which rule, and how sure that is."""
    return " · ".join([*filter(None, [finding.type]), finding.rule, f"confidence {finding.confidence:.2f}"])


def told(finding: Finding) -> str:
    """The finding's message, and a sentence for each passage that other articles print too."""
    prints = (
        f"{some(e.reprints)} {_verb(e.reprints)} the words of {e.document} too." for e in finding.evidence if e.reprints
    )
    return " ".join([finding.message, *prints])


def some(names: Sequence[str]) -> str:
    """A few names, and how many more: ``b, c, d and 4 others``."""
    shown = [*names] if len(names) <= _NAMED + 1 else [*names[:_NAMED], f"{len(names) - _NAMED} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _verb(names: Sequence[str]) -> str:
    return "prints" if len(names) == 1 else "print"


def location(evidence: Evidence, paths: Mapping[str, str], texts: Mapping[str, str]) -> tuple[str, int | None]:
    """The path of the passage's document and its line, counted from 1; no line where the text is not at hand.

    ``paths`` and ``texts`` are keyed by document id.
    """
    text = texts.get(evidence.document)
    line = None if text is None else bisect_left(line_ends(text), evidence.start) + 1
    return paths.get(evidence.document, evidence.document), line


@memoised(1024)
def line_ends(text: str) -> list[int]:
    """The offsets of the line breaks of a text, in order."""
    return [i for i, c in enumerate(text) if c == "\n"]


def counts(report: Report, *, agreements: bool = True) -> str:
    """One line of counts: ``61 claims, 9 agreements, 7 divergences, 12 extrapolations``, and what was left out.

    ``agreements``: they are shown as well.
    """
    found = Counter(f.kind for f in fresh(report.findings))
    listed = [k for k in _COUNTED if (agreements or k != "agreement") and (found[k] or k != "uncorroborated")]
    parts = [number(len(report.claims), "claims"), *(number(found[k], _COUNTED[k]) for k in listed)]
    parts += _left_out(report)
    if found["agreement"] and not agreements:
        parts.append(f"{number(found['agreement'], _COUNTED['agreement'])} not listed (see --show-agreements)")
    return ", ".join(parts)


def _left_out(report: Report) -> list[str]:
    """How much of each sort a report does not list, for what there is."""
    left_out = {
        "accepted before": sum(f.baseline == "unchanged" for f in report.findings),
        "let pass": len(report.suppressed),
        "hidden": report.hidden,
        "not flagged": len(report.not_flagged),
        "folded (--all shows them)": report.folded,
        "skipped": len(report.skipped),
    }
    return [f"{n} {name}" for name, n in left_out.items() if n]


def fresh(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that no baseline has accepted before, in their order."""
    return [f for f in findings if f.baseline != "unchanged"]


def ended(report: Report) -> list[tuple[State, int]]:
    """How many claims ended in each state, the gravest first; states of no claim are left out."""
    found = Counter(c.state for c in report.claims)
    return [(state, found[state]) for state in get_args(State) if found[state]]


def endings(report: Report) -> str:
    """How the claims ended, in a line: ``7 diverging, 5 not compared (list-slot 3, unrealised 2), 30 alone``."""
    parts = [f"{n} {state.replace('-', ' ')}" for state, n in ended(report)]
    kept = ", ".join(f"{gate} {n}" for gate, n in _ranked(c.gate for c in report.claims if c.gate))
    return ", ".join(f"{part} ({kept})" if part.endswith("not compared") else part for part in parts)


def idle(report: Report) -> list[str]:
    """A sentence for each suppression that lets nothing pass, with its place."""
    return [f"{s.place}: the suppression of {s.names} is idle: {s.reason}" for s in report.unused_suppressions]


def number(n: int, plural: str) -> str:
    """So many of something: ``1 claim``, ``2 claims``."""
    return f"{n} {plural.removesuffix('s') if n == 1 else plural}"


def gates(report: Report) -> list[tuple[str, int]]:
    """How many pairs each gate kept from being a finding, the busiest gate first."""
    return _ranked(n.gate for n in report.not_flagged)


def rules(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """How many of the findings each rule has raised, the busiest rule first."""
    return _ranked(f.rule for f in findings)


def _ranked(names: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
