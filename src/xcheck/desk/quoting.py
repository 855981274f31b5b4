"""A source's words as a quotation with its credit, ready to stand in a draft."""

from __future__ import annotations

from pathlib import PurePosixPath

from xcheck.records.document import Document
from xcheck.reports.passage import visible

_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_ENDS = ".!?…"


def credit(document: Document) -> str:
    """Whom a quotation is credited to: the outlet, else the file without its suffix."""
    return visible(document.outlet or "") or visible(PurePosixPath(document.path).stem) or "the source"


def quoted(passage: str, by: str) -> str:
    """Write a sentence that quotes the passage.

    ``“Four hundred dockers walked out,” the Courier reported.`` Quotation marks inside become
    single ones; white space is folded.
    """
    words = visible(passage).translate(_INNER).strip()
    if words[-1:] in "!?…":
        return f"“{words}” {by} reported."
    return f"“{words.rstrip(_ENDS)},” {by} reported."
