"""What is written of an article comes back as it was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from xcheck import api
from xcheck.archive import records
from xcheck.ingest.layout import recognise
from xcheck.records.document import Document

if TYPE_CHECKING:
    from tests.conftest import ClaimsOf

TEXT = "The council of Torvik paid 3.10 million euros, some 2.5 percent more, for “a bridge” on 4 March 2024, it said."


def test_claims_come_back_under_another_name_and_lose_no_digit(claims_of: ClaimsOf) -> None:
    found = claims_of(TEXT)
    again = records.read_claims(records.written_claims(found), "b (4 March 2024)")
    assert {c.document for c in again} == {"b (4 March 2024)"}
    assert [c.id for c in again] == [c.id.replace("a#", "b (4 March 2024)#") for c in found]
    same = [c.model_copy(update={"id": f.id, "document": f.document}) for c, f in zip(again, found, strict=True)]
    assert same == [*found]


def test_vectors_come_back_to_the_last_bit() -> None:
    extracted = api.extract([Document.from_text(TEXT, name="a")])["a"]
    assert np.array_equal(records.read_vectors(records.written_vectors(extracted.vectors)), extracted.vectors)


def test_a_document_comes_back_with_its_layout() -> None:
    document = recognise(
        Document.from_text("Fair at Torvik\n\nThe fair was held.", name="a", published=date(2024, 3, 4))
    )
    again = records.read_document(records.written_document(document), "b")
    assert again == document.model_copy(update={"id": "b", "path": "b"})


@pytest.mark.parametrize(
    ("change", "is_same"),
    [
        ({"id": "z", "path": "z"}, True),
        ({"text": "The fair was not held."}, False),
        ({"outlet": "Torvik Post"}, False),
        ({"published": date(2024, 3, 5)}, False),
    ],
)
def test_an_article_is_known_by_all_but_its_file(change: dict[str, object], *, is_same: bool) -> None:
    document = Document.from_text("The fair was held.", name="a", published=date(2024, 3, 4))
    assert (records.digest(document.model_copy(update=change)) == records.digest(document)) is is_same
