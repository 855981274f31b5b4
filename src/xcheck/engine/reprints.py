"""What several articles print in the same words counts once: a finding names those that print its passages too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from xcheck.alignment.wording import wording
from xcheck.comparison.cases.passages import passage_of
from xcheck.records.claim import Claim
from xcheck.records.finding import Evidence, Finding

_TELLING = 4  # words, from which on a passage is known again


def with_reprints(findings: Iterable[Finding], claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """The findings, each passage with the other documents that print it word for word."""
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
    return finding if evidence == finding.evidence else finding.model_copy(update={"evidence": evidence})


def _with(evidence: Evidence, others: Sequence[str]) -> Evidence:
    return evidence.model_copy(update={"reprints": tuple(others)}) if others else evidence
