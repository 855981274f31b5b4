"""One affirms what the other denies: by negation, or by an opposed predicate."""

from __future__ import annotations

from xcheck.comparison.context import Context, compared
from xcheck.language.lexicon import lexicon, words
from xcheck.language.identity import same_name
from xcheck.language.opposites import opposed
from xcheck.language.stems import stem
from xcheck.records.claim import Claim
from xcheck.records.comparison import Compared


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """``same``, or ``conflict`` with variant ``negation`` or ``opposite``; nothing where the predicates don't meet."""
    if left.predicate is None or right.predicate is None:
        return ()
    opposite = opposed(left.predicate.base, right.predicate.base) or opposed(left.predicate.lemma, right.predicate.lemma)
    if {left.predicate.base, right.predicate.base} & words("negation", "transparent") or _other_doers(left, right):
        return ()
    same = left.predicate.base == right.predicate.base
    alike = same or context.likeness(left, right) >= lexicon("comparison")["content"]["likeness"]
    if not (opposite or alike):
        return ()
    conflict = (left.polarity != right.polarity) != opposite
    variant = "opposite" if opposite else "negation"
    return (compared("conflict" if conflict else "same", left.predicate, right.predicate, variant=variant if conflict else ""),)


def _other_doers(left: Claim, right: Claim) -> bool:
    """Whether two others are the subject: one buys what the other sells, one wins where the other loses."""
    doers = [next((p for p in c.participants if p.part in ("agent", "patient")), None) for c in (left, right)]
    mine, yours = doers
    if mine is None or yours is None or mine.part != yours.part:
        return False
    if mine.entity and yours.entity:
        return same_name(mine.entity, yours.entity) is False
    return mine.kind == yours.kind == "person" and stem(mine.head) != stem(yours.head)
