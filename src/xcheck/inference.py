"""Run the trained models over sentences, through the cache where there is one: vectors, readings of pairs, voices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from xcheck.alignment.match import Alignment
from xcheck.alignment.readings import Read, with_readings
from xcheck.alignment.sides import Side, prepared
from xcheck.alignment.vectors import Vectors, embed
from xcheck.archive.records import Extracted
from xcheck.judge import model
from xcheck.options import Options
from xcheck.records.claim import Claim
from xcheck.records.reading import Voice

Key = TypeVar("Key")


def sides_of(found: Mapping[str, Sequence[Claim]], options: Options) -> dict[str, Side]:
    """Give the sides of documents by their names; vectors are made in one go but for those in hand or cached."""
    cache, extracted = options.cache, options.extracted
    every = {name: prepared(tuple(claims)) for name, claims in found.items()}
    new = {name: [s.span.text for s in one.sentences] for name, one in every.items() if one.side is None}
    texts = {name: own for name, own in new.items() if name not in extracted}
    made = dict(zip(texts, cache.vectors(texts, embed) if cache else _embedded(texts), strict=True))
    return {name: one.side or one.with_vectors(_given(name, made, extracted)) for name, one in every.items()}


def _given(name: str, made: Mapping[str, Vectors], extracted: Mapping[str, Extracted]) -> Vectors:
    return made[name] if name in made else extracted[name].vectors


def _embedded(texts: Mapping[str, Sequence[str]]) -> list[Vectors]:
    place = {text: i for i, text in enumerate(dict.fromkeys(t for own in texts.values() for t in own))}
    everything = embed([*place])
    return [everything[[place[t] for t in own]] for own in texts.values()]


def with_judge(
    alignments: Mapping[Key, Alignment], documents: Sequence[str], options: Options, *, drafts: bool = False
) -> dict[Key, Alignment]:
    """Have the judge read the likely sentence pairs of some documents; without a judge nothing is added."""
    if not options.judged:
        return dict(alignments)
    cache = options.cache
    judge: Read = partial(model.read, jobs=options.jobs)
    read = partial(cache.readings, read=judge, documents=documents) if cache else judge
    return with_readings(alignments, read, drafts=drafts)


def voices_of(found: Iterable[Sequence[Claim]], documents: Sequence[str], options: Options) -> dict[str, Voice]:
    """Have the judge hear the sentences that are not somebody else's words throughout, by their text."""
    if not options.judged:
        return {}
    cache = options.cache
    texts = [*dict.fromkeys(c.sentence.text for own in found for c in own if c.attribution is None)]
    hear = partial(model.voices, jobs=options.jobs)
    heard = cache.voices(texts, hear, documents) if cache else hear(texts)
    return dict(zip(texts, heard, strict=True))
