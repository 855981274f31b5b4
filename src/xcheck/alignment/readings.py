"""Have the judge read the sentence pairs that are likely enough to make one statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from xcheck.alignment.match import Alignment, SentencePair
from xcheck.alignment.wording import wording
from xcheck.judge.model import Pair
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.reading import Reading

Read = Callable[[Sequence[Pair]], list[Reading]]
Key = TypeVar("Key")


def with_readings(alignments: Mapping[Key, Alignment], read: Read, *, drafts: bool = False) -> dict[Key, Alignment]:
    """Give each likely sentence pair the judge's reading; all pairs are read in one go, equal ones once.

    ``drafts``: the left side of each alignment is a draft and the right one its source, whose passage is read first.
    Of peers the order of the two sentences is that of their words, so that the order of the articles changes nothing.
    """
    asked: dict[Pair, None] = {}
    for alignment in alignments.values():
        asked |= dict.fromkeys(_pair(p, drafts=drafts) for p in alignment.pairs if _is_likely(p))
    readings = dict(zip(asked, read([*asked]), strict=True))
    return {
        key: replace(a, pairs=tuple(_read(p, readings, drafts=drafts) for p in a.pairs))
        for key, a in alignments.items()
    }


def _is_likely(pair: SentencePair) -> bool:
    """Whether a pair is worth reading: sentences in the same words need no judge."""
    limits = lexicon(AlignmentModel).read
    if wording(pair.left.span.text) == wording(pair.right.span.text):
        return False
    return bool(pair.event_counts) or (pair.score >= limits.floor and pair.rank < limits.most)


def _pair(pair: SentencePair, *, drafts: bool) -> Pair:
    left, right = pair.left.span.text, pair.right.span.text
    if drafts:
        return Pair(right, left)
    return Pair(min(left, right), max(left, right))


def _read(pair: SentencePair, readings: Mapping[Pair, Reading], *, drafts: bool) -> SentencePair:
    asked = _pair(pair, drafts=drafts)
    found = readings.get(asked)
    if found is None:
        return pair
    if asked.first != pair.left.span.text:
        found = replace(found, left=found.right, right=found.left)
    return replace(pair, reading=found)
