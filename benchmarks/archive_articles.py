"""Fill an archive with invented articles of which only a hundred are parsed.

The base articles (``newsroom.py``, four of each event) are read as ``xcheck archive add`` reads them. Every other
article is a variant of one: its names and figures are replaced by others of the same length, in the text and in the
claims alike, its days are moved by whole weeks, and each vector is moved a little. The four articles of an event change
in the same way, so that they still tell one story. Names follow Zipf's law: some are in thousands of articles, most in
a few. Variants go through the archive's own writer.
"""

from __future__ import annotations

import json
import math
import random
import re
import zlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np

from newsroom import articles
from xcheck import api
from xcheck.alignment.vectors import Vectors
from xcheck.archive.adding import Prepared, keep, prepared
from xcheck.archive.content import Content
from xcheck.archive.records import Extracted, digest, signs, written_vectors
from xcheck.archive.store import Store
from xcheck.cache import Cache, reader
from xcheck.ingest.layout import recognise
from xcheck.nlp.pipeline import model_name
from xcheck.options import Options
from xcheck.records.document import Document

BASES = 96
EACH = 4  # articles of an event
WORDS = 350
BATCH = 200  # articles of a transaction
_NAMES = 50_000  # that there may be of one length
_WEEKS = 500
_MOVED = 0.02  # the standard deviation of each of the 384 numbers of a vector
_ENDS = "wick|sund|mar|berg|dale|ford|holm|by|stead|grove|quay|moor"
_NAME = re.compile(rf"\b([A-Z][a-z]{{3,5}})(?:{_ENDS})\b")  # its first part, which a stem keeps too
_DAY = r"\b\d{4}-\d\d-\d\d"
_FIGURE = r"(?<![-#:.,\w])\d{2,3}(?![-:\w])"
_MARK = "\ue000"  # that no article has


class Base(NamedTuple):
    """An article that was parsed, as JSON: every second piece is a name, a figure or a day, to be replaced.

    ``head`` has its text, title, day, entities and words, ``size`` how many claims it has.
    """

    head: list[str]
    document: list[str]
    claims: list[str]
    vectors: Vectors
    size: int


def bases(cache: Cache) -> list[Base]:
    """Read the base articles; only the first time takes minutes."""
    documents = [recognise(d) for d in articles(BASES, WORDS, EACH)]
    extracted = api.extract(documents, Options(cache=cache))
    return [_base(d, extracted[d.id]) for d in documents]


def _base(document: Document, extracted: Extracted) -> Base:
    parts = set(_NAME.findall(document.text))
    names = "|".join(sorted({*parts, *(p.casefold() for p in parts)}))
    changing = re.compile(rf"\b(?:{names})|{_DAY}|{_FIGURE}")
    one = prepared(document, extracted)
    head = [document.text, one.title, one.published, [*one.content.entities], [*map(list, one.content.words)]]
    contents = [head, *(json.loads(zlib.decompress(c)) for c in (one.content.document, one.content.claims))]
    told, text, claims = (json.dumps(_marked(c, changing), ensure_ascii=False).split(_MARK) for c in contents)
    return Base(told, text, claims, extracted.vectors, one.claims)


def _marked(value: Any, changing: re.Pattern[str]) -> Any:
    """Put a mark at both ends of what is replaced in the strings of some JSON."""
    if isinstance(value, str):
        return changing.sub(lambda found: f"{_MARK}{found.group()}{_MARK}", value)
    if isinstance(value, dict):
        return {k: _marked(v, changing) for k, v in value.items()}
    return [_marked(v, changing) for v in value] if isinstance(value, list) else value


class Change:
    """What replaces names, figures and days in the articles of one event: the same for the same number."""

    def __init__(self, number: int) -> None:
        """Begin with nothing replaced."""
        self.dice = random.Random(number)  # noqa: S311 - invented text
        self.weeks = timedelta(weeks=self.dice.randrange(_WEEKS))
        self.replaced: dict[str, str] = {}

    def __call__(self, pieces: Sequence[str]) -> str:
        """Put the pieces of some JSON together again, changed."""
        new = {old: self._new(old) for old in dict.fromkeys(pieces[1::2])}
        return "".join(piece if at % 2 == 0 else new[piece] for at, piece in enumerate(pieces))

    def _new(self, old: str) -> str:
        if "-" in old:
            return (date.fromisoformat(old) - self.weeks).isoformat()
        key = old.casefold()
        if key not in self.replaced:
            self.replaced[key] = _figure(self.dice, len(old)) if old.isdecimal() else _name(self.dice, len(old))
        return self.replaced[key].title() if old[0].isupper() else self.replaced[key]


def _figure(dice: random.Random, digits: int) -> str:
    return str(dice.randrange(10 ** (digits - 1), 10**digits))


def _name(dice: random.Random, length: int) -> str:
    """Letters that can be spoken; those of a low rank come often."""
    rank = int(math.exp(dice.uniform(0, math.log(_NAMES))))
    letters = ""
    for at in range(length):
        kind = "bcdfghjklmnprstvwz" if at % 2 == 0 else "aeiou"
        rank, which = divmod(rank, len(kind))
        letters += kind[which]
    return letters


def variant(base: Base, number: int, change: Change) -> Prepared:
    """Change an article and what was extracted from it."""
    text, title, published, entities, words = json.loads(change(base.head))
    vectors = _moved(base.vectors, number)
    content = Content(
        zlib.compress(change(base.document).encode()),
        zlib.compress(change(base.claims).encode()),
        written_vectors(vectors),
        signs(vectors),
        tuple(sorted(set(entities))),
        tuple((position, told) for position, told in words),
    )
    name = f"{number}.txt"
    told = Document(id=name, path=name, text=text, title=title, published=date.fromisoformat(published))
    return Prepared(digest(told), name, title, None, published, base.size, content)


def _moved(vectors: Vectors, number: int) -> Vectors:
    moved = vectors + np.random.default_rng(number).normal(0, _MOVED, vectors.shape).astype(np.float32)
    return np.asarray(np.round(moved / np.linalg.norm(moved, axis=1, keepdims=True), 4), np.float32)


def fill(store: Store, read: Sequence[Base], numbers: range) -> None:
    """Put the articles of some numbers in; they are the same each time."""
    now = reader(model_name(None))
    for first in range(numbers.start, numbers.stop, BATCH):
        some = range(first, min(first + BATCH, numbers.stop))
        keep(store, [variant(read[n % len(read)], n, Change(n // EACH)) for n in some], now)
