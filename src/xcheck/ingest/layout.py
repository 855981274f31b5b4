"""What the lines of an article are: title, byline, dateline, furniture or body."""

from __future__ import annotations

from xcheck.records.document import Document, Region


def recognise(document: Document) -> Document:
    """The document with its regions, title, byline, outlet and publication date, as far as the text shows them."""
    if document.regions:
        return document
    regions = []
    offset = 0
    for i, line in enumerate(document.text.split("\n")):
        if line.strip():
            start = offset + len(line) - len(line.lstrip())
            end = offset + len(line.rstrip())
            kind = "title" if i == 0 and len(document.text.strip().split("\n")) > 1 and not line.rstrip().endswith(".") else "body"
            regions.append(Region(start=start, end=end, text=document.text[start:end], kind=kind))
        offset += len(line) + 1
    return document.model_copy(update={"regions": tuple(regions)})
