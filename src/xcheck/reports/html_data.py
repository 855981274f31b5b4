"""What the review's script works with: claims, findings and reasons as one compact JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any, NamedTuple

from markupsafe import Markup

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Gates
from xcheck.records.claim import Claim
from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report
from xcheck.records.rule import Rule
from xcheck.records.slots import slots_by_heading
from xcheck.reports.html_article import ShownText
from xcheck.reports.html_names import Letters, Name, lettered, letters
from xcheck.reports.html_standing import copies, standings
from xcheck.reports.html_words import words
from xcheck.reports.slot_words import said
from xcheck.reports.summary import by_weight
from xcheck.reports.templating import in_script

# The rows of the table of a finding: a heading, the slots compared in it.
_ROWS = slots_by_heading()
# Gravest first: of several outcomes in a row the first is shown. {left} and {right} are the articles' letters.
_OUTCOMES: Mapping[str, str] = {
    "conflict": "differs",
    "known-vs-unknown": "differs: one unknown",
    "raised": "differs: {right} surer",
    "lowered": "differs: {left} surer",
    "only-left": "only {left}",
    "only-right": "only {right}",
    "narrower": "{right} narrower",
    "wider": "{right} wider",
    "compatible": "compatible",
    "same": "same",
    "incomparable": "not comparable",
}


class _Places(NamedTuple):
    """Where everything stands: claims and documents by position, texts with their UTF-16 offsets, names."""

    claims: Mapping[str, int]
    documents: Mapping[str, int]
    texts: Mapping[str, ShownText]
    named: Mapping[str, Name]
    letters: Letters

    def at(self, document: str, start: int, end: int) -> list[int]:
        """A stretch in a browser's count, clamped to its text; nowhere where the text is not at hand."""
        if document not in self.texts:
            return [0, 0]
        at = self.texts[document].at
        return [at[min(start, len(at) - 1)], at[min(end, len(at) - 1)]]


def data(report: Report, texts: Mapping[str, ShownText], named: Mapping[str, Name], rules: Iterable[Rule]) -> Markup:
    """The object as JSON that may stand in a script element.

    Places are UTF-16 offsets into the articles' shown texts; claims and documents are named by their positions.
    """
    claims = {c.id: i for i, c in enumerate(report.claims)}
    documents = {d.id: i for i, d in enumerate(report.documents)}
    places = _Places(claims, documents, texts, named, letters(named))
    found = [f for _, group in by_weight(report.findings) for f in group]
    held = [n for n in report.not_flagged if claims.keys() >= {*n.claims}]
    content = {
        "documents": [named[name]._asdict() for name in documents],
        "claims": _claims(report, places),
        "findings": [_finding(f, report, places) for f in found],
        "held": [[places.claims[n.claims[0]], places.claims[n.claims[1]], n.gate] for n in held],
        "copies": {places.claims[c]: places.claims[first] for c, first in copies(report).items()},
        "gated": {i: c.gate for i, c in enumerate(report.claims) if c.gate},
        "gates": _gates({n.gate for n in held} | {c.gate for c in report.claims}),
        "rules": _reasons(found, rules),
        "words": _names(found),
        "rows": [*_ROWS],
    }
    return in_script(content)


def _gates(shut: Set[str | None]) -> dict[str, str]:
    """What the gates that are shut say."""
    return {gate: message for gate, message in lexicon(Gates).root.items() if gate in shut}


def _names(found: Iterable[Finding]) -> dict[str, str]:
    """What kinds, types and severities of the findings are called."""
    return {n: words(n) for n in sorted({n for f in found for n in (f.kind, f.type or f.kind, f.severity)})}


def _reasons(found: Iterable[Finding], rules: Iterable[Rule]) -> dict[str, list[str]]:
    known = {r.id: r for r in rules}
    return {f.rule: [known[f.rule].name, " ".join(known[f.rule].why.split())] for f in found if f.rule in known}


def _claims(report: Report, places: _Places) -> list[list[Any]]:
    """Each claim's document, stretch and standing; and its slots, where a finding sets it against another."""
    standing = standings(report)
    told = {c for f in report.findings if len(f.claims) == 2 for c in f.claims}
    return [
        [
            places.documents.get(c.document, 0),
            *places.at(c.document, c.start, c.end),
            standing[c.id],
            *([_slots(c)] if c.id in told else []),
        ]
        for c in report.claims
    ]


def _slots(claim: Claim) -> list[str]:
    """What the claim says in each row of the table."""
    return [
        ", ".join(dict.fromkeys(words for slot in slots for words in said(claim, slot))) for slots in _ROWS.values()
    ]


def _finding(finding: Finding, report: Report, places: _Places) -> dict[str, Any]:
    own = [places.claims[c] for c in finding.claims if c in places.claims]
    said: dict[str, Any] = {
        "id": finding.id,
        "print": finding.fingerprint,
        "rule": finding.rule,
        "kind": finding.kind,
        "type": finding.type or "",
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": [[run.text, int(run.marked)] for run in lettered(finding.message, places.letters)],
        "claims": own,
        "evidence": [_evidence(e, places) for e in finding.evidence],
    }
    if len(own) == 2 and finding.slots:
        left, right = (places.named[report.claims[c].document].letter for c in own)
        said["slots"] = [_outcome(finding, slots).format(left=left, right=right) for slots in _ROWS.values()]
    return said


def _evidence(evidence: Evidence, places: _Places) -> list[Any]:
    whole = places.at(evidence.document, evidence.start, evidence.end)
    focus = [places.at(evidence.document, start, end) for start, end in evidence.focus]
    # To mark every word is to point at nothing.
    reprints = [places.documents[d] for d in evidence.reprints if d in places.documents]
    shown = [places.documents.get(evidence.document, 0), *whole, [] if focus == [whole] else focus]
    return [*shown, reprints] if reprints else shown


def _outcome(finding: Finding, slots: Iterable[str]) -> str:
    outcomes = {o for slot, found in finding.slots.items() if slot in slots for o in found}
    return next((words for outcome, words in _OUTCOMES.items() if outcome in outcomes), "")
