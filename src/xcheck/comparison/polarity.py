"""One affirms what the other denies: by negation, or by an opposed predicate."""

from __future__ import annotations

from xcheck.comparison.context import Context, compared
from xcheck.language.lexicon import lexicon
from xcheck.language.opposites import opposed
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same``, or ``conflict`` with variant ``negation`` or ``opposite``; nothing where the predicates don't meet."""
    if left.predicate is None or right.predicate is None:
        return ()
    opposite = opposed(left.predicate.base, right.predicate.base) or opposed(left.predicate.lemma, right.predicate.lemma)
    same = left.predicate.base == right.predicate.base
    alike = same or context.likeness(left, right) >= lexicon("comparison")["content"]["likeness"]
    if not (opposite or alike):
        return ()
    conflict = (left.polarity != right.polarity) != opposite
    variant = "opposite" if opposite else "negation"
    return (compared("conflict" if conflict else "same", left.predicate, right.predicate, variant=variant if conflict else ""),)
