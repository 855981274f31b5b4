"""Cases held against rules: which rule speaks, in which order, under which fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcheck.engine.run import findings as found_by
from xcheck.engine.run import fingerprint, held_back, lightened
from xcheck.records.comparison import Case, Passage
from xcheck.records.finding import Evidence, Finding
from xcheck.records.rule import Rule

MakeRule = Callable[..., Rule]
MakeCase = Callable[..., Case]
ORDER = ("a.txt", "b.txt", "c.txt")


def findings(rules: Sequence[Rule], cases: Sequence[Case], order: Sequence[str]) -> tuple[Finding, ...]:
    return found_by(rules, cases, order).findings


def at(document: str, start: int, text: str = "Four ferries sank.") -> Passage:
    return Passage(document=document, start=start, end=start + len(text), text=text)


def test_a_finding_says_what_the_rule_says(rule: MakeRule, case: MakeCase) -> None:
    (found,) = findings([rule(confidence=0.9)], [case(strength=0.75)], ORDER)
    assert (found.rule, found.kind, found.type, found.severity) == ("XQ900", "divergence", "quantity", "warning")
    assert found.confidence == 0.68
    assert found.claims == ("a1", "b1")
    assert [(e.document, e.start, e.end) for e in found.evidence] == [("a.txt", 0, 18), ("b.txt", 0, 18)]
    assert found.id == f"XQ900-{found.fingerprint}"


def test_confidence_stays_a_probability(rule: MakeRule, case: MakeCase) -> None:
    (found,) = findings([rule(confidence=1)], [case(strength=1.4)], ORDER)
    assert found.confidence == 1.0


@pytest.mark.parametrize(
    ("fields", "winner"),
    [
        ({"severity": "error", "confidence": 0.1}, "XQ901"),
        ({"severity": "note", "confidence": 1.0}, "XQ900"),
        ({"confidence": 0.81}, "XQ901"),
        ({}, "XQ900"),
    ],
)
def test_one_rule_of_a_kind_and_type_speaks_for_a_case(
    rule: MakeRule, case: MakeCase, fields: dict[str, Any], winner: str
) -> None:
    rules = [rule(), rule(id="XQ901", **fields)]
    assert [f.rule for f in findings(rules, [case()], ORDER)] == [winner]
    assert [f.rule for f in findings(rules[::-1], [case()], ORDER)] == [winner]


def test_another_type_speaks_besides(rule: MakeRule, case: MakeCase) -> None:
    rules = [rule(), rule(id="XT900", type="time", when={"time": "conflict"})]
    both = case(facts={"quantity": ("conflict",), "time": ("conflict",)})
    assert [f.rule for f in findings(rules, [both], ORDER)] == ["XQ900", "XT900"]


def test_claims_that_diverge_do_not_agree_as_well(rule: MakeRule, case: MakeCase) -> None:
    rules = [rule(), rule(id="XG900", kind="agreement", type=None, when={"fit": "yes"})]
    agreeing = case(facts={"fit": ("yes",)})
    elsewhere = case(facts={"fit": ("yes",)}, claims=("a1", "b2"))
    assert [f.rule for f in findings(rules, [agreeing, elsewhere], ORDER)] == ["XG900", "XG900"]
    turned = case(claims=("b1", "a1"))
    found = findings(rules, [agreeing, elsewhere, turned], ORDER)
    assert sorted((f.rule, f.claims) for f in found) == [("XG900", ("a1", "b2")), ("XQ900", ("b1", "a1"))]


def test_sentences_that_differ_in_one_slot_do_not_agree_in_another(rule: MakeRule, case: MakeCase) -> None:
    rules = [rule(), rule(id="XG900", kind="agreement", type=None, when={"time": "same"})]
    topic = ("a.txt:0", "b.txt:0")
    parted = case(facts={"quantity": ("conflict",)}, topic=topic)
    agreed = case(facts={"time": ("same",), "quantity": ("same",)}, claims=("a1", "b2"), topic=topic)
    elsewhere = case(
        facts={"time": ("same",), "quantity": ("same",)}, claims=("a3", "b3"), topic=("a.txt:9", "b.txt:9")
    )
    assert [f.rule for f in findings(rules, [agreed], ORDER)] == ["XG900"]
    found = findings(rules, [parted, agreed, elsewhere], ORDER)
    assert [(f.rule, f.claims) for f in found] == [("XQ900", ("a1", "b1")), ("XG900", ("a3", "b3"))]


def test_the_surest_comes_first_within_its_kind(rule: MakeRule, case: MakeCase) -> None:
    rules = [rule(), rule(id="XG900", kind="agreement", type=None, when={"fit": "yes"})]
    cases = [
        case(facts={"fit": ("yes",), "quantity": ("same",)}, chances={"agreement": 0.99}),
        case(claims=("a2", "b2"), chances={"divergence": 0.6}),
        case(claims=("a3", "b3"), chances={"divergence": 0.9}),
    ]
    found = findings(rules, cases, ORDER)
    assert [(f.rule, f.confidence) for f in found] == [("XQ900", 0.9), ("XQ900", 0.6), ("XG900", 0.99)]


def test_a_divergence_that_is_not_sure_enough_is_held_back(rule: MakeRule, case: MakeCase) -> None:
    unsure = case(chances={"divergence": 0.3})
    assert findings([rule()], [unsure], ORDER) == ()
    (held,) = held_back([rule()], [unsure])
    assert (held.claims, held.gate) == (("a1", "b1"), "unsure")
    assert [f.confidence for f in found_by([rule()], [unsure], ORDER, least=0.0).findings] == [0.3]
    assert held_back([rule()], [unsure], least=0.0) == ()


@pytest.mark.parametrize(("documents", "shown"), [(("a.txt", "b.txt"), 3), (ORDER, 6)])
def test_the_weightiest_claims_of_one_article_alone_are_kept(
    rule: MakeRule, case: MakeCase, documents: tuple[str, ...], shown: int
) -> None:
    alone = rule(
        id="XU900", kind="uncorroborated", on="claim", type=None, when={"adds": "figure"}, message="{source} alone."
    )
    cases = [
        case(
            subject="claim",
            claims=(f"{d}{n}",),
            facts={"adds": ("figure",)},
            passages=(at(f"{d}.txt", n),),
            focus={"adds": ((f"{d}.txt", n, n + 4),)},
            chances={"uncorroborated": n / 10},
        )
        for d in "ab"
        for n in range(1, 6)
    ]
    found = found_by([alone], cases, documents, everything=False)
    assert len(found.findings) == shown
    assert found.folded == 10 - shown
    assert min(f.confidence for f in found.findings) >= 0.3
    assert len(found_by([alone], cases, documents, everything=True).findings) == 10


def test_an_extrapolation_is_not_uncorroborated_as_well(rule: MakeRule, case: MakeCase) -> None:
    alone = {"on": "claim", "when": {"borne-out": "none"}, "type": None, "message": "{source} says so alone."}
    rules = [
        rule(**alone, id="XS900", kind="uncorroborated"),
        rule(**alone | {"when": {"stance": "forecast"}}, id="XX900", kind="extrapolation"),
    ]
    fact = case(subject="claim", claims=("a1",), facts={"borne-out": ("none",)})
    forecast = case(subject="claim", claims=("a2",), facts={"borne-out": ("none",), "stance": ("forecast",)})
    found = findings(rules, [fact, forecast], ORDER)
    assert sorted((f.rule, f.claims) for f in found) == [("XS900", ("a1",)), ("XX900", ("a2",))]


def test_order_is_by_document_place_severity_rule_and_words(rule: MakeRule, case: MakeCase) -> None:
    rules = [
        rule(),
        rule(id="XA900", severity="error", type="time", when={"time": "conflict"}),
        rule(id="XB900", type="place", when={"place": "conflict"}),
    ]
    facts = {"quantity": ("conflict",), "time": ("conflict",), "place": ("conflict",)}
    cases = [
        case(claims=("b9", "c1"), passages=(at("b.txt", 3), at("c.txt", 0))),
        case(claims=("a5", "c1"), passages=(at("c.txt", 0), at("a.txt", 50))),
        case(claims=("a1", "b1"), facts=facts),
        case(claims=("a2", "b2"), words={"left.says": "zinc"}),
        case(claims=("a3", "b3"), words={"left.says": "brass"}),
    ]
    found = findings(rules, cases, ORDER)
    assert [(f.rule, f.claims[0]) for f in found] == [
        ("XA900", "a1"),
        ("XB900", "a1"),
        ("XQ900", "a3"),
        ("XQ900", "a1"),
        ("XQ900", "a2"),
        ("XQ900", "a5"),
        ("XQ900", "b9"),
    ]
    assert [e.document for e in found[5].evidence] == ["a.txt", "c.txt"]
    assert findings(rules[::-1], cases[::-1], ORDER) == found


def test_focus_is_what_the_rule_asks_about_inside_the_passage(rule: MakeRule, case: MakeCase) -> None:
    focus = {
        "quantity": (("b.txt", 0, 4), ("a.txt", 5, 12), ("a.txt", 0, 4), ("a.txt", 0, 4), ("a.txt", 17, 30)),
        "time": (("a.txt", 13, 17),),
    }
    (found,) = findings([rule()], [case(focus=focus)], ORDER)
    assert [e.focus for e in found.evidence] == [((0, 4), (5, 12)), ((0, 4),)]


def test_a_fingerprint_outlives_edits_elsewhere_and_of_form(rule: MakeRule, case: MakeCase) -> None:
    def mark(*passages: Passage, **fields: Any) -> str:
        (found,) = findings([rule(**fields)], [case(passages=passages)], ORDER)
        return found.fingerprint

    text = 'Four "stout" ferries sank.'
    first = mark(at("a.txt", 0, text), at("b.txt", 0))
    assert mark(at("a.txt", 900, "Four  “stout”\nFerries sank."), at("b.txt", 40)) == first
    assert mark(at("b.txt", 0), at("a.txt", 0, text)) == first
    assert mark(at("a.txt", 0, text), at("b.txt", 0), severity="note", message="Else.") == first
    assert mark(at("a.txt", 0, text), at("c.txt", 0)) != first
    assert mark(at("a.txt", 0, text.replace("Four", "Five")), at("b.txt", 0)) != first
    assert mark(at("a.txt", 0, text), at("b.txt", 0), id="XQ901") != first


def test_findings_alike_in_all_words_are_told_apart(rule: MakeRule, case: MakeCase) -> None:
    again = case(claims=("a2", "b2"), passages=(at("a.txt", 200), at("b.txt", 0, "Five ferries sank.")))
    found = findings([rule()], [again, case()], ORDER)
    assert [f.claims for f in found] == [("a1", "b1"), ("a2", "b2")]
    assert len({f.fingerprint for f in found}) == 2
    assert found[0] == findings([rule()], [case()], ORDER)[0]


def test_a_case_without_passages_or_in_an_unknown_document_is_no_crash(rule: MakeRule, case: MakeCase) -> None:
    cases = [case(passages=()), case(passages=(at("z.txt", 0),))]
    assert [len(f.evidence) for f in findings([rule()], cases, ORDER)] == [0, 1]
    assert findings([rule()], [], ORDER) == ()
    assert findings([], cases, ORDER) == ()


@given(st.lists(st.text(), max_size=3), st.integers(0, 3))
def test_a_fingerprint_is_made_of_any_text(texts: list[str], ordinal: int) -> None:
    passages: Sequence[Evidence] = [Evidence(document="a", start=0, end=len(t), text=t) for t in texts]
    mark = fingerprint("XQ900", passages, ordinal)
    assert len(mark) == 16
    assert mark == fingerprint("XQ900", list(reversed(passages)), ordinal)
    assert mark != fingerprint("XQ900", passages, ordinal + 1)


def test_what_a_gate_kept_back_is_told_with_the_reason(rule: MakeRule, case: MakeCase) -> None:
    rules = [
        rule(unless=["other-event", "rounding"]),
        rule(id="XG900", kind="agreement", unless=["aspect"]),
    ]
    cases = [
        case(gates=("rounding", "aspect")),
        case(gates=("rounding",)),
        case(claims=("a2", "b2"), gates=("aspect",)),
        case(claims=("a3", "b3"), gates=("other-event",), facts={"quantity": ("same",)}),
    ]
    (held,) = held_back(rules, cases)
    assert (held.claims, held.gate) == (("a1", "b1"), "rounding")
    assert held.message == "Rounding or conversion of units explains the difference."


def test_a_pair_that_another_rule_finds_is_not_held_back(rule: MakeRule, case: MakeCase) -> None:
    rules = [rule(unless=["rounding"]), rule(id="XQ901")]
    assert held_back(rules, [case(gates=("rounding",))]) == ()


def test_what_no_rule_holds_in_keeps_nothing_but_how_it_ends(rule: MakeRule, case: MakeCase) -> None:
    told = case()
    untold = case(
        claims=("a2", "b2"),
        facts={"quantity": ("same",), "content": ("same",), "clash": ("none",)},
        words={"left.text": "Four ferries sank."},
        gates=("aspect",),
    )
    first, second = lightened([rule()], [told, untold])
    assert first is told
    assert (second.claims, second.gates) == (("a2", "b2"), ("aspect",))
    assert (second.facts, second.words) == ({"content": ("same",), "clash": ("none",)}, {})


def test_a_case_is_kept_that_a_gate_holds_back(rule: MakeRule, case: MakeCase) -> None:
    gated = case(gates=("rounding",))
    assert [*lightened([rule()], [gated])] == [gated]
    assert held_back([rule()], [*lightened([rule()], [gated])]) == held_back([rule()], [gated])
