"""Verbs in a silent "e" keep it, whatever form they stand in."""

from __future__ import annotations

import pytest

from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.document import Document

FORMS = [
    ("The minister hopes for rain.", "hopes", "hope"),
    ("She hoped for rain.", "hoped", "hope"),
    ("He was riding home.", "riding", "ride"),
    ("The agency rated the bonds poorly.", "rated", "rate"),
    ("The goat hopped over the wall.", "hopped", "hop"),
    ("They were planning a fair.", "planning", "plan"),
    ("He pushes the cart.", "pushes", "push"),
    ("The pump failed.", "failed", "fail"),
]


@pytest.mark.parametrize(("text", "form", "lemma"), FORMS)
def test_lemma(text: str, form: str, lemma: str) -> None:
    tokens = [t for s in analyse([recognise(Document.from_text(text, name="d"))])[0].sentences for t in s.tokens]
    assert next(t.lemma_ for t in tokens if t.text == form) == lemma
