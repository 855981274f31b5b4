"""Who says what: by verbs, nouns, adverbs, asides, headlines and quotations, and whose words stand inside another's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.claims import quotes
from xcheck.claims.attribution import attributions
from xcheck.entities.names import Names
from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.claim import Attribution, Quote
from xcheck.records.document import Document

Found = tuple[tuple[Attribution, ...], tuple[Quote, ...]]
Credited = Callable[[str], Found]
Row = tuple[str | None, str, str]


@pytest.fixture(scope="session")
def credited() -> Credited:
    """The attributions of a text and its quotations with their speakers, before any name is resolved elsewhere."""

    def find(text: str) -> Found:
        analysis = analyse([recognise(Document.from_text(text, name="a"))])[0]
        quoted = quotes.find(analysis)
        found = attributions.find(analysis, Names(()), quoted)
        return found, attributions.speakers(quoted, found)

    return find


def row(found: Attribution) -> Row:
    """An attribution as its words: source, cue, content."""
    assert found.cue is not None
    assert found.content is not None
    return (found.source.text if found.source else None, found.cue.text, found.content.text)


ONE: list[tuple[str, Row]] = [
    ("Officials said the bridge was safe.", ("Officials", "said", "the bridge was safe")),
    (
        "The bridge will reopen in May, the council announced on Tuesday.",
        ("the council", "announced", "The bridge will reopen in May"),
    ),
    ("The bridge, she said, would be closed.", ("she", "said", "The bridge, she said, would be closed")),
    ("Holt, it is claimed, forged the log.", (None, "is claimed", "Holt, it is claimed, forged the log")),
    (
        "The pier would cost too much, conceded the harbour master, Dan Holt, on Friday.",
        ("the harbour master, Dan Holt", "conceded", "The pier would cost too much"),
    ),
    (
        "In a statement, the port authority said it had not been told of any cracks.",
        ("the port authority", "said", "it had not been told of any cracks"),
    ),
    (
        "The line said in a statement that its tram had passed its tests.",
        ("The line", "said", "that its tram had passed its tests"),
    ),
    ("Asked whether he would resign, Reed replied: “No.”", ("Reed", "replied", "“No.”")),
    ("The mayor vowed to rebuild the pier.", ("The mayor", "vowed", "to rebuild the pier")),
    ("She called on ministers to act.", ("She", "called on", "ministers to act")),
    (
        "The council urged residents to leave the town.",
        ("The council", "urged", "residents to leave the town"),
    ),
    (
        "Ministers accused the firm of lying to the public.",
        ("Ministers", "accused", "the firm of lying to the public"),
    ),
    ("Critics called the plan a disaster.", ("Critics", "called", "the plan a disaster")),
    ("She described the plan as unsafe.", ("She", "described", "the plan as unsafe")),
    (
        "The firm rejected the offer, which had come on Friday.",
        ("The firm", "rejected", "the offer"),
    ),
    ("The board is convinced that the plan works.", ("The board", "is convinced", "that the plan works")),
    (
        "Residents expressed scepticism about the timetable.",
        ("Residents", "scepticism", "the timetable"),
    ),
    (
        "Reports have surfaced that the operator is insolvent.",
        (None, "Reports", "that the operator is insolvent"),
    ),
    (
        "There is speculation that the operator will leave.",
        (None, "speculation", "that the operator will leave"),
    ),
    ("The ferry allegedly struck a sandbank.", (None, "allegedly", "The ferry allegedly struck a sandbank")),
    (
        "It is widely believed that the operator will leave.",
        (None, "is widely believed", "that the operator will leave"),
    ),
    (
        "The operator is believed to have lost two ships.",
        (None, "is believed", "The operator is believed to have lost two ships"),
    ),
    ("The offer was rejected by the board.", ("the board", "was rejected", "The offer")),
    (
        "According to the harbour's own survey, one in five piles is rotten.",
        ("the harbour's own survey", "According", "one in five piles is rotten"),
    ),
    ("One in five piles is rotten, according to Holt.", ("Holt", "according", "One in five piles is rotten")),
    ("The report found 31 broken valves.", ("The report", "found", "31 broken valves")),
    (
        "The Gazette quoted Reed as saying the port was lost.",
        ("Reed", "saying", "the port was lost"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text for text, _ in ONE])
def test_one_credit(credited: Credited, text: str, expected: Row) -> None:
    found, _ = credited(text)
    assert [row(a) for a in found] == [expected]


NONE = [
    "The ferry sank on Monday.",
    "The harbour has sought new moorings to ease the traffic.",
    "The works release two tonnes of dust per year.",
    "Whatever the panel finds, the pier will go.",
    "The so-called “miracle mortar” crumbled within weeks.",
]


@pytest.mark.parametrize("text", NONE)
def test_the_article_speaks_for_itself(credited: Credited, text: str) -> None:
    found, _ = credited(text)
    assert found == ()


HEADLINES: list[tuple[str, Row]] = [
    ("Minister: bridge to close next year", ("Minister", ":", "bridge to close next year")),
    ("Bridge to close next spring, minister says", ("minister", "says", "Bridge to close next spring")),
    ("Ferry owner unaware of leak – report", ("report", "–", "Ferry owner unaware of leak")),
    (
        "Harbour official claims rivals worried over new pier",
        ("Harbour official", "claims", "rivals worried over new pier"),
    ),
]


@pytest.mark.parametrize(("title", "expected"), HEADLINES, ids=[title for title, _ in HEADLINES])
def test_headlines(credited: Credited, title: str, expected: Row) -> None:
    found, _ = credited(f"{title}\n\nThe tide was low. The boats lay on the sand for an hour.\n")
    assert row(found[0]) == expected


def test_a_topic_before_a_colon_says_nothing(credited: Credited) -> None:
    found, _ = credited("Harbour dispute: what happens next\n\nThe tide was low. The boats lay on the sand.\n")
    assert found == ()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The firm denied that the valve had failed.", True),
        ("The firm rejected the charge.", True),
        ("The firm disputed the figures.", True),
        ("The firm confirmed that the valve had failed.", False),
    ],
)
def test_denial(credited: Credited, text: str, *, denied: bool) -> None:
    found, _ = credited(text)
    assert [a.denied for a in found] == [denied]


def test_a_further_verb_goes_back_to_the_speaker(credited: Credited) -> None:
    text = "The minister denied that the inspectors had been warned and accused the opposition of scaremongering."
    found, _ = credited(text)
    assert [row(a) for a in found] == [
        ("The minister", "denied", "that the inspectors had been warned"),
        ("The minister", "accused", "the opposition of scaremongering"),
    ]


def test_another_voice_inside_ones_words(credited: Credited) -> None:
    found, _ = credited("Brandt said that Mayor Ola Reed had denied any knowledge of the leak.")
    assert [row(a) for a in found] == [
        ("Brandt", "said", "that Mayor Ola Reed had denied any knowledge of the leak"),
        ("Mayor Ola Reed", "had denied", "any knowledge of the leak"),
    ]
    assert [a.denied for a in found] == [False, True]


def test_what_somebody_says_of_themselves_is_no_second_voice(credited: Credited) -> None:
    found, _ = credited("Brandt said she hoped that the pier would last.")
    assert [row(a) for a in found] == [("Brandt", "said", "she hoped that the pier would last")]


def test_a_quotation_goes_on_around_and_after_its_speaker(credited: Credited) -> None:
    text = "“The bridge,” said Ada Brandt, the pilot, “is safe. We checked. Nobody should worry.”"
    found, quoted = credited(text)
    assert [(a.mode, a.content.text if a.content else None) for a in found] == [("direct", text)]
    assert [q.speaker for q in quoted] == ["Ada Brandt", "Ada Brandt"]


def test_a_following_quotation_keeps_the_speaker(credited: Credited) -> None:
    found, _ = credited("“The bridge is safe,” said Ada Brandt. “We checked every bolt.”")
    assert len(found) == 1
    assert found[0].content is not None
    assert found[0].content.text.endswith("“We checked every bolt.”")


def test_open_paragraphs_belong_to_whoever_closes_them(credited: Credited) -> None:
    found, quoted = credited("“We warned them in March.\n\n“We warned them again in April,” said Ola Reed.\n")
    assert len(found) == 1
    assert [q.speaker for q in quoted] == ["Ola Reed", "Ola Reed"]


def test_a_question_mark_does_not_part_a_quotation_from_its_speaker(credited: Credited) -> None:
    _, quoted = credited("“Is it safe?” Holt asked. “I do not know.”")
    assert [q.speaker for q in quoted] == ["Holt", "Holt"]


def test_a_colon_announces_a_quotation(credited: Credited) -> None:
    found, _ = credited("The tide was low that day.\n\nThe mayor continued:\n\n“We shall rebuild the pier.”\n")
    assert [row(a) for a in found] == [("The mayor", "continued", "“We shall rebuild the pier.”")]


def test_a_quotation_of_nobody_stays_so(credited: Credited) -> None:
    found, quoted = credited("Holt spoke first.\n\n“I never saw the memo.” Those were the words on the wall.\n")
    assert found == ()
    assert [q.speaker for q in quoted] == [None]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Brandt said: “We are tired of waiting.”", "direct"),
        ("Brandt said that they were “tired of waiting” for the bus.", "mixed"),
        ("Brandt said that they were tired of waiting.", "indirect"),
    ],
)
def test_mode(credited: Credited, text: str, mode: str) -> None:
    found, _ = credited(text)
    assert [a.mode for a in found] == [mode]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Brandt said that the pier was lost.", "Ada Brandt"),
        ("The pilot, Ada Brandt, said that the pier was lost.", "Ada Brandt"),
        ("A spokesman for Norland Ferries said that the pier was lost.", "Norland Ferries"),
        ("Norland and Southport said that the pier was lost.", "Norland and Southport"),
        ("She said that the pier was lost.", None),
        ("Residents said that the pier was lost.", None),
    ],
)
def test_a_speaker_is_named_or_left_open(credited: Credited, text: str, name: str | None) -> None:
    found, _ = credited(text)
    assert [a.source.name for a in found if a.source] == [name]


def test_spans_slice_to_their_text(credited: Credited) -> None:
    text = "“It is over,” Brandt told the paper.\n\nReed, who said he was tired, denied it. He rejected the bill.\n"
    found, quoted = credited(text)
    spans = [s for a in found for s in (a.source, a.cue, a.content) if s is not None]
    assert len(spans) > 6
    assert all(text[s.start : s.end] == s.text for s in [*spans, *quoted])


@pytest.mark.parametrize(
    "text", ["“", "said", "“ ” ’ ‘", ": — “a", "said said said, said", '"' * 99, "According to", "“a.\n\n“b.\n\n“c."]
)
def test_scraps_do_no_harm(credited: Credited, text: str) -> None:
    found, _ = credited(text)
    assert all(a.content is not None and a.content.text for a in found)


LINES = [
    ("“We open again in June, with a new roof.” – Jon Reed, baker", "Jon Reed, baker", "Reed"),
    ("“We open again in June, with a new roof.” -- Jon Reed", "Jon Reed", "Reed"),
    (
        "“We open again in June, with a new roof.”\n\n— Jon Reed, who runs the mill",
        "Jon Reed, who runs the mill",
        "Reed",
    ),
    ("Union leader Petra Hale: “It is a bad day for the town.”", "Union leader Petra Hale", "Hale"),
    ("And from Mayor Petra Hale:\n\n“It is a bad day for the town.”", "And from Mayor Petra Hale", "Hale"),
    (
        "A word from Petra Hale of the Tarn Guild: “It is a bad day.”",
        "A word from Petra Hale of the Tarn Guild",
        "Hale",
    ),
]


@pytest.mark.parametrize(("text", "source", "name"), LINES)
def test_a_line_without_a_verb_credits_its_quotation(credited: Credited, text: str, source: str, name: str) -> None:
    found, quoted = credited(f"The mill at Tarn shut on Monday.\n\n{text}\n\nIt had stood for a century.")
    assert [(a.source.text, a.mode) for a in found if a.source] == [(source, "direct")]
    assert (quoted[0].speaker or "").endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "The sign on the gate in Tarn: “Shut until further notice, ring at the back.”",
        "“Shut until further notice, ring at the back.” – the gate was locked all day",
        "The motto of the Tarn Guild: “One for all and all for one.”",
    ],
)
def test_a_line_that_names_no_speaker_credits_nobody(credited: Credited, text: str) -> None:
    _, quoted = credited(f"The mill at Tarn shut on Monday.\n\n{text}\n\nIt had stood for a century.")
    assert [q.speaker for q in quoted] == [None]
