"""The laws of comparison, on news made of invented sentences: what must hold whatever the articles say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xcheck import api
from xcheck.alignment.sentences import sentences
from xcheck.alignment.sides import Rarity, frequency
from xcheck.comparison.compare import compare
from xcheck.comparison.context import Meeting
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared, Comparison, Slots
from xcheck.records.document import Document
from xcheck.records.finding import Finding
from xcheck.records.report import Report

SAME_EACH_RUN = settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)

# One thing a line, told in several ways: with another figure, day, speaker, hedge, place, title, or in other words.
TOLD: tuple[tuple[str, ...], ...] = (
    (
        "A goods train left the rails near Torvik on Monday.",
        "A freight train derailed near Torvik on Monday night.",
        "A freight train derailed outside Hamrene on Tuesday.",
    ),
    (
        "Inspectors found 14 cracked sleepers on the line.",
        "Inspectors found about a dozen cracked sleepers on the line.",
        "The number of cracked sleepers on the line is unclear, inspectors said.",
        "Inspectors found no cracked sleepers on the line.",
    ),
    (
        "Marta Holm, the head of the rail agency, said that the brakes had failed.",
        "The brakes may have failed, Marta Holm said.",
        "Marta Holm, the deputy head of the rail agency, denied that the brakes had failed.",
        "The brakes failed because of ice.",
    ),
    (
        "“We were warned in March and did nothing,” said the driver, Peer Aas.",
        "“We were told in March and did nothing,” said Peer Aas.",
        "The driver, Peer Aas, said that the company had been warned in March.",
    ),
    (
        "The agency will close the line to Hamrene for three weeks.",
        "The agency plans to close the line to Hamrene for a month.",
        "The agency has closed the line to Hamrene.",
    ),
    (
        "The accident cost the company €3.5 million, or 8% of its yearly profit.",
        "The accident cost the company more than €3 million.",
        "The accident cost the company €5 million because the wagons were not insured.",
    ),
    (
        "The town could lose its last railway within ten years.",
        "It was the worst accident that the valley has seen.",
        "The company wants to save money at the cost of its staff.",
    ),
)
UNRELATED = (
    "A bakery in Tilmouth has put its two ovens up for sale.\n\n"
    "“Nobody buys bread at noon,” said Ida Moss, who has run the shop since 2009.\n"
)
# An article that is at odds with itself, as articles are that report a dispute.
DISPUTED = (
    "Drivers reject the rail agency's offer.",
    "The rail agency said that drivers had welcomed its offer of 4%.",
    "Drivers may accept an offer of more than 4%, Marta Holm said.",
    "Peer Aas, 52, a driver from Torvik, locked Nils Eide, 12, into the cab.",
    "No figure is agreed for the drivers who stayed away; the union counted 310.",
)
# An article of which each figure can be changed alone: in braces what is printed, and what it becomes.
FIGURES = (
    ("The flood damaged {} houses in the old town.", ("64", "230")),
    ("The mayor, Elin Brandt, said that {} families had been taken to the sports hall.", ("38", "91")),
    ("Repairs will cost the region €{} million, the finance office said.", ("7.4", "12")),
    ("Water rose by {} metres at the bridge of Orre.", ("3", "5")),
    ("Engineers from the army brought {} pumps to the cellars.", ("17", "45")),
    ("“We carried {} sandbags in one night,” said Jon Tveit of the fire brigade.", ("900", "2,500")),
    ("More than {} people in the valley are without power.", ("400", "1,200")),
    ("Of the villagers who were asked, some {} want to move away.", ("70", "210")),
    ("Sofie Lund, {}, lost the shop that her father built.", ("63", "36")),
)

MIRRORED: dict[Any, Any] = {
    "narrower": "wider",
    "raised": "lowered",
    "only-left": "only-right",
    "left-known": "right-known",
}
MIRRORED |= {other: one for one, other in MIRRORED.items()}

article = (
    st.tuples(*(st.sampled_from((*forms, "")) for forms in TOLD)).map(lambda told: [s for s in told if s]).filter(len)
)
paragraphs = article.flatmap(st.permutations).map("\n\n".join)


def report_of(texts: Mapping[str, str]) -> Report:
    return api.compare([Document.from_text(text, name=name) for name, text in texts.items()])


def divergences(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.kind == "divergence"]


def found(report: Report, names: Mapping[str, str] | None = None) -> set[tuple[object, ...]]:
    """What a report finds, whichever document is first: rule and passages. ``names`` renames the documents."""
    return {
        (
            f.rule,
            f.confidence,
            frozenset(((names or {}).get(e.document, e.document), e.start, e.end, e.focus) for e in f.evidence),
        )
        for f in report.findings
    }


def mirrored(result: Compared) -> Compared:
    """The result as it looks from the other side."""
    return replace(
        result,
        outcome=MIRRORED.get(result.outcome, result.outcome),
        variant=MIRRORED.get(result.variant, result.variant),
        left=result.right,
        right=result.left,
        left_says=result.right_says,
        right_says=result.left_says,
    )


def results(comparison: Comparison) -> dict[str, list[Compared]]:
    return {slot: sorted(every, key=repr) for slot, every in comparison.slots.items()}


@SAME_EACH_RUN
@given(paragraphs, paragraphs)
def test_two_claims_compare_alike_from_either_side(one: str, other: str) -> None:
    claims: Sequence[Sequence[Claim]] = api.claims_of(
        [Document.from_text(text, name=name) for name, text in (("a", one), ("b", other))]
    )
    left_side, right_side = map(sentences, claims)
    terms = Rarity(frequency(left_side), frequency(right_side), len(left_side) + len(right_side))
    for (left, right), credited in product(product(*claims), ((True, True), (True, False), (False, False))):
        forth = compare(left, right, Meeting(score=0.6, keyed=False, rarity=terms, credited=credited))
        back = compare(right, left, Meeting(score=0.6, keyed=False, rarity=terms, credited=credited[::-1]))
        turned = replace(back, slots=Slots((s, tuple(map(mirrored, r))) for s, r in back.slots.items()))
        assert results(forth) == results(turned), (left.text, right.text)
        assert forth.gates == back.gates
        assert forth.pair.features == back.pair.features


@SAME_EACH_RUN
@given(paragraphs, paragraphs)
def test_a_story_reads_alike_whichever_article_is_first(one: str, other: str) -> None:
    forth, back = report_of({"a": one, "b": other}), report_of({"b": one, "a": other})
    assert found(forth) == found(back, {"a": "b", "b": "a"})


@SAME_EACH_RUN
@given(st.lists(paragraphs, min_size=3, max_size=3), st.permutations(["a", "b", "c"]))
def test_the_order_in_which_articles_are_given_changes_nothing(texts: list[str], order: list[str]) -> None:
    named = dict(zip("abc", texts, strict=True))
    assert report_of({name: named[name] for name in order}) == report_of(named)


def repunctuated(text: str) -> str:
    """The text as another desk would set it: straight quotation marks, other spaces, a paragraph a sentence fewer."""
    set_otherwise = text.translate(str.maketrans("“”’", '""\''))
    return set_otherwise.replace(", said", " , said").replace("\n\n", "\n\n\n").replace(", the", " – the", 1)


@SAME_EACH_RUN
@given(paragraphs)
def test_a_copy_has_no_divergence_however_it_is_punctuated(text: str) -> None:
    for copy in (text, repunctuated(text)):
        assert divergences(report_of({"a": text, "b": copy})) == []


@SAME_EACH_RUN
@given(st.permutations(DISPUTED), paragraphs)
def test_a_copy_of_an_article_at_odds_with_itself_has_no_divergence_from_it(disputed: list[str], rest: str) -> None:
    text = "\n\n".join([*disputed, rest])
    report = report_of({"a": text, "b": repunctuated(text)})
    assert divergences(report) == []
    assert sum(f.kind == "agreement" for f in report.findings) >= len(disputed) - 1


@SAME_EACH_RUN
@given(paragraphs, paragraphs)
def test_an_unrelated_article_adds_no_divergence_between_the_others(one: str, other: str) -> None:
    alone, beside = report_of({"a": one, "b": other}), report_of({"a": one, "b": other, "c": UNRELATED})
    assert {f.fingerprint for f in divergences(beside)} == {f.fingerprint for f in divergences(alone)}


@SAME_EACH_RUN
@given(st.integers(0, len(FIGURES) - 1), st.permutations(range(len(FIGURES))))
def test_one_figure_changed_in_a_copy_is_one_divergence_of_quantity(changed: int, order: list[int]) -> None:
    first = {i: FIGURES[i][0].format(FIGURES[i][1][0]) for i in order}
    second = first | {changed: FIGURES[changed][0].format(FIGURES[changed][1][1])}
    found_apart = divergences(report_of({"a": "\n\n".join(first.values()), "b": "\n\n".join(second.values())}))
    assert [f.type for f in found_apart] == ["quantity"]
    assert {e.text for e in found_apart[0].evidence} == {first[changed], second[changed]}
