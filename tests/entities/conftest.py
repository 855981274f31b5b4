"""Names of invented texts, as the tests of ``entities`` need them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xcheck.entities import names
from xcheck.entities.names import Names
from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.records.document import Document

Resolve = Callable[[str], Names]
Meant = Callable[[str], dict[str, str | None]]


@pytest.fixture(scope="session")
def resolve() -> Resolve:
    """Resolves the names of a text."""

    def resolved(text: str) -> Names:
        return names.resolve(analyse([recognise(Document.from_text(text, name="a"))])[0])

    return resolved


@pytest.fixture(scope="session")
def meant(resolve: Resolve) -> Meant:
    """What each mention of a text means: its words (numbered from the second time on) and the key of its entity."""

    def found(text: str) -> dict[str, str | None]:
        keys: dict[str, str | None] = {}
        for mention in resolve(text).mentions:
            words = text[mention.start : mention.end]
            count = sum(1 for seen in keys if seen.split("#")[0] == words)
            keys[f"{words}#{count + 1}" if count else words] = mention.entity.key
        return keys

    return found
