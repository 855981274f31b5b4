from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from xcheck.records.base import Span
from xcheck.records.claim import Attribution, Claim, Participant, Predicate, Quantity, Source, Time
from xcheck.records.document import Document
from xcheck.records.sentence import Sentence
from xcheck.reports.claims import lines, table

TEXT = "Harbour\n\nAbout 1,200 crates sank on Sunday, Mr Oake said.\n"
DOCUMENT = Document.from_text(TEXT, name="harbour.txt")


def span(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


@pytest.fixture
def claim() -> Claim:
    return Claim(
        id="c1",
        document="harbour.txt",
        **span("About 1,200 crates sank on Sunday"),
        sentence=Sentence(**span("About 1,200 crates sank on Sunday, Mr Oake said.")),
        predicate=Predicate(**span("sank"), lemma="sink", base="sink"),
        quantities=(
            Quantity(
                **span("About 1,200 crates"),
                low=Decimal(1200),
                high=Decimal(1200),
                unit="crate",
                change="~",
            ),
        ),
        times=(Time(**span("Sunday"), value="2024-11-24"),),
        attribution=Attribution(mode="indirect", source=Source(**span("Mr Oake")), cue=Span(**span("said"))),
        tense="past",
    )


def test_a_claim_in_a_table(claim: Claim) -> None:
    assert table(DOCUMENT, [claim]).splitlines() == [
        "harbour.txt: 1 claim",
        "",
        "3:            About 1,200 crates sank on Sunday",
        "  holds as    affirmed, fact, past",
        "  predicate   sink",
        "  quantity    About 1,200 crates → ~ 1,200 crate",
        "  time        Sunday → 2024-11-24",
        "  said by     Mr Oake → unresolved, said (indirect)",
    ]


def test_the_longest_label_stands_apart_from_its_value(claim: Claim) -> None:
    sunk = Participant(start=0, end=18, text="About 1,200 crates", part="patient", head="crate")
    shown = table(DOCUMENT, [claim.model_copy(update={"participants": (sunk,)})])
    assert "  participant About 1,200 crates → patient: crate" in shown


@pytest.mark.parametrize(
    ("low", "high", "status", "shown"),
    [
        (8, 12, "stated", "8 to 12"),
        (None, 12, "stated", "open to 12"),
        (None, None, "unknown", "unknown"),
        (1.5, 1.5, "stated", "1.5"),
    ],
)
def test_figures_with_their_bounds(claim: Claim, low: float, high: float, status: str, shown: str) -> None:
    figure = claim.quantities[0].model_copy(
        update={
            "low": None if low is None else Decimal(str(low)),
            "high": None if high is None else Decimal(str(high)),
            "status": status,
            "change": "=",
        }
    )
    assert f"→ {shown} crate" in table(DOCUMENT, [claim.model_copy(update={"quantities": (figure,)})])


def test_no_line_is_wider_than_asked(claim: Claim) -> None:
    assert max(map(len, table(DOCUMENT, [claim], width=40).splitlines())) <= 40


def test_one_object_a_line(claim: Claim) -> None:
    first, second = lines([claim, claim]).splitlines()
    assert first == second
    assert json.loads(first)["quantities"][0]["low"] == 1200


@pytest.mark.parametrize(
    ("value", "first", "last", "shown"),
    [
        ("2024-11-24", date(2024, 11, 24), date(2024, 11, 24), "Sunday → 2024-11-24\n"),
        ("2024-11", date(2024, 11, 1), date(2024, 11, 30), "Sunday → 2024-11 (2024-11-01 to 2024-11-30)\n"),
        ("PAST_REF", None, date(2024, 11, 24), "Sunday → PAST_REF (open to 2024-11-24)\n"),
        ("P3D", None, None, "Sunday → P3D\n"),
    ],
)
def test_times_with_the_days_that_they_reach(
    claim: Claim, value: str, first: date | None, last: date | None, shown: str
) -> None:
    time = claim.times[0].model_copy(update={"value": value, "first": first, "last": last})
    assert shown in table(DOCUMENT, [claim.model_copy(update={"times": (time,)})])
