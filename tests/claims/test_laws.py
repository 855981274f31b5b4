"""The laws of the claim records, on news made of invented sentences and on whatever else may stand in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from xcheck import api
from xcheck.claims.quantity import quantities
from xcheck.errors import XcheckError
from xcheck.ingest.collect import collect
from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.base import Record, Span
from xcheck.records.claim import Claim, Quantity
from xcheck.records.document import Document

SAME_EACH_RUN = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # making a failing text shorter parses some hundred others
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
BATCH = 8

WHO = [
    "Ada Lunde, the mayor of Brenholt,",
    "Lunde",
    "She",
    "Two officials",
    "The Corvale Port Authority",
    "A spokesman",
    "Nobody",
]
SAID = ["said on Tuesday that", "denied that", "told reporters that", "believes", "claimed, citing The Quay Post, that"]
THAT = [
    "at least 23 of the 120 pumps had failed because of rust",
    "the ferry would not sail until 4 March 2031",
    "repairs cost £3.5m-£4m, or 12% more than in 2029",
    "it was unclear how many crew were hurt",
    "the port could close within two weeks to save money",
    "neither side had agreed to “the so-called quay pact”",
    "Jonas Reed, 41, a deckhand from Oslo, was fined $1,200 after a row",
]
WHOLE = [
    "“We lost the bridge,” she added, “and nobody warned us.”",
    "“Nothing was done,” said Reed. “Not then. Not later, when 40 men drowned.”",
    "According to the harbour office, water rose 3 metres to 5.2 metres last Friday.",
    "What did the council know? “Little,” Lunde's deputy insists.",
    "Had the alarm worked, the crew — three Danes, two Poles — might have lived.",
    "Reported by the Quay Post, the blast tore a 40-metre hole in the hull, injuring dozens.",
    "If approved, the plan would double rents; critics call it “a disgrace”.",
    "The pier, closed since May, reopened and was shut again hours later.",
    "“It began at dawn.\n\n“It ended at noon,” Reed told the inquiry.",
]
ODD = [
    *"“”‘’\"'«»$£€¥%()[]{}—–-…/\\\t\n:;,.!?*#_>|",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\x00",
    "\x85",
    "\u2028",
    "\r\n",
]
ODD += [
    "**",
    "[a](b)",
    "# ",
    "9" * 300,
    "\n\n",
    "1,000,000.000",
    "½",
    "²",
    "१२",
    "۳",
    "Ⅻ",
    "1e999",
    "-0",
    "$",
    "£3.5bn",
    "1/0",
    "30 February",
    "24:61",
    "the 99th of May",
]
ODD += [
    "year 0000",
    "in 99999",
    "from 9 to",
    "two-thirds",
    "said",
    "he said, she said",
    "not not",
    "x" * 900,
    "9" * 400,
    "ß",
    "İ",
    "😀",
    "é",
]
UNRELATED = "A bakery in Tilmouth has put its ovens up for sale.\n"

sentence = st.one_of(
    st.sampled_from(WHOLE), st.builds(lambda *w: f"{' '.join(w)}.", *map(st.sampled_from, (WHO, SAID, THAT)))
)
paragraph = st.lists(sentence, min_size=1, max_size=3).map(" ".join)
news = st.lists(paragraph, min_size=2, max_size=3).map("\n\n".join)
odd = st.lists(st.one_of(st.sampled_from(ODD), sentence, st.text(max_size=12)), max_size=14).map(" ".join)
glued = st.lists(st.one_of(st.sampled_from(ODD), st.sampled_from(THAT), st.text(max_size=3)), max_size=10).map("".join)
anything = st.one_of(news, odd, glued, st.text(max_size=120))


def many(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Several texts, since a batch parses faster than its documents."""
    return st.lists(texts, min_size=BATCH, max_size=BATCH)


def documents(texts: Sequence[str]) -> list[Document]:
    return [Document.from_text(text, name=f"d{i}") for i, text in enumerate(texts)]


def spans_of(value: Any) -> Iterator[Span]:
    """Every span of a record, itself included where it is one."""
    if isinstance(value, Span | Claim):
        yield value if isinstance(value, Span) else value.span
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)


def files(texts: Sequence[str], name: str) -> Iterator[Document]:
    """The texts as files of a format, without those that are no article."""
    for text in texts:
        with suppress(XcheckError):
            yield from collect(["-"], stdin=text.encode("utf-8", "replace"), stdin_name=name)[0]


