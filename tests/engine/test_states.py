"""Every claim of every document ends in one state, and a gate is named where it was not compared."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.engine.states import with_states
from xcheck.records.base import Span
from xcheck.records.comparison import Case, Gate
from xcheck.records.document import Document
from xcheck.records.finding import Finding, Kind
from xcheck.records.report import NotFlagged, Report, ReportedClaim, State
from xcheck.records.sentence import Sentence


def _claim(name: str, document: str, text: str | None = None) -> ReportedClaim:
    text = text or f"words of {name} alone"
    span = Span(start=0, end=len(text), text=text)
    return ReportedClaim(id=name, document=document, start=0, end=len(text), text=text, sentence=Sentence(**dict(span)))


def _finding(kind: Kind, *claims: str) -> Finding:
    return Finding(
        id="f", rule="XA001", kind=kind, severity="note", confidence=1.0, message="m", fingerprint="0" * 16,
        claims=claims, evidence=(),
    )  # fmt: skip


def _case(content: str, *gates: Gate, clash: str = "none") -> Case:
    return Case(
        subject="pair", claims=("a1", "b1"), facts={"content": (content,), "clash": (clash,)}, gates=gates, passages=()
    )  # fmt: skip


def _ending(
    *cases: Case, found: tuple[Finding, ...] = (), held: tuple[NotFlagged, ...] = ()
) -> tuple[State, str | None]:
    one, other = with_states([_claim("a1", "a"), _claim("b1", "b")], found, held, cases)
    assert (one.state, one.gate) == (other.state, other.gate)
    return one.state, one.gate


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        (("agreement",), "agreed"),
        (("agreement", "divergence"), "diverging"),
        (("extrapolation",), "extrapolated"),
        (("uncorroborated",), "alone"),
    ],
)
def test_the_gravest_finding_speaks(kinds: tuple[Kind, ...], state: State) -> None:
    found = tuple(_finding(kind, "a1", "b1") for kind in kinds)
    held = NotFlagged(claims=("a1", "b1"), gate="list-slot", message="m")
    assert _ending(found=found, held=(held,) if state != "alone" else ()) == (state, None)


def test_a_gate_that_held_back_a_divergence_is_named() -> None:
    held = NotFlagged(claims=("a1", "b1"), gate="other-event", message="m")
    assert _ending(_case("same"), held=(held,)) == ("not-compared", "other-event")


@pytest.mark.parametrize(
    ("case", "ending"),
    [
        (_case("same"), ("compatible", None)),
        (_case("compatible", "other-scope"), ("compatible", None)),
        (_case("same", "reported-position", clash="some"), ("not-compared", "reported-position")),
        (_case("incomparable", "list-slot"), ("not-compared", "list-slot")),
        (_case("incomparable"), ("alone", None)),
        (_case("incomparable", "other-event", "list-slot"), ("alone", None)),
        (_case("incomparable", "other-statement"), ("alone", None)),
    ],
)
def test_what_nothing_is_found_of_is_explained(case: Case, ending: tuple[State, str | None]) -> None:
    assert _ending(case) == ending


def test_copies_end_alike() -> None:
    words = "The yard has sent 640 welders home."
    claims = [_claim("a1", "a", words), _claim("b1", "b", words), _claim("c1", "c")]
    ended = with_states(claims, [_finding("divergence", "a1", "c1")], (), ())
    assert [c.state for c in ended] == ["diverging", "diverging", "diverging"]


def _report(*texts: str) -> Report:
    return api.compare([Document.from_text(text, name=f"{i}.txt") for i, text in enumerate(texts)])


def test_the_counts_of_a_report_are_those_of_its_claims() -> None:
    report = _report(
        "The yard at Orme has sent 640 welders home.\n\nThe closure will change the old town for generations.\n\n"
        "A baker sold his oven.\n",
        "The yard at Orme has sent 410 welders home.\n\nThe council met on Tuesday.\n",
    )
    assert sum(report.states.values()) == len(report.claims)
    assert all(n == sum(c.state == state for c in report.claims) for state, n in report.states.items())
    assert {"diverging", "extrapolated", "alone"} <= {c.state for c in report.claims}
    assert all((c.gate is not None) == (c.state == "not-compared") for c in report.claims)
