"""Documents out of raw articles, and as rows of the table."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from xcheck.corpus.raw import Raw
from xcheck.errors import InputError
from xcheck.ingest.blocks import blocks
from xcheck.ingest.collect import fitting
from xcheck.ingest.files import read_as
from xcheck.ingest.reading import Reading, joined
from xcheck.records.base import whole
from xcheck.records.document import Document, Region, RegionKind


def document(raw: Raw) -> Document:
    """The document of a raw article. Raises InputError where it was set aside, cannot be read, is empty or foreign."""
    if raw.reason:
        raise InputError(raw.reason)
    reading = _told(read_as(raw.kind, raw.data), raw)
    found = fitting(reading, name=whole(raw.name), published=raw.seen)
    return found.model_copy(update={"path": whole(raw.path), "sources": ()})


def _told(reading: Reading, raw: Raw) -> Reading:
    """The reading with what its record says of it; a headline that a plain text lacks goes before it."""
    about = {
        "title": reading.title or raw.title,
        "byline": reading.byline or raw.byline,
        "outlet": reading.outlet or raw.outlet,
        "published": reading.published or raw.published,
    }
    if raw.kind != ".txt" or not raw.title or reading.text.lstrip().startswith(raw.title):
        return replace(reading, **about)  # type: ignore[arg-type]
    paragraphs: list[tuple[RegionKind | None, str]] = [("title", raw.title)]
    paragraphs += [(None, reading.text[start:end]) for start, end in blocks(reading.text)]
    return joined(paragraphs, **about)


def row(document: Document) -> dict[str, Any]:
    """A document as a row of the table."""
    found = {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "byline": document.byline,
        "outlet": document.outlet,
        "published": document.published,
        "text": document.text,
        "regions": [{"start": r.start, "end": r.end, "kind": r.kind} for r in document.regions],
        "markup": [{"start": start, "end": end} for start, end in document.markup],
    }
    return {**found, "digest": hashlib.sha256(json.dumps(found, default=str, sort_keys=True).encode()).hexdigest()}


def of_row(row: Mapping[str, Any]) -> Document:
    """The document that a row holds."""
    text = row["text"]
    return Document(
        id=row["id"],
        path=row["path"],
        title=row["title"],
        byline=row["byline"],
        outlet=row["outlet"],
        published=row["published"],
        text=text,
        regions=tuple(
            Region(start=r["start"], end=r["end"], kind=r["kind"], text=text[r["start"] : r["end"]])
            for r in row["regions"]
        ),
        markup=tuple((m["start"], m["end"]) for m in row["markup"]),
    )
