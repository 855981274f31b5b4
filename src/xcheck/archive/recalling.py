"""The stored articles that speak of what a draft says, for each of its sentences the likeliest.

Candidates come from two sides: the index of words and names, and the signs of the sentence vectors, which find what is
told in other words. Then the vectors themselves, the shared rare terms and names, and the days decide.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from xcheck.alignment.sentences import ClaimedSentence, sentences
from xcheck.alignment.vectors import Vectors
from xcheck.archive.indexing import entities, terms
from xcheck.archive.records import COLUMNS, Entry, Known, digest, entry, read_vectors, signs
from xcheck.archive.schema import SHIFT
from xcheck.archive.searching import Period, document_of, exact_of, known_of
from xcheck.archive.store import Store
from xcheck.ingest.layout import recognise
from xcheck.nlp.lexicons.fitted import ArchiveModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.document import Document

_BYTES = 16  # of the signs of one vector

Scores = dict[int, float]
Ids = npt.NDArray[np.int64]


class Wanted(NamedTuple):
    """Which stored articles may be recalled, at most ``limit``; ``reader`` names what reads articles now."""

    period: Period
    limit: int
    reader: str


class Recalled(NamedTuple):
    """A stored article under the name that findings have; ``known``: None where another xcheck has read it."""

    entry: Entry
    document: Document
    known: Known | None


class _Query(NamedTuple):
    """What one sentence of a draft asks for: the weights of its rare terms and names, and its vector."""

    terms: Mapping[str, float]
    names: Mapping[str, float]
    vector: Vectors


def recall(store: Store, draft: Document, known: Known, wanted: Wanted) -> list[Recalled]:
    """The stored articles that speak of what a draft says; never the draft itself.

    ``known`` has the draft's claims and vectors. Each sentence in turn brings its likeliest article, then its second,
    so that none is left without where the limit is reached.
    """
    with store.reading() as db:
        admitted = _admitted(db, wanted.period, digest(recognise(draft)))
        queries = _queries(db, sentences(known.claims), known.vectors)
        candidates = _candidates(db, queries, admitted)
        found = _ranked(db, queries, candidates, admitted, draft.published)
        chosen = [_entry(db, article) for article in found[: wanted.limit]]
        return [_recalled(store, one, wanted.reader) for one in chosen]


def _recalled(store: Store, one: Entry, reader: str) -> Recalled:
    return Recalled(one, document_of(store, one), known_of(store, one) if one.reader == reader else None)


def _entry(db: sqlite3.Connection, article: int) -> Entry:
    return entry(db.execute(f"SELECT {COLUMNS} FROM article WHERE id = ?", (article,)).fetchone())  # noqa: S608


def _admitted(db: sqlite3.Connection, period: Period, draft: str) -> dict[int, str | None]:
    """The articles that count, with their days."""
    where, values = period.condition()
    sql = f"SELECT id, published FROM article WHERE digest <> ? AND {where}"  # noqa: S608 - conditions of our own
    return dict(db.execute(sql, [draft, *values]))


def _queries(db: sqlite3.Connection, asked: Sequence[ClaimedSentence], vectors: Vectors) -> list[_Query]:
    (articles,) = db.execute("SELECT count(*) FROM article").fetchone()
    words = [frozenset(terms(s.span.text)) for s in asked]
    names = [entities(s.claims) for s in asked]
    of_words = _weights(db, "SELECT doc FROM vocabulary WHERE term = ?", words, articles)
    of_names = _weights(db, "SELECT count(*) FROM mention JOIN entity ON id = entity WHERE name = ?", names, articles)
    return [
        _Query(_telling(own, of_words), _telling(called, of_names), vector)
        for own, called, vector in zip(words, names, vectors, strict=True)
    ]


def _weights(db: sqlite3.Connection, sql: str, asked: Iterable[frozenset[str]], articles: int) -> dict[str, float]:
    """The inverse document frequency of terms that not too many have; one that nobody has counts as one of one."""
    common = lexicon(ArchiveModel).common
    found = {}
    for term in sorted({t for own in asked for t in own}):
        (held,) = db.execute(sql, (term,)).fetchone() or (0,)
        if held <= common:
            found[term] = math.log1p(articles / max(1, held))
    return found


def _telling(own: Iterable[str], weights: Mapping[str, float]) -> dict[str, float]:
    most = lexicon(ArchiveModel).terms
    return dict(sorted(((t, weights[t]) for t in own if t in weights), key=lambda item: (-item[1], item[0]))[:most])


class _Candidates(NamedTuple):
    """For each query, what articles share with it by weight, as a share of all that it asks for: words, and names."""

    words: list[Scores]
    names: list[Scores]
    near: list[frozenset[int]]


def _candidates(db: sqlite3.Connection, queries: Sequence[_Query], admitted: Mapping[int, str | None]) -> _Candidates:
    match = "SELECT rowid FROM words WHERE words MATCH '\"' || ? || '\"'"
    in_words = {t: _ids(db, match, t) for q in queries for t in q.terms}
    mention = "SELECT article FROM mention JOIN entity ON id = entity WHERE name = ?"
    in_names = {t: _ids(db, mention, t) for q in queries for t in q.names}
    return _Candidates(
        [_shared(q.terms, in_words, admitted, SHIFT) for q in queries],
        [_shared(q.names, in_names, admitted, 0) for q in queries],
        _near(db, queries, admitted),
    )


def _ids(db: sqlite3.Connection, sql: str, term: str) -> Ids:
    return np.array([row for (row,) in db.execute(sql, (term,))], dtype=np.int64)


def _shared(
    asked: Mapping[str, float], rows: Mapping[str, Ids], admitted: Mapping[int, str | None], shift: int
) -> Scores:
    """The share of some weighted terms that the best row of each article has."""
    if not asked:
        return {}
    places, back = np.unique(np.concatenate([rows[t] for t in asked]), return_inverse=True)
    weights = np.concatenate([np.full(len(rows[t]), w) for t, w in asked.items()])
    sums = np.bincount(back, weights=weights, minlength=len(places)) / sum(asked.values())
    found: Scores = {}
    for article, share in zip((places >> shift).tolist(), sums.tolist(), strict=True):
        if article in admitted:
            found[article] = max(found.get(article, 0.0), round(share, 6))
    return found


def _near(
    db: sqlite3.Connection, queries: Sequence[_Query], admitted: Mapping[int, str | None]
) -> list[frozenset[int]]:
    """For each query the articles with a sentence whose signs hardly differ."""
    rows = [row for row in db.execute("SELECT article, bits FROM signs ORDER BY article") if row[0] in admitted]
    if not any(bits for _, bits in rows):
        return [frozenset() for _ in queries]
    held = np.frombuffer(b"".join(bits for _, bits in rows), dtype="<u8").reshape(-1, 2)
    owners = np.repeat([article for article, _ in rows], [len(bits) // _BYTES for _, bits in rows])
    most = lexicon(ArchiveModel).near
    found = []
    for query in queries:
        apart = _apart(held, np.frombuffer(signs(query.vector[None, :]), dtype="<u8"))
        nearest = np.argpartition(apart, most)[:most] if most < len(apart) else np.arange(len(apart))
        found.append(frozenset(owners[nearest].tolist()))
    return found


def _apart(held: npt.NDArray[np.uint64], query: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """In how many signs each row differs from the query."""
    return np.asarray(np.bitwise_count(held[:, 0] ^ query[0]) + np.bitwise_count(held[:, 1] ^ query[1]), np.uint8)


def _ranked(
    db: sqlite3.Connection,
    queries: Sequence[_Query],
    candidates: _Candidates,
    admitted: Mapping[int, str | None],
    day: date | None,
) -> list[int]:
    """The articles, those first that are the likeliest of some sentence, then the second of some."""
    settings = lexicon(ArchiveModel)
    vectors: dict[int, Vectors] = {}
    best: dict[int, tuple[int, float]] = {}
    for i, query in enumerate(queries):
        words, names = candidates.words[i], candidates.names[i]
        sharing = {a: words.get(a, 0.0) + names.get(a, 0.0) for a in words.keys() | names.keys()}
        likely = {*sorted(sharing, key=lambda a: (-sharing[a], a))[: settings.sharing], *candidates.near[i]}
        scores = {}
        for article in sorted(likely):
            if article not in vectors:
                vectors[article] = read_vectors(exact_of(db, article))
            cosine = float((vectors[article] @ query.vector).max(initial=0.0))
            scores[article] = _score(words.get(article), names.get(article), cosine, _closeness(day, admitted[article]))
        rank = 0
        for article in sorted(scores, key=lambda a: (-scores[a], a)):
            if scores[article] >= settings.floor:
                best[article] = min(best.get(article, (rank, 0.0)), (rank, -scores[article]))
                rank += 1
    return sorted(best, key=lambda a: (best[a], a))


def _score(words: float | None, names: float | None, cosine: float, closeness: float) -> float:
    weights = lexicon(ArchiveModel).weights
    parts = {"words": words or 0.0, "names": names or 0.0, "cosine": cosine, "closeness": closeness}
    return round(float(sum(weights[part] * value for part, value in parts.items())), 4)


def _closeness(day: date | None, published: str | None) -> float:
    """1 for the same day, less the further apart; 0 where a day is not known."""
    if day is None or published is None:
        return 0.0
    return 1.0 / (1.0 + abs((day - date.fromisoformat(published)).days) / lexicon(ArchiveModel).days)
