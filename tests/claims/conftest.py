"""What the tests of single slots share: the clauses of an invented text, before any slot is filled."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.claims import clauses
from xcheck.claims.clauses import Clause
from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.document import Document

ClauseOf = Callable[[str, str], Clause]


@pytest.fixture(scope="session")
def clause_of() -> ClauseOf:
    """The clause of a text that holds a word: ``clause_of("Nobody was hurt.", "hurt")``; the one headed by it first."""

    def pick(text: str, word: str) -> Clause:
        found = clauses.find(analyse([recognise(Document.from_text(text, name="a"))])[0])
        headed = [c for c in found if c.root.text == word]
        return [*headed, *(c for c in found if any(t.text == word for t in c.tokens))][0]

    return pick
