"""The stored articles that speak of what a draft says, for each of its sentences the likeliest.

Candidates come from two sides: the index of words and names, and the signs of the sentence vectors, which find what is
told in other words. Then the vectors themselves, the shared rare terms and names, and the days decide.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from xcheck.alignment.sentences import sentences
from xcheck.alignment.vectors import Vectors
from xcheck.archive.indexing import entities, terms
from xcheck.archive.near import Ids, near
from xcheck.archive.records import COLUMNS, ONE, Entry, Extracted, digest, entry, whole_vectors, written_vectors
from xcheck.archive.searching import Period, document_of, extracted_of
from xcheck.archive.shares import NAMES, WORDS, Floats, Shares, shares
from xcheck.archive.store import Store
from xcheck.ingest.layout import recognise
from xcheck.nlp.lexicons.fitted import ArchiveModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.document import Document


class Wanted(NamedTuple):
    """Which stored articles may be recalled, at most ``limit``; ``reader`` names what reads articles now."""

    period: Period
    limit: int
    reader: str


class Recalled(NamedTuple):
    """A stored article under the name that findings have; ``extracted``: None where another xcheck has read it."""

    entry: Entry
    document: Document
    extracted: Extracted | None


def recall(store: Store, draft: Document, extracted: Extracted, wanted: Wanted) -> list[Recalled]:
    """The stored articles that speak of what a draft says; never the draft itself.

    ``extracted`` has the draft's claims and vectors. Each sentence in turn brings its likeliest article, then its
    second, so that none is left without where the limit is reached.
    """
    asked = sentences(extracted.claims)
    settings = lexicon(ArchiveModel)
    with store.reading() as db:
        excluded = _excluded(db, wanted.period, digest(recognise(draft)))
        words = shares(db, WORDS, [frozenset(terms(s.span.text)) for s in asked], excluded)
        names = shares(db, NAMES, [entities(s.claims) for s in asked], excluded)
        likely = [_likely(*both, settings.sharing) for both in zip(words, names, strict=True)]
        articles = np.unique(np.concatenate([near(db, extracted.vectors, excluded, settings.near), *likely]))
        told = {
            "words": _table(words, articles),
            "names": _table(names, articles),
            "cosine": _cosines(db, articles, extracted.vectors),
            "closeness": _closeness(db, articles, draft.published),
        }
        chosen = _ranked(articles, _scores(told))[: wanted.limit]
        return [_recalled(store, _entry(db, article), wanted.reader) for article in chosen]


def _recalled(store: Store, one: Entry, reader: str) -> Recalled:
    return Recalled(one, document_of(store, one), extracted_of(store, one) if one.reader == reader else None)


def _entry(db: sqlite3.Connection, article: int) -> Entry:
    return entry(db.execute(f"SELECT {COLUMNS} FROM article WHERE id = ?", (article,)).fetchone())  # noqa: S608


def _excluded(db: sqlite3.Connection, period: Period, draft: str) -> Ids:
    """The articles that do not count: the draft itself, and those out of the period."""
    where, values = period.condition()
    sql = f"SELECT id FROM article WHERE digest = ? OR ({where}) IS NOT TRUE"  # noqa: S608 - conditions of our own
    return np.array([article for (article,) in db.execute(sql, [draft, *values])], dtype=np.int64)


def _likely(words: Shares, names: Shares, most: int) -> Ids:
    """The articles that share most with a sentence."""
    articles = np.union1d(words.articles, names.articles)
    order = np.argsort(-(words.of(articles) + names.of(articles)), kind="stable")
    return articles[order[:most]]


def _table(some: Sequence[Shares], articles: Ids) -> Floats:
    """The shares of some articles, shape ``(articles, sentences)``."""
    return np.stack([one.of(articles) for one in some], axis=1) if some else np.zeros((len(articles), 0))


def _cosines(db: sqlite3.Connection, articles: Ids, vectors: Vectors) -> Floats:
    """The cosine of each article's nearest sentence, shape ``(articles, sentences)``; exact: it is made of integers."""
    asked = whole_vectors(written_vectors(vectors))
    found = np.zeros((len(articles), len(asked)))
    for own, article in zip(found, articles.tolist(), strict=True):
        (exact,) = db.execute("SELECT exact FROM vectors WHERE article = ?", (article,)).fetchone()
        (whole_vectors(exact) @ asked.T).max(axis=0, initial=0.0, out=own)
    return found / ONE**2


def _closeness(db: sqlite3.Connection, articles: Ids, day: date | None) -> Floats:
    """1 for the same day, less the further apart, 0 where a day is not known; shape ``(articles, 1)``."""
    found = np.zeros((len(articles), 1))
    for own, article in zip(found, articles.tolist(), strict=True):
        published = _entry(db, article).published
        if day and published:
            own[0] = 1.0 / (1.0 + abs((day - published).days) / lexicon(ArchiveModel).days)
    return found


def _scores(told: Mapping[str, Floats]) -> Floats:
    weights = lexicon(ArchiveModel).weights
    return np.round(sum((weights[part] * table for part, table in told.items()), start=np.zeros(())), 4)


def _ranked(articles: Ids, scores: Floats) -> list[int]:
    """The articles that speak of some sentence: those first that are the likeliest of one, then the second of one."""
    best: dict[int, tuple[int, float]] = {}
    for own in scores.T:
        order = np.argsort(-own, kind="stable")
        told = order[own[order] >= lexicon(ArchiveModel).floor]
        for rank, (article, score) in enumerate(zip(articles[told].tolist(), own[told].tolist(), strict=True)):
            best[article] = min(best.get(article, (rank, 0.0)), (rank, -score))
    return sorted(best, key=lambda a: (best[a], a))
