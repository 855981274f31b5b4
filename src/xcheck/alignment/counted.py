"""What a figure counts, in a form that two articles share: "troops" in one is "soldiers" in the other."""

from __future__ import annotations

from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Units
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Quantity
from xcheck.resources import WORDS, memoised

CLASS_MARK = "#"


@memoised(WORDS)
def kinds(noun: str) -> frozenset[str]:
    """The stem of a counted noun, and ``#class`` for each class of ``comparison.yaml`` that it belongs to."""
    classes = lexicon(ComparisonWords).counted
    return frozenset({stem(noun), *(CLASS_MARK + name for name, members in classes.items() if noun in members)})


def counted(quantity: Quantity) -> frozenset[str]:
    """The kinds of thing that a figure counts; none where the text names nothing."""
    return frozenset(kind for word in (quantity.counted, quantity.unit) if word for kind in kinds(word))


def counted_in(quantity: Quantity, claim: Claim) -> frozenset[str]:
    """The kinds of thing that a figure counts in a claim: with what befell them, where that is what is told.

    "Two firemen were hurt" and "three of the crew were injured" both count the hurt.
    """
    measured = quantity.counted is None and quantity.unit in ("time", "percent")
    return counted(quantity) if measured else counted(quantity) | _fates(claim) | _cost(quantity, claim)


def _cost(quantity: Quantity, claim: Claim) -> frozenset[str]:
    """What a figure measures by the verb that it completes: "cost 40 euros" gives the cost."""
    verb = claim.predicate.base if claim.predicate else ""
    is_price = quantity.unit in lexicon(Units).currencies and verb in lexicon(ComparisonWords).costing
    return kinds("cost") if is_price else frozenset()


def _fates(claim: Claim) -> frozenset[str]:
    done = {claim.predicate.base, claim.predicate.lemma} if claim.predicate else set()
    return frozenset(CLASS_MARK + name for name, verbs in lexicon(ComparisonWords).fates.items() if done & set(verbs))
