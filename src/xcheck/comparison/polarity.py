"""One affirms what the other denies: by negation, or by an opposed predicate."""

from __future__ import annotations

from xcheck.claims.terms import ENTITY_MARK
from xcheck.comparison.context import Context, compared
from xcheck.language.identity import same_name
from xcheck.language.lexicon import lexicon, words
from xcheck.language.opposites import opposed
from xcheck.language.stems import stem
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same``, or ``conflict`` with variant ``negation`` or ``opposite``; nothing where the predicates don't meet."""
    if left.predicate is None or right.predicate is None:
        return ()
    if {left.predicate.base, right.predicate.base} & words("negation", "transparent") or _other_doers(left, right):
        return ()
    if _is_bound(left) or _is_bound(right):
        return ()
    mine, yours = left.predicate, right.predicate
    opposite = opposed(mine.base, yours.base) or opposed(mine.lemma, yours.lemma)
    same = mine.base == yours.base and mine.base not in words("predicates", "light")
    likeness, limits = context.likeness(left, right), lexicon("comparison")["denied"]
    if not same and (likeness < limits["opposite" if opposite else "other"] or not _share_more_than_names(left, right)):
        return ()
    conflict = (left.polarity != right.polarity) != opposite
    if not conflict:
        return (compared("same", mine, yours),)
    return (compared("conflict", mine, yours, variant="opposite" if opposite else "negation"),)


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
    converse = all(c.predicate and c.predicate.base in words("predicates", "converse") for c in (left, right))
    return converse and stem(mine.head) != stem(yours.head)


def _is_bound(claim: Claim) -> bool:
    """A denial of a bound ("none gave more than ten") says how many, not that it did not happen."""
    return claim.polarity == "negated" and any(q.change in ("<", ">") for q in claim.quantities)
