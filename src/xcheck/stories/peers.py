"""The stories within which articles are compared: who names a few articles together holds them for one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xcheck.nlp.lexicons.fitted import AlignmentModel, StoriesModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case
from xcheck.records.document import Document
from xcheck.stories.group import Story, likelihoods, story, views
from xcheck.stories.linking import Pair, average, linked
from xcheck.stories.marks import Marks, marks


def told_together(documents: Sequence[Document]) -> tuple[Story, ...]:
    """The stories of articles that are to be compared.

    Two articles are one story, and no article is set apart that is too short to tell its story: it goes where it fits
    best. To hold too much against each other costs time; to set one story's articles apart hides what parts them.
    """
    seen = sorted((marks(d) for d in documents), key=lambda m: m.document)
    if len(seen) < 3:
        return (story(range(len(seen)), seen, {}),)
    odds = likelihoods(views(seen))
    return tuple(story(own, seen, odds) for own in _housed(linked(len(seen), odds), seen, odds))


def parted(told: tuple[Story, ...], claims: Sequence[Claim], cases: Sequence[Case]) -> tuple[Story, ...]:
    """The stories; two where a pair of articles, long enough to tell, turned out to have no sentences that meet."""
    if sum(len(s.documents) for s in told) != 2 or any(len(case.claims) == 2 for case in cases):
        return told
    sentences = {(c.document, c.sentence.start) for c in claims}
    least = lexicon(AlignmentModel).two_events.sentences
    if any(sum(d == name for d, _ in sentences) < least for name in told[0].documents):
        return told
    return tuple(Story((n,), (h,)) for n, h in zip(told[0].documents, told[0].headlines, strict=True))


def _housed(groups: Sequence[Sequence[int]], seen: Sequence[Marks], odds: Mapping[Pair, float]) -> list[list[int]]:
    """The groups, those that hold nothing but short articles taken in by the likeliest other, or the largest."""
    least = lexicon(StoriesModel).short
    settled: list[tuple[int, ...]] = []
    short: list[tuple[int, ...]] = []
    for own in groups:
        (settled if any(seen[i].length >= least for i in own) else short).append(tuple(own))
    if not settled:
        return [sorted(i for own in groups for i in own)]
    homes = [[*own] for own in settled]
    for guests in short:
        best = max(range(len(homes)), key=lambda k: (average(guests, settled[k], odds), len(settled[k]), -k))
        homes[best] += guests
    return sorted(sorted(own) for own in homes)