@SAME_EACH_RUN
@given(many(anything))
def test_no_input_raises_and_every_span_slices_to_its_text(texts: list[str]) -> None:
    for read in (documents(texts), list(files(texts, "a.txt")), list(files(texts, "a.md"))):
        for document, claims in zip(read, api.claims_of(read), strict=True):
            for span in (s for claim in claims for s in spans_of(claim)):
                assert 0 <= span.start <= span.end <= len(document.text)
                assert document.text[span.start : span.end] == span.text


@SAME_EACH_RUN
@given(many(anything))
def test_every_mention_lies_in_its_claim_or_its_attribution(texts: list[str]) -> None:
    """Who takes part and why may stand elsewhere in the sentence: verbs share a subject, a cause has its own clause."""
    for claim in (c for claims in api.claims_of(documents(texts)) for c in claims):
        assert claim.sentence.contains(claim.span)
        credited = list(spans_of(claim.attribution))
        for slot in ("predicate", "quantities", "times", "places", "roles", "quotes"):
            for mention in spans_of(getattr(claim, slot)):
                assert any(home.contains(mention) for home in (claim.span, *credited)), (slot, mention, claim.text)
        for mention in (*spans_of(claim.participants), *spans_of(claim.cause)):
            assert claim.sentence.contains(mention), (mention, claim.sentence)


@SAME_EACH_RUN
@given(many(news))
def test_an_unrelated_paragraph_at_the_end_changes_nothing_before_it(texts: list[str]) -> None:
    longer = [f"{text}\n\n{UNRELATED}" for text in texts]
    for text, alone, extended in zip(
        texts, api.claims_of(documents(texts)), api.claims_of(documents(longer)), strict=True
    ):
        kept = [c for c in extended if c.start < len(text)]
        assert [c.model_dump() for c in kept] == [c.model_dump() for c in alone]


def figures_of(texts: Sequence[str]) -> list[tuple[Quantity, ...]]:
    return [quantities.find(a) for a in analyse([recognise(d) for d in documents(texts)])]


number = st.one_of(
    st.integers(2, 10**7).map("{:,}".format),
    st.integers(2, 999).map(str),
    st.decimals(1, 900, places=1).map("{} million".format),
    st.sampled_from(
        ["two", "seventeen", "a dozen", "thirty-four", "half a million", "tens of thousands of", "two-thirds of"]
    ),
    st.tuples(st.integers(2, 40), st.integers(41, 900)).map("{0[0]} to {0[1]}".format),
)
exact = [
    *("12%", "3.5 percentage points", "25 basis points", "30-40%", "one in five voters", "three out of four homes"),
    *("between 8,000 and 12,000 people", "from 5 to 7 ships", "several hundred pilots", "a million and a half trees"),
    *("$3 million a day", "€3.2bn-€3.5bn", "$7,000 to $9,000 per child", "£2m to £3m", "$1.05 a share", "$100m-plus"),
    *("70mph", "6ft 2in", "5,000 sq ft", "40 miles an hour", "300,000 barrels a day", "two and a half hours", "20C"),
    *(
        "three-quarters of a mile",
        "less than half of the seats",
        "40-odd ships",
        "an estimated 200 jobs",
        "10k followers",
    ),
]
bound = st.sampled_from(["", "at least ", "more than ", "up to ", "about ", "nearly ", "fewer than "])
counted = st.sampled_from(["sailors", "houses", "tonnes of grain", "kilometres", "injured miners"])
money = st.builds(
    "{}{}{}".format, st.sampled_from("£$€"), st.integers(2, 999), st.sampled_from(["m", "bn", "", " million"])
)
amount = st.one_of(
    st.sampled_from(exact), st.builds("{}{} {}".format, bound, number, counted), st.builds("{}{}".format, bound, money)
)


@SAME_EACH_RUN
@given(many(amount))
def test_a_quantity_survives_the_way_through_its_own_text(amounts: list[str]) -> None:
    first = figures_of([f"The report lists {words}." for words in amounts])
    assert all(len(found) == 1 for found in first), list(zip(amounts, first, strict=True))
    again = figures_of([f"The report lists {found[0].text}." for found in first])
    for (one,), back in zip(first, again, strict=True):
        assert [(q.low, q.high, q.unit, q.change, q.text) for q in back] == [
            (one.low, one.high, one.unit, one.change, one.text)
        ]
