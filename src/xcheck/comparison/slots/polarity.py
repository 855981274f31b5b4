"""One affirms what the other denies: by negation, or by an opposed predicate."""

from __future__ import annotations

from itertools import product

from xcheck.comparison.context import Context, compared
from xcheck.entities.identity import same_name
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.modality import Negation
from xcheck.nlp.lexicons.vocabulary import Predicates
from xcheck.nlp.opposites import direction, opposed
from xcheck.nlp.stems import stem
from xcheck.records.claim import ENTITY_MARK, Claim, Participant, Predicate
from xcheck.records.comparison import Compared
from xcheck.resources import CLAIMS, memoised

_NOBODY = frozenset({"no", "nobody", "none", "no-one", "noone"})


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same``, or ``conflict`` with variant ``negation`` or ``opposite``; nothing where the predicates don't meet."""
    mine, yours = left.predicate, right.predicate
    if mine is None or yours is None:
        return ()
    if _tell_of_two(left, right):
        return ()
    opposite = any(opposed(a, b) for a, b in product(_verbs(left), _verbs(right)))
    if _shared_fate(left, right) is None and not _meet(
        mine, yours, near=_are_near(left, right, context, opposite=opposite)
    ):
        return ()
    if (left.polarity != right.polarity) == opposite:
        return (compared("same", mine, yours),)
    return (compared("conflict", mine, yours, variant="opposite" if opposite else "negation"),)


def _tell_of_two(left: Claim, right: Claim) -> bool:
    """Whether two claims tell of two doers, or of how many do it."""
    return _other_doers(left, right) or _is_bound(left) or _is_bound(right) or _counted_apart(left, right)


def _meet(mine: Predicate, yours: Predicate, *, near: bool) -> bool:
    """Whether two verbs tell of one thing: none says as little as "be", and they are one or their claims are near."""
    if not lexicon(Negation).transparent.isdisjoint((mine.base, yours.base)):
        return False
    return near or (mine.base == yours.base and mine.base not in lexicon(Predicates).light)


def _are_near(left: Claim, right: Claim, context: Context, *, opposite: bool) -> bool:
    """Whether two claims of two verbs share enough to tell of one thing; of opposed verbs less is asked."""
    limits = lexicon(Thresholds).denied
    near = context.is_like(left, right, limits.opposite if opposite else limits.other)
    return near and _share_more_than_names(left, right)


def _shared_fate(left: Claim, right: Claim) -> str | None:
    """What both claims tell of, where one says that it befell nobody: "no one died", "three were killed"."""
    fate = _fate(left)
    return fate if fate == _fate(right) and (_is_of_nobody(left) or _is_of_nobody(right)) else None


def _is_of_nobody(claim: Claim) -> bool:
    return any(_NOBODY.intersection(p.text.casefold().split()[:1]) for p in claim.participants)


@memoised(CLAIMS)
def _fate(claim: Claim) -> str | None:
    """What a claim says befell people, by its verb or, after one that says little, its noun: "there were no deaths"."""
    if claim.predicate is None:
        return None
    for fate, done in lexicon(ComparisonWords).fates.items():
        if claim.predicate.base in done:
            return str(fate)
        for nouns, light in lexicon(ComparisonWords).fate_nouns.get(fate, ()):
            if claim.predicate.base in light and any(p.head in nouns for p in claim.participants):
                return str(fate)
    return None


@memoised(CLAIMS)
def _verbs(claim: Claim) -> tuple[str, ...]:
    """What a claim's predicate may be known by; a verb with its particle ("turned down") by the two alone.

    Who picks somebody up is no amount that picks up.
    """
    predicate = claim.predicate
    if predicate is None:
        return ()
    phrasal = f"{predicate.lemma}-{predicate.particle}"
    moves = direction(phrasal) is not None and {"agent", "patient"} <= {p.part for p in claim.participants}
    return (phrasal,) if predicate.particle and not moves else (predicate.base, predicate.lemma)


def _share_more_than_names(left: Claim, right: Claim) -> bool:
    named = {stem(word) for c in (left, right) for p in c.participants if p.entity for word in p.entity.split()}
    return any(t not in named and not t.startswith(ENTITY_MARK) for t in set(left.terms) & set(right.terms))


def _other_doers(left: Claim, right: Claim) -> bool:
    """Whether the two are said of others: one wins where the other loses, one buys what the other sells."""
    mine, yours = _first_doer(left), _first_doer(right)
    if mine is None or yours is None:
        return False
    if mine.entity and yours.entity:
        return same_name(mine.entity, yours.entity) is False
    converse = all(c.predicate and c.predicate.base in lexicon(Predicates).converse for c in (left, right))
    return converse and stem(_doer(mine, left)) != stem(_doer(yours, right))


def _first_doer(claim: Claim) -> Participant | None:
    return next((p for part in ("agent", "patient") for p in claim.participants if p.part == part), None)


def _doer(participant: Participant, claim: Claim) -> str:
    """What a doer is called: of a pronoun in what somebody says of themselves, what the speaker is called."""
    source = claim.attribution.source if claim.attribution else None
    if source is None or participant.head not in lexicon(ComparisonWords).pronouns:
        return participant.head
    return source.text.split()[-1].casefold()


def _counted_apart(left: Claim, right: Claim) -> bool:
    """Whether more do the one and fewer the other: fewer who stay away are more who come."""
    mine, yours = set(left.amounts), set(right.amounts)
    return ("less" in mine and "more" in yours) or ("more" in mine and "less" in yours)


def _is_bound(claim: Claim) -> bool:
    """A denial of a bound ("none gave more than ten") says how many, not that it did not happen."""
    return claim.polarity == "negated" and any(q.change in ("<", ">") for q in claim.quantities)
