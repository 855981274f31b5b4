"""Phrases of a lexicon, found in the words of a sentence by form or lemma."""

from __future__ import annotations

import pytest

from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.phrases import PhraseTable, phrase_at
from xcheck.records.document import Document

PHRASES = [
    ("The board hit back at the union.", "hit", "idiom", "hit back at"),
    ("The union is hitting out at the board.", "hitting", "idiom", "hitting out at"),
    ("Moss made it clear that Brandt would go.", "made", "idiom", "made it clear that"),
    ("The waves hit the pier.", "hit", "idiom", ""),
    ("According to the board, the pier is safe.", "According", "according", "According to"),
    ("In the view of the board, it is safe.", "In", "according", "In the view of"),
    ("In the port of Tarnow, it is safe.", "In", "according", ""),
]


@pytest.mark.parametrize(("text", "form", "key", "expected"), PHRASES)
def test_longest_phrase_at_a_word(text: str, form: str, key: str, expected: str) -> None:
    doc = analyse([recognise(Document.from_text(text, name="d"))])[0].doc
    listed = lexicon(Reporting).idiom if key == "idiom" else lexicon(Reporting).according
    token = next(t for t in doc if t.text == form)
    assert " ".join(t.text for t in phrase_at(token, PhraseTable({key: listed}))) == expected
