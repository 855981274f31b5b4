"""Any text goes through all steps: 500 texts in ``make test``, 10,000 in ``make fuzz``, the same ones each time."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from xcheck import api
from xcheck.drafts.suppress import in_text
from xcheck.engine.load import load_rules
from xcheck.ingest.directives import DIRECTIVE
from xcheck.ingest.english import is_english
from xcheck.ingest.layout import recognise
from xcheck.nlp.sentences import sentence_spans
from xcheck.records.document import Document

BATCH = 50  # texts that are parsed together
FEW = 2  # of them are compared
RULES = load_rules()

OPENINGS = ["denied Smith.", "Said the mayor:", ", he said", ": “No", "“", "’", "-", "Of 40 men, the", "43, said Roe."]
CLAUSES = [
    "the pier at Velmouth fell on Monday",
    "that she said that he said",
    "who is 43 and denied it",
    "at least 12 of the 300 boats sank",
    "the pier would not be rebuilt until 2034",
    "because of the storm, or despite it",
    "between five and 7 million crowns a year",
    "according to two people with knowledge of it",
    "the so-called “quay pact”",
    "no one but the 3-year-old Ostrel FC was hurt",
    "not only did it fall; it also burnt",
]
NAMES = ["Bo Ek", "Ms de la Tour", "the mayor of Velmouth, Ada Lunde, 43,", "Tarn PD", "O’Hara", "X", "She", "the U.S."]
SIGNS = [
    *"“”‘’\"'«»`´—–-…/\\\t\n:;,.!?*#_>|()[]{}<>&@%$€£°½²ß\u0130\u200b\u202e\ufeff\x85\u2028\x00",
    *(
        "\r\n",
        "\n\n",
        "--",
        "...",
        '""',
        "“”",
        "’’",
        "\ud800",
        "\U0001f600",
        "e\u0301",
        "<!--",
        "9" * 60,
        "x" * 250,
        " " * 40,
    ),
    *(
        "1,000,000.00",
        "1e999",
        "30 February",
        "25:61",
        "Tuesday, 31 June 2030",
        "a.m.",
        "p.m. Monday",
        "UPDATED",
        "By Bo Ek",
    ),
    *("OXMOUTH, March 2 (AB) -", "Read more", "©", "https://x.example/a", "@bo", "<!-- xcheck: ignore[XQ002] x -->"),
]

said = st.sampled_from(["said", "denied that", "told us"])
ending = st.sampled_from([".", "", "?", ".”"])
word = st.one_of(st.sampled_from([*OPENINGS, *CLAUSES, *NAMES]), st.sampled_from(SIGNS), st.text(max_size=6))
sentence = st.builds("{} {} {}{}".format, st.sampled_from(NAMES), said, st.sampled_from(CLAUSES), ending)
parts = st.lists(st.one_of(word, sentence), max_size=10)
mixed = st.builds(str.join, st.sampled_from([" ", "", "\n"]), parts)
repeated = st.builds(lambda part, times, end: part * times + end, word, st.integers(2, 40), word)
text = st.one_of(mixed, mixed, repeated, st.text(max_size=60))
several = st.lists(text, min_size=BATCH, max_size=BATCH)
# Making a failing batch shorter would parse hundreds of others.
BATCHED = settings(max_examples=max(1, settings().max_examples // BATCH), phases=[Phase.generate])


def documents(texts: Sequence[str]) -> list[Document]:
    return [recognise(Document.from_text(text, name=f"d{n:02}")) for n, text in enumerate(texts)]


@given(text)
def test_any_text_is_laid_out_and_cut_into_sentences(words: str) -> None:
    (document,) = documents([words])
    regions = [(r.start, r.end) for r in document.regions]
    assert regions == sorted(regions)
    assert all(document.text[r.start : r.end] == r.text for r in document.regions)
    assert not any(c.isalnum() for c in uncovered(document.text, regions))
    spans = sentence_spans(document)
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(document.text) for start, end in spans)
    assert is_english(words) in (True, False)
    assert len(list(in_text(document, RULES))) == len(DIRECTIVE.findall(document.text))


def uncovered(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """What lies in no region."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


@BATCHED
@given(several)
def test_any_texts_have_claims_and_are_compared(texts: list[str]) -> None:
    read = documents(texts)
    for document, claims in zip(read, api.claims_of(read), strict=True):
        assert all(document.text[c.span.start : c.span.end] == c.span.text for c in claims)
    some = sorted(read, key=lambda d: -len(d.text))[:FEW]
    report = api.compare(some, judged=False)
    assert [d.id for d in report.documents] == sorted(d.id for d in some)
    draft, *sources = some
    assert api.check(draft, against=sources, judged=False).documents[0].id == draft.id


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_text_may_begin_anywhere(opening: str) -> None:
    one, other = documents([f"{opening} The pier at Velmouth is safe.", '""The pier is safe."" the mayor said.'])
    assert len(api.compare([one, other], judged=False).documents) == 2
