"""What several articles print in the same words counts once: a finding names those that print its passages too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from xcheck.alignment.wording import wording
from xcheck.comparison.passages import passage_of
from xcheck.records.claim import Claim
from xcheck.records.finding import Evidence, Finding

_NAMED = 3  # documents named in a message; the others are counted
_TELLING = 4  # words, from which on a passage is known again


def with_reprints(findings: Iterable[Finding], claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """The findings, each with the other documents that print its passages word for word, and a sentence on them."""
    printed: dict[str, dict[str, None]] = {}
    for claim in claims:
        words = wording(passage_of(claim).text)
        if words.count(" ") >= _TELLING - 1:
            printed.setdefault(words, {})[claim.document] = None
    return tuple(_told(finding, printed) for finding in findings)


def _told(finding: Finding, printed: Mapping[str, Mapping[str, None]]) -> Finding:
    shown = {e.document for e in finding.evidence}
    evidence = tuple(
        _with(e, [d for d in printed.get(wording(e.text), ()) if d not in shown]) for e in finding.evidence
    )
    if evidence == finding.evidence:
        return finding
    sentences = [_sentence(e) for e in evidence if e.reprints]
    return finding.model_copy(update={"evidence": evidence, "message": " ".join([finding.message, *sentences])})


def _with(evidence: Evidence, others: Sequence[str]) -> Evidence:
    return evidence.model_copy(update={"reprints": tuple(others)}) if others else evidence


def _sentence(evidence: Evidence) -> str:
    """Who prints them, in words: b and c print the words of a too."""
    named = [*evidence.reprints[:_NAMED]]
    left = len(evidence.reprints) - len(named)
    if left:
        named.append(f"{left} {'other' if left == 1 else 'others'}")
    who = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"{who} {'prints' if len(named) == 1 else 'print'} the words of {evidence.document} too."
