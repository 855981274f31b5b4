"""What an archive keeps of an article: text and claims as compressed JSON, vectors as integers."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from xcheck.alignment.vectors import SIZE, Vectors
from xcheck.nlp.days import whole_day
from xcheck.records.claim import Claim
from xcheck.records.document import Document

_CLAIMS = TypeAdapter(tuple[Claim, ...])
ONE = 10_000  # a vector's numbers are rounded to four digits: as integers they lose nothing
_LEVEL = 6
SIGNS = 128  # dimensions whose signs are kept to search by


class Extracted(NamedTuple):
    """What is extracted from a document: its claims, and one vector for each sentence that has a claim."""

    claims: tuple[Claim, ...]
    vectors: Vectors


class Entry(NamedTuple):
    """An article as a list of the archive has it; ``name`` is what it is called, ``reader`` what read it."""

    id: int
    name: str
    title: str | None
    outlet: str | None
    published: date | None
    claims: int
    reader: str

    @property
    def called(self) -> str:
        """How findings call the article: by its name and its day; a file at hand may have the name alone."""
        return f"{self.name} ({whole_day(self.published) if self.published else 'archive'})"


COLUMNS = "id, name, title, outlet, published, claims, reader"


def entry(row: tuple[int, str, str | None, str | None, str | None, int, str]) -> Entry:
    """The entry in a row of ``COLUMNS``."""
    day = row[4]
    return Entry(*row[:4], date.fromisoformat(day) if day else None, *row[5:])


def digest(document: Document) -> str:
    """What an article is known by: its text, title, outlet and day, but not its file."""
    told = (document.text, document.title, document.outlet, document.published)
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def written_document(document: Document) -> bytes:
    """The bytes that keep a document, without its name."""
    return zlib.compress(document.model_dump_json(exclude={"id", "path", "sources"}).encode(), _LEVEL)


def read_document(content: bytes, name: str) -> Document:
    """The document in such bytes, under a name."""
    return Document(**{**json.loads(zlib.decompress(content)), "id": name, "path": name})


def written_claims(claims: Sequence[Claim]) -> bytes:
    """The bytes that keep the claims of a document, without its name. Exact numbers are text: none loses a digit."""
    own = [c.model_dump(exclude_defaults=True) | {"document": "", "id": c.id.removeprefix(c.document)} for c in claims]
    return zlib.compress(json.dumps(own, default=str).encode(), _LEVEL)


def read_claims(content: bytes, name: str) -> tuple[Claim, ...]:
    """The claims in such bytes, as those of the document of a name."""
    found = json.loads(zlib.decompress(content))
    for claim in found:
        claim |= {"document": name, "id": name + claim["id"]}
    return _CLAIMS.validate_python(found)


def written_vectors(vectors: Vectors) -> bytes:
    """The bytes that keep vectors, shape ``(sentences, 384)``."""
    return np.round(vectors * np.float32(ONE)).astype("<i2").tobytes()


def read_vectors(content: bytes) -> Vectors:
    """The vectors in such bytes, equal to those that were written."""
    return (np.frombuffer(content, dtype="<i2").astype(np.float32) / np.float32(ONE)).reshape(-1, SIZE)


def whole_vectors(content: bytes) -> npt.NDArray[np.float64]:
    """The vectors in such bytes times ``ONE``: whole numbers, of which a product is exact in whatever order."""
    return np.frombuffer(content, dtype="<i2").astype(np.float64).reshape(-1, SIZE)


def signs(vectors: Vectors) -> bytes:
    """The signs of the first 128 dimensions of each vector, 16 bytes each: enough to find what may be near."""
    return np.packbits(vectors[:, :SIGNS] > 0, axis=1).tobytes()


def seal(*contents: bytes) -> str:
    """A digest by which damage shows."""
    return hashlib.sha256(b"".join(hashlib.sha256(c).digest() for c in contents)).hexdigest()
