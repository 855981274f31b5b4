"""The tables as Parquet: their schemas, and the same bytes for the same rows."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from xcheck.errors import InputError

_STRETCH = pa.struct([("start", pa.int64()), ("end", pa.int64())])
_REGION = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("kind", pa.string())])
_TERM = pa.struct([("term", pa.string()), ("count", pa.int64())])
_FACTS: tuple[tuple[str, pa.DataType], ...] = (
    ("title", pa.string()),
    ("byline", pa.string()),
    ("outlet", pa.string()),
    ("published", pa.date32()),
)


def _schema(*columns: tuple[str, pa.DataType], optional: Sequence[str] = ()) -> pa.Schema:
    return pa.schema([pa.field(name, kind, nullable=name in optional) for name, kind in columns])


# Described in docs/corpus.md. ``raw``, ``marks`` and ``told`` serve while a run works, and are not kept for a reader.
SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": _schema(
        ("id", pa.string()),
        ("path", pa.string()),
        *_FACTS,
        ("text", pa.string()),
        ("regions", pa.list_(_REGION)),
        ("markup", pa.list_(_STRETCH)),
        ("digest", pa.string()),
        optional=("title", "byline", "outlet", "published"),
    ),
    "claims": _schema(
        ("id", pa.string()),
        ("document", pa.string()),
        ("number", pa.int64()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("text", pa.string()),
        ("certainty", pa.string()),
        ("polarity", pa.string()),
        ("speaker", pa.string()),
        ("record", pa.string()),
        optional=("speaker",),
    ),
    "stories": _schema(
        ("id", pa.string()),
        ("headline", pa.string()),
        ("central", pa.string()),
        ("documents", pa.list_(pa.string())),
    ),
    "findings": _schema(
        ("story", pa.string()),
        ("id", pa.string()),
        ("rule", pa.string()),
        ("kind", pa.string()),
        ("type", pa.string()),
        ("severity", pa.string()),
        ("confidence", pa.float64()),
        ("message", pa.string()),
        ("documents", pa.list_(pa.string())),
        ("record", pa.string()),
        optional=("type",),
    ),
    "skipped": _schema(
        ("name", pa.string()),
        ("path", pa.string()),
        ("step", pa.string()),
        ("reason", pa.string()),
    ),
    "told": _schema(
        ("page", pa.string()),
        ("headline", pa.string()),
        ("articles", pa.int64()),
        ("divergence", pa.int64()),
        ("extrapolation", pa.int64()),
        ("agreement", pa.int64()),
        ("message", pa.string()),
        ("weight", pa.float64()),
        optional=("message",),
    ),
    "raw": _schema(
        ("name", pa.string()),
        ("path", pa.string()),
        ("kind", pa.string()),
        ("data", pa.binary()),
        *_FACTS,
        ("seen", pa.date32()),
        ("reason", pa.string()),
        optional=("title", "byline", "outlet", "published", "seen", "reason"),
    ),
    "marks": _schema(
        ("document", pa.string()),
        ("headline", pa.string()),
        ("terms", pa.list_(_TERM)),
        ("head", pa.list_(pa.string())),
        ("days", pa.list_(pa.date32())),
        ("length", pa.int64()),
        ("digest", pa.string()),
        ("partition", pa.string()),
    ),
}


def written(table: str, groups: Iterable[Sequence[Mapping[str, Any]]]) -> bytes:
    """The rows as a Parquet file of a table's schema, in their order; each group can be read by itself."""
    sink, schema = io.BytesIO(), SCHEMAS[table]
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for group in groups:
            writer.write_table(pa.Table.from_pylist(list(group), schema=schema))
    return sink.getvalue()


def rows(data: bytes, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The rows of a Parquet file that xcheck has written, or some of their columns."""
    found: list[dict[str, Any]] = pq.read_table(io.BytesIO(data), columns=columns).to_pylist()
    return found


def count(stream: IO[bytes]) -> int:
    """How many rows such a file has."""
    return int(pq.read_metadata(stream).num_rows)


def rows_of(stream: IO[bytes], column: str, values: Collection[str]) -> list[dict[str, Any]]:
    """The rows of such a file in which a column has one of some values; groups without them are not read."""
    found: list[dict[str, Any]] = pq.read_table(stream, filters=[(column, "in", sorted(values))]).to_pylist()
    return found


MOST_UNPACKED = 2_000_000_000  # bytes of one column of a row group
_AT_ONCE = 16  # rows


def records(stream: IO[bytes], fields: frozenset[str]) -> Iterator[dict[str, Any]]:
    """The rows of anybody's Parquet file, as far as their columns have one of the names, in lower case.

    Raises InputError where it is broken, has none of these columns, or unpacks to more than memory should hold.
    """
    try:
        file = pq.ParquetFile(stream)
        wanted = [name for name in file.schema_arrow.names if name.lower() in fields]
        if not wanted:
            raise InputError(f"none of its columns ({', '.join(file.schema_arrow.names[:20])}) is one of an article")
        _refuse_bombs(file)
        for batch in file.iter_batches(batch_size=_AT_ONCE, columns=wanted):
            yield from batch.to_pylist()
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"it is no whole Parquet file ({error})") from error


def _refuse_bombs(file: pq.ParquetFile) -> None:
    about = file.metadata
    for group in range(about.num_row_groups):
        columns = (about.row_group(group).column(i) for i in range(about.num_columns))
        if max((column.total_uncompressed_size for column in columns), default=0) > MOST_UNPACKED:
            raise InputError(f"row group {group} unpacks to more than {MOST_UNPACKED:,} bytes: write smaller ones")
