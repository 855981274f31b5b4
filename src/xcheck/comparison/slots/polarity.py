"""One affirms what the other denies: by negation, or by an opposed predicate."""

from __future__ import annotations

from xcheck.claims.terms import ENTITY_MARK
from xcheck.comparison.context import Context, compared
from xcheck.entities.identity import same_name
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.modality import Negation
from xcheck.nlp.lexicons.vocabulary import Opposites, Predicates
from xcheck.nlp.opposites import direction, opposed
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Participant
from xcheck.records.comparison import Compared
from xcheck.resources import CLAIMS, loaded, memoised

_NOBODY = frozenset({"no", "nobody", "none", "no-one", "noone"})
_FIRST = 3  # words of a claim among which stands how many do it


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same``, or ``conflict`` with variant ``negation`` or ``opposite``; nothing where the predicates don't meet."""
    if left.predicate is None or right.predicate is None:
        return ()
    fate = _shared_fate(left, right)
    light = fate is None and {left.predicate.base, right.predicate.base} & lexicon(Negation).transparent
    if light or _other_doers(left, right) or _is_bound(left) or _is_bound(right) or _counted_apart(left, right):
        return ()
    mine, yours = left.predicate, right.predicate
    opposite = any(opposed(a, b) for a in _verbs(left) for b in _verbs(right))
    same = fate is not None or (mine.base == yours.base and mine.base not in lexicon(Predicates).light)
    limits = lexicon(Thresholds).denied
    least = limits.opposite if opposite else limits.other
    if not same and (context.likeness(left, right) < least or not _share_more_than_names(left, right)):
        return ()
    conflict = (left.polarity != right.polarity) != opposite
    if not conflict:
        return (compared("same", mine, yours),)
    return (compared("conflict", mine, yours, variant="opposite" if opposite else "negation"),)


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
    if claim.predicate is None:
        return ()
    after = claim.text[claim.predicate.end - claim.start :].split()
    phrasal = f"{claim.predicate.lemma}-{after[0].casefold()}" if after else ""
    moves = direction(phrasal) is not None and {"agent", "patient"} <= {p.part for p in claim.participants}
    return (phrasal,) if phrasal in _phrasal() and not moves else (claim.predicate.base, claim.predicate.lemma)


@loaded
def _phrasal() -> frozenset[str]:
    """The verbs with a particle that have an opposite."""
    data = lexicon(Opposites)
    sides = (data.up, data.down, *(side for pair in data.pairs for side in pair))
    return frozenset(word for side in sides for word in side if "-" in word)


def _share_more_than_names(left: Claim, right: Claim) -> bool:
    named = {stem(word) for c in (left, right) for p in c.participants if p.entity for word in p.entity.split()}
    return any(t not in named and not t.startswith(ENTITY_MARK) for t in set(left.terms) & set(right.terms))


def _other_doers(left: Claim, right: Claim) -> bool:
    """Whether the two are said of others: one wins where the other loses, one buys what the other sells."""
    doers = [
        next((p for part in ("agent", "patient") for p in c.participants if p.part == part), None)
        for c in (left, right)
    ]
    mine, yours = doers
    if mine is None or yours is None:
        return False
    if mine.entity and yours.entity:
        return same_name(mine.entity, yours.entity) is False
    converse = all(c.predicate and c.predicate.base in lexicon(Predicates).converse for c in (left, right))
    return converse and stem(_doer(mine, left)) != stem(_doer(yours, right))


def _doer(participant: Participant, claim: Claim) -> str:
    """What a doer is called: of a pronoun in what somebody says of themselves, what the speaker is called."""
    source = claim.attribution.source if claim.attribution else None
    if source is None or participant.head not in lexicon(ComparisonWords).pronouns:
        return participant.head
    return source.text.split()[-1].casefold()


def _counted_apart(left: Claim, right: Claim) -> bool:
    """Whether more do the one and fewer the other: fewer who stay away are more who come."""
    less, more = lexicon(ComparisonWords).less, lexicon(ComparisonWords).more
    mine, yours = (set(c.text.casefold().split()[:_FIRST]) for c in (left, right))
    return bool((mine & less and yours & more) or (mine & more and yours & less))


def _is_bound(claim: Claim) -> bool:
    """A denial of a bound ("none gave more than ten") says how many, not that it did not happen."""
    return claim.polarity == "negated" and any(q.change in ("<", ">") for q in claim.quantities)
