"""A draft held against itself: two of its sentences that tell one fact, and tell it differently.

This is what a change leaves behind: the figure is new in the body and old in the headline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from xcheck.alignment.frames import same_deed
from xcheck.alignment.local import weight
from xcheck.alignment.match import Alignment, SentencePair
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.sides import Rarity, frequency
from xcheck.comparison.cases.pairs import pair_cases
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case


def within_cases(side: Sequence[ClaimedSentence]) -> list[Case]:
    """The cases of a draft against itself, for the rules on drafts: each two sentences that share much, once.

    Two deeds of one doer have each its own time.
    """
    claims = {claim.id: claim for sentence in side for claim in sentence.claims}
    cases = [replace(case, subject="draft") for case in pair_cases(_paired(side), "draft")]
    return [_timeless(case) if _are_two_deeds(*(claims[name] for name in case.claims)) else case for case in cases]


def _timeless(case: Case) -> Case:
    """The case without what was found of its times."""
    return replace(case, facts={name: values for name, values in case.facts.items() if name != "time"})


def _are_two_deeds(left: Claim, right: Claim) -> bool:
    """Whether two claims tell two things that were done: by other verbs, and to other things.

    A headline tells its story in other words than the body; there it takes a done deed and one to come.
    """
    if same_deed(left, right) or _things(left) & _things(right):
        return False
    apart = {left.tense, right.tense} == {"past", "future"}
    return apart or not (left.headline or right.headline)


def _things(claim: Claim) -> set[str]:
    """What something is done to."""
    return {p.entity or stem(p.head) for p in claim.participants if p.part == "patient"}


def _paired(side: Sequence[ClaimedSentence]) -> Alignment:
    """Each two sentences that share enough rare terms, by the cosine of their terms; figures count for nothing."""
    limits = lexicon(Thresholds).within
    telling = Rarity(frequency(side), {}, len(side)).table()
    terms = [frozenset(t for t in s.terms if not t[0].isdecimal()) for s in side]
    size = [weight(t, telling) for t in terms]
    found = []
    for (i, j), shared in sorted(_meetings(terms, telling, limits.common).items()):
        score = shared / ((size[i] * size[j]) ** 0.5 + 1e-9)
        if score >= limits.floor and not _elsewhere(side[i], side[j]):
            found.append((score, i, j))
    kept = _best(found, limits.most)
    pairs = [SentencePair(side[i], side[j], round(score, 6), rank=0, keyed=False, features=()) for score, i, j in kept]
    return Alignment(tuple(pairs), telling)


def _meetings(
    terms: Sequence[frozenset[str]], telling: Mapping[str, float], common: int
) -> dict[tuple[int, int], float]:
    """For each two sentences the weight of what they share, among the terms that few enough sentences have."""
    where: dict[str, list[int]] = {}
    for i, own in enumerate(terms):
        for term in own:
            where.setdefault(term, []).append(i)
    found: dict[tuple[int, int], float] = {}
    for term in sorted(where):
        places = where[term] if len(where[term]) <= common else []
        for position, i in enumerate(places):
            for j in places[position + 1 :]:
                found[i, j] = found.get((i, j), 0.0) + telling[term]
    return found


def _elsewhere(one: ClaimedSentence, other: ClaimedSentence) -> bool:
    """Whether both tell where, and not of one place: two events of one kind."""
    mine, yours = ({n for c in s.claims for p in c.places for n in (p.name, *p.within)} for s in (one, other))
    return bool(mine) and bool(yours) and not mine & yours


def _best(found: Sequence[tuple[float, int, int]], most: int) -> Iterator[tuple[float, int, int]]:
    """The pairs of which both sentences have room, closest first."""
    taken: Counter[int] = Counter()
    for score, i, j in sorted(found, key=lambda one: (-one[0], one[1:])):
        if taken[i] < most and taken[j] < most:
            taken.update((i, j))
            yield score, i, j
