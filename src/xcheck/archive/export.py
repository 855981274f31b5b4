"""The archive as Parquet, for programs that read tables: documents, claims with their slots, sentences with vectors."""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xcheck.alignment.sentences import sentences
from xcheck.alignment.vectors import SIZE
from xcheck.archive.keeping import outdated
from xcheck.archive.records import Entry, Extracted
from xcheck.archive.searching import Period, document_of, entries, extracted_of
from xcheck.archive.store import Store, errors
from xcheck.errors import UsageError
from xcheck.records.document import Document

if TYPE_CHECKING:
    import pyarrow as pa

TABLES = ("documents", "claims", "sentences")
_GROUP = 500  # articles of one row group

Row = dict[str, Any]


def export(store: Store, out: Path, reader: str) -> list[Path]:
    """Write a file for each of ``TABLES`` into a folder, each whole or not at all; articles in order of their names.

    Raises UsageError where pyarrow is missing, or something else than ``reader`` has read some of the articles;
    ArchiveError where a file cannot be written.
    """
    if importlib.util.find_spec("pyarrow") is None:
        raise UsageError("Parquet takes a library more: pip install 'xcheck-claims[archive]'")
    if old := outdated(store, reader):
        raise UsageError(f"another version has read {old} of the articles: xcheck archive compact reads them anew")
    import pyarrow.parquet as pq  # noqa: PLC0415 - what only an export needs

    schemas = _schemas()
    held = sorted(entries(store, Period()), key=lambda e: e.name)
    with errors(out):
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".new-") as made:
            files = {name: Path(made, f"{name}.parquet") for name in TABLES}
            writers = {name: pq.ParquetWriter(files[name], schemas[name], compression="zstd") for name in TABLES}
            for first in range(0, len(held), _GROUP):
                for name, table in _tables(store, held[first : first + _GROUP], schemas).items():
                    writers[name].write_table(table)
            for writer in writers.values():
                writer.close()
            return [files[name].replace(out / files[name].name) for name in TABLES]


def _schemas() -> dict[str, pa.Schema]:
    import pyarrow as pa  # noqa: PLC0415

    text, number = pa.string(), pa.int32()
    span = [("start", number), ("end", number), ("text", text)]
    head = [("document", text), ("title", text), ("outlet", text), ("published", pa.date32()), ("text", text)]
    slots = [("form", text), ("headline", pa.bool_()), ("polarity", text), ("certainty", text), ("slots", text)]
    return {
        "documents": pa.schema(head),
        "claims": pa.schema([("document", text), ("claim", text), *span, ("sentence", number), *slots]),
        "sentences": pa.schema([("document", text), *span, ("vector", pa.list_(pa.float32(), SIZE))]),
    }


def _tables(store: Store, held: Sequence[Entry], schemas: dict[str, pa.Schema]) -> dict[str, pa.Table]:
    import pyarrow as pa  # noqa: PLC0415

    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for one in held:
        document, extracted = document_of(store, one), extracted_of(store, one)
        rows["documents"].append(_head(one, document))
        rows["claims"] += _claims(one, extracted)
        rows["sentences"] += _sentences(one, extracted)
    return {name: pa.Table.from_pylist(rows[name], schema=schemas[name]) for name in TABLES}


def _head(one: Entry, document: Document) -> Row:
    told = {"title": one.title, "outlet": one.outlet, "published": one.published}
    return {"document": one.name, **told, "text": document.text}


def _claims(one: Entry, extracted: Extracted) -> Iterator[Row]:
    """A row for each claim; ``slots`` has the whole record as JSON, ``sentence`` where its sentence starts."""
    for claim in extracted.claims:
        own = {
            name: getattr(claim, name) for name in ("start", "end", "text", "form", "headline", "polarity", "certainty")
        }
        slots = claim.model_dump_json(exclude={"id", "document"}, exclude_defaults=True)
        number = claim.id.removeprefix(one.called).lstrip("#")
        yield {"document": one.name, "claim": number, **own, "sentence": claim.sentence.start, "slots": slots}


def _sentences(one: Entry, extracted: Extracted) -> Iterator[Row]:
    for sentence, vector in zip(sentences(extracted.claims), extracted.vectors, strict=True):
        span = sentence.span
        yield {"document": one.name, "start": span.start, "end": span.end, "text": span.text, "vector": vector.tolist()}
