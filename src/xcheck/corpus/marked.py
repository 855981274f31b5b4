"""The marks of an article as a row, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from xcheck.records.document import Document
from xcheck.stories.marks import Marks, marks


def row(document: Document) -> dict[str, Any]:
    """What tells a document's story from others."""
    found = marks(document)
    return {
        "document": found.document,
        "headline": found.headline,
        "terms": [{"term": term, "count": count} for term, count in found.terms.items()],
        "head": sorted(found.head),
        "days": sorted(found.days),
        "length": found.length,
    }


def of_row(row: Mapping[str, Any]) -> Marks:
    """The marks that a row holds."""
    return Marks(
        document=row["document"],
        headline=row["headline"],
        terms=Counter({term["term"]: term["count"] for term in row["terms"]}),
        head=frozenset(row["head"]),
        days=frozenset(row["days"]),
        length=row["length"],
    )
