"""What the library offers: read, claims, compare, check. It wires the steps; it prints nothing and never exits."""

from __future__ import annotations

from collections.abc import Sequence

from xcheck.claims import extract
from xcheck.ingest.layout import recognise
from xcheck.language.analysis import analyse
from xcheck.records.claim import Claim
from xcheck.records.document import Document


def claims(document: Document) -> tuple[Claim, ...]:
    """The claims of one document, in the order of the text."""
    return claims_of([document])[0]


def claims_of(documents: Sequence[Document]) -> list[tuple[Claim, ...]]:
    """The claims of several documents, parsed in one batch."""
    return [extract.claims(a) for a in analyse([recognise(d) for d in documents])]
