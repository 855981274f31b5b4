"""How far a draft is borne out: what each kind of change does to a claim's score, and the laws of the whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xcheck import api
from xcheck.drafts.support import document_support, score, supports
from xcheck.records.claim import Claim
from xcheck.records.document import Document
from xcheck.records.report import Report, Support

SENTENCES = (
    "The harbour of Velmouth was closed on Tuesday after a tanker ran aground near the northern pier.",
    "Some 40 dockers were sent home, and the first ferry to Ostrand left two hours late.",
    "Mayor Helga Brandt said the wreck would be removed before the end of the thaw.",
    "Divers found a crack in the left side of the hull, but no oil has leaked into the bay.",
    "A fisherman, Piet Lorens, pulled three sailors from the water with a small rowing boat.",
)


def check(draft: str, *sources: str) -> Report:
    against = [Document.from_text(text, name=f"s{i}") for i, text in enumerate(sources)]
    return api.check(Document.from_text(draft, name="draft"), against=against)


def whole(draft: str, *sources: str) -> float:
    support = check(draft, *sources).documents[0].support
    assert support is not None
    return support


@pytest.fixture(scope="module")
def source() -> str:
    return " ".join(SENTENCES)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_the_source_is_wholly_borne_out(sentence: str, source: str) -> None:
    report = check(sentence, source)
    assert report.documents[0].support == 1.0
    assert {c.support.status for c in report.claims if c.support} == {"supported"}


@pytest.mark.parametrize(
    ("true", "changed"),
    [
        ("The harbour of Velmouth was closed on Tuesday.", "The harbour of Velmouth was closed on Friday."),
        ("Some 40 dockers were sent home.", "Some 70 dockers were sent home."),
        ("The first ferry to Ostrand left two hours late.", "The last ferry to Ostrand left two hours late."),
        ("The first ferry to Ostrand left two hours late.", "The first ferry to Ostrand left two days late."),
        ("The first ferry to Ostrand left late.", "The first ferry to Hallin left late."),
        (
            "The wreck would be removed before the end of the thaw.",
            "The wreck would be removed after the end of the thaw.",
        ),
        ("Divers found a crack in the left side of the hull.", "Divers found a crack in the right side of the hull."),
        ("No oil has leaked into the bay.", "Oil has leaked into the bay."),
        ("A fisherman pulled three sailors from the water.", "A policeman pulled three sailors from the water."),
        ("The harbour of Velmouth was closed.", "The harbour of Velmouth was opened."),
        ("A tanker ran aground near the pier.", "A tanker ran aground near the scaffold."),
    ],
    ids=["day", "figure", "order", "period", "name", "sequence", "side", "negation", "work", "opposite", "thing"],
)
def test_one_changed_word_takes_support_away(true: str, changed: str, source: str) -> None:
    assert whole(true, source) > whole(changed, source) + 0.2


def test_a_word_found_only_elsewhere_bears_out_less(source: str) -> None:
    together = "Divers found a crack in the hull."
    apart = "Divers found a boat in the hull."
    assert whole(together, source) > whole(apart, source)


def test_a_passage_that_has_both_words_speaks_against_neither() -> None:
    source = "Brandt closed the southern pier, and later in the week she shut the northern one to ferries as well."
    assert whole("Brandt closed the northern pier to ferries.", source) > 0.7


def test_a_name_that_the_source_has_elsewhere_takes_support_away(source: str) -> None:
    true, changed = (f"{who} pulled three sailors from the water." for who in ("Lorens", "Brandt"))
    assert whole(true, source) > whole(changed, source) + 0.2


def test_a_name_is_not_negated() -> None:
    assert whole("Piet Lorens saw the tanker.", "Divers have not met Piet Lorens, who saw the tanker.") > 0.7


def test_one_more_fault_shows_on_a_claim_that_has_many() -> None:
    model = {"rival": 1.0, "swapped": 0.1, "turned": 1.0, "unlike": 0.3, "finding": 0.05}
    bad = {"shared": 1.0, "rival": 0.9, "swapped": 0.8, "turned": 0.3, "unlike": 0.5, "finding": 0.0}
    assert 0 < score(bad | {"rival": 1.0}, model) < score(bad, model) < 0.2


def test_what_no_source_speaks_of_is_unsupported(source: str) -> None:
    report = check("A bakery in Quill won a prize for its rye bread.", source)
    assert [c.support for c in report.claims if c.support] == [Support(status="unsupported", score=0.0)]
    assert report.documents[0].support == 0.0


def test_other_words_for_one_thing_cost_little(source: str) -> None:
    reworded = whole("Velmouth's harbour was shut on Tuesday after a tanker ran aground near the pier.", source)
    assert reworded > 0.6


def test_a_divergence_makes_a_claim_contradicted(source: str) -> None:
    report = check("Some 70 dockers were sent home.", source)
    assert any(f.kind == "divergence" for f in report.findings)
    assert {c.support.status for c in report.claims if c.support} == {"contradicted"}


def test_sources_together_bear_out_what_none_does_alone() -> None:
    draft = f"{SENTENCES[0]} {SENTENCES[4]}"
    assert whole(draft, SENTENCES[0], SENTENCES[4]) == 1.0
    assert max(whole(draft, SENTENCES[0]), whole(draft, SENTENCES[4])) < 0.5


def test_the_worst_claim_weighs_most() -> None:
    good, bad = Support(status="supported", score=1.0), Support(status="unsupported", score=0.2)
    assert document_support([good] * 9 + [bad]) < 0.5
    assert document_support([good] * 9 + [bad]) > document_support([good] + [bad] * 9)


def test_what_was_not_checked_and_no_claim_at_all_take_nothing_away() -> None:
    unchecked = Support(status="not-checked", score=1.0)
    low = Support(status="unsupported", score=0.3)
    assert document_support([]) == document_support([unchecked]) == 1.0
    assert document_support([unchecked, low]) == document_support([low])


scores = st.floats(0, 1).map(lambda s: Support(status="supported", score=round(s, 4)))


@given(st.lists(scores, min_size=1, max_size=8), st.data())
def test_a_claim_that_falls_never_raises_the_whole(claims: list[Support], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(claims) - 1))
    lower = claims[at].model_copy(update={"score": data.draw(st.floats(0, claims[at].score))})
    assert document_support([*claims[:at], lower, *claims[at + 1 :]]) <= document_support(claims)


@pytest.fixture(scope="module")
def drafted(claims_of: Callable[..., tuple[Claim, ...]]) -> tuple[Claim, ...]:
    return claims_of(
        "The harbour was closed after a tanker ran aground. Divers found a crack in the hull. "
        "Sailors were pulled from the water."
    )


@pytest.fixture(scope="module")
def written(claims_of: Callable[..., tuple[Claim, ...]]) -> tuple[Claim, ...]:
    return claims_of(" ".join(SENTENCES))


@settings(max_examples=40, deadline=None)
@given(kept=st.sets(st.integers(0, 4)), dropped=st.integers(0, 4))
def test_dropping_evidence_never_raises_support(
    drafted: tuple[Claim, ...], written: tuple[Claim, ...], kept: set[int], dropped: int
) -> None:
    starts = sorted({c.sentence.start for c in written})

    def of(numbers: set[int]) -> float:
        source = [c for c in written if starts.index(c.sentence.start) in numbers]
        return document_support(supports(drafted, [source], ()).values())

    assert of(kept - {dropped}) <= of(kept | {dropped})


def test_the_order_of_the_sources_changes_nothing(
    claims_of: Callable[..., tuple[Claim, ...]], drafted: tuple[Claim, ...]
) -> None:
    sources = [claims_of(s) for s in SENTENCES]
    assert supports(drafted, sources, ()) == supports(drafted, sources[::-1], ())


def test_endless_sentences_take_bounded_time(claims_of: Callable[..., tuple[Claim, ...]]) -> None:
    claims = claims_of("The boat " + "and the pier of the left bank and the right bank " * 40 + "sank.")
    assert all(0 <= s.score <= 1 for s in supports(claims, [claims], ()).values())
