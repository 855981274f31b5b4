"""How each claim of a report ends: silence about a claim is explained, never taken for agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from xcheck.alignment.wording import wording
from xcheck.records.comparison import Case, Gate
from xcheck.records.finding import Finding, Kind
from xcheck.records.report import NotFlagged, ReportedClaim, State
from xcheck.resources import memoised

_OF_KIND: Mapping[Kind, State] = {
    "divergence": "diverging",
    "extrapolation": "extrapolated",
    "agreement": "agreed",
    "uncorroborated": "alone",
}
_FOUND: tuple[State, ...] = ("diverging", "extrapolated", "agreed")  # by a finding
_ORDER: tuple[State, ...] = get_args(State)
_ELSEWHERE: Gate = "other-event"  # a claim that meets those of other events alone stands alone
_BESIDE: Gate = "other-statement"  # and so does one that is told beside it, unless that held back a divergence

ENDING = ("clash", "content")  # the facts of a pair of claims that tell how they end where nothing is found of them
Ending = tuple[State, Gate | None]
ENDINGS = 2**8


def with_states(
    claims: Sequence[ReportedClaim], findings: Iterable[Finding], held: Iterable[NotFlagged], cases: Iterable[Case]
) -> tuple[ReportedClaim, ...]:
    """The claims, each with its one state; and where it was not compared, with the gate that kept it from being.

    The gravest finding speaks first, then a gate that held back a divergence, then what agrees without being found,
    then any gate but those of another event or statement. A claim that several articles print in the same words ends
    alike in all.
    """
    found: dict[str, Ending] = {}
    for ending, names in (*_found(findings), *_held(held), *_compared(cases)):
        for name in names:
            found[name] = min(ending, found.get(name, ending), key=_gravity)
    shared: dict[tuple[str, str], Ending] = {}
    for claim in claims:
        ending = found.get(claim.id, ("alone", None))
        shared[_words(claim)] = min(ending, shared.get(_words(claim), ending), key=_gravity)
    endings = (shared[_words(claim)] for claim in claims)
    return tuple(_ended(c, *ending) for c, ending in zip(claims, endings, strict=True))


def _ended(claim: ReportedClaim, state: State, gate: Gate | None) -> ReportedClaim:
    same = (claim.state, claim.gate) == (state, gate)
    return claim if same else claim.model_copy(update={"state": state, "gate": gate})


def shown(claims: Sequence[ReportedClaim], findings: Iterable[Finding]) -> tuple[ReportedClaim, ...]:
    """The claims of a finished report of which only these findings are shown, each with the state that they give it."""
    told = with_states(claims, findings, (), ())
    return tuple(
        claim
        if claim.state not in _FOUND
        else claim.model_copy(update={"state": now.state if now.state in _FOUND else "not-shown"})
        for claim, now in zip(claims, told, strict=True)
    )


def counted(claims: Iterable[ReportedClaim]) -> dict[State, int]:
    """How many claims ended in each state, the gravest first; a state of none is counted too."""
    found = Counter(c.state for c in claims)
    return {state: found[state] for state in _ORDER}


def _found(findings: Iterable[Finding]) -> Iterable[tuple[Ending, Sequence[str]]]:
    return (((_OF_KIND[f.kind], None), f.claims) for f in findings if f.kind != "uncorroborated")


def _held(held: Iterable[NotFlagged]) -> Iterable[tuple[Ending, Sequence[str]]]:
    return ((("not-compared", n.gate), n.claims) for n in held)


def _compared(cases: Iterable[Case]) -> Iterable[tuple[Ending, Sequence[str]]]:
    for case in cases:
        gates = [gate for gate in case.gates if gate not in (_ELSEWHERE, _BESIDE)]
        if len(case.claims) != 2 or _ELSEWHERE in case.gates:
            continue
        content = case.facts.get("content", ())
        if case.facts.get("clash") == ("none",) and ("same" in content or "compatible" in content):
            yield ("compatible", None), case.claims
        elif gates:
            yield ("not-compared", gates[0]), case.claims


@memoised(ENDINGS)
def _gravity(ending: Ending) -> tuple[int, str]:
    return _ORDER.index(ending[0]), ending[1] or ""


def _words(claim: ReportedClaim) -> tuple[str, str]:
    return wording(claim.sentence.text), wording(claim.text)
