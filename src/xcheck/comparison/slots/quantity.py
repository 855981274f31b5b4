"""How many: the same figure, one that rounding reconciles, another one, or one against a stated unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from xcheck.alignment.counted import counted, counted_in, kinds
from xcheck.alignment.frames import deed_of, deeds
from xcheck.claims.quantity.products import of_other_products
from xcheck.claims.quantity.scales import comparable
from xcheck.claims.time.timeline import disjoint
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots.figures import agree, outcome_of
from xcheck.entities.identity import same_name
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Quantity
from xcheck.records.comparison import Compared

_PARTING = ("conflict", "known-vs-unknown")

Beyond = Callable[[Quantity, Quantity], Compared | None]


def _never(_one: Quantity, _other: Quantity) -> None:
    """No figure goes beyond another one."""


def compare(left: Claim, right: Claim, context: Context, *, beyond: Beyond = _never) -> tuple[Compared, ...]:
    """Every two figures of two claims that count or measure one thing.

    ``same``, ``compatible`` (rounding or bounds reconcile them), ``narrower`` / ``wider`` (one is a bound, range or
    approximation that the other lies in), ``conflict`` (variants ``unit``, ``count``, ``measure``, and ``bound`` of
    bounds that exclude each other), or ``known-vs-unknown``. A figure that finds its equal on the other side is not
    held against the others there.
    ``beyond`` says of two figures first whether one goes beyond the other.
    """
    if context.copied and len(left.quantities) == len(right.quantities):
        rivals = zip(left.quantities, right.quantities, strict=True)
        return tuple(beyond(a, b) or _in_one_place(a, b) for a, b in rivals if not of_other_products(a, b))
    pairs = product(left.quantities, right.quantities)
    asked = [(a, b) for a, b in pairs if _is_one_question(a, b, left, right, context)]
    found = [(a, b, beyond(a, b) or outcome_of(a, b)) for a, b in asked]
    is_inverse = left.polarity != right.polarity  # what fewer than ten do not, ten and more do
    return tuple(_unsettled([f for f in found if not (is_inverse and f[2].variant == "bound")]))


def _unsettled(found: Sequence[tuple[Quantity, Quantity, Compared]]) -> Iterator[Compared]:
    """What comes out of figures, without what parts a figure that finds its equal on the other side."""
    settled = {id(q) for a, b, r in found if r.outcome not in _PARTING for q in (a, b)}
    for one, other, result in found:
        if result.outcome not in _PARTING or settled.isdisjoint((id(one), id(other))):
            yield result


def _is_one_question(one: Quantity, other: Quantity, left: Claim, right: Claim, context: Context) -> bool:
    """Whether two figures answer one question: as counts of the two documents, or by what the claims say of them."""
    if context.are_counts(one, other):
        return True
    return counts_same(one, other, left, right) and _same_question(one, other, left, right, context)


def _in_one_place(one: Quantity, other: Quantity) -> Compared:
    """Two figures in one place of copies of one sentence: "over 40" and "over 90", which meet, are two all the same."""
    result = outcome_of(one, other)
    is_loose = result.outcome in ("narrower", "wider") and one.change == other.change
    return compared("conflict", one, other, variant="count") if is_loose else result


def _same_question(one: Quantity, other: Quantity, left: Claim, right: Claim, context: Context) -> bool:
    """Whether what the claims say of the figures is the same, apart from what is counted: arrested, killed, sold."""
    if agree(one, other):
        return not _of_two_moments(one, left, right)
    if _other_holders(left, right):
        return False
    if context.keyed and "unknown" in (one.status, other.status):
        return True
    if context.is_sure and _is_telling(one) and _is_telling(other):
        return True
    return _share_enough(one, other, left, right, context)


def _share_enough(one: Quantity, other: Quantity, left: Claim, right: Claim, context: Context) -> bool:
    """Whether two claims say enough alike of two figures, apart from what is counted."""
    limits = lexicon(Thresholds).figures.question
    things = counted(one) | counted(other)
    shared = frozenset(t for t in {*left.terms} & {*right.terms} if t not in things and not t[0].isdecimal())
    more = limits.measure if _of_one_measure(left, right) else 0.0
    return context.tells(shared, limits.sentences, more, _least(one, other))


def _least(one: Quantity, other: Quantity) -> float:
    """How much must be alike: a rare thing that is counted asks less of the rest than "people" or "percent" do."""
    limits = lexicon(Thresholds).figures.question
    things = counted(one) | counted(other)
    vague = not things or any(thing in things for word in lexicon(ComparisonWords).vague for thing in kinds(word))
    return float(limits.of_vague if vague else limits.of_telling)


def _of_one_measure(left: Claim, right: Claim) -> bool:
    """Whether two claims give figures for one measure of an economy."""
    return not set(left.measures).isdisjoint(right.measures)


def _of_two_moments(figure: Quantity, left: Claim, right: Claim) -> bool:
    """Whether equal measures are told of two times: 3.1 percent in May is not the 3.1 percent of a whole year."""
    if comparable(figure)[0] in ("count", "time", "age") or not (left.times and right.times):
        return False
    whole = [{len(t.value) == 4 and t.value.isdecimal() for t in c.times} for c in (left, right)]
    return whole[0].isdisjoint(whole[1]) or all(disjoint(a, b) for a in left.times for b in right.times)


def _is_telling(quantity: Quantity) -> bool:
    """Whether a figure counts more than a handful of things, or money: of these one sentence has one that matters."""
    dimension, low, _ = comparable(quantity)
    if quantity.status != "stated" or dimension in lexicon(ComparisonWords).passing or low is None:
        return False
    return low > lexicon(Thresholds).figures.handful and not counted(quantity) & kinds("people")


def _other_holders(left: Claim, right: Claim) -> bool:
    """Whether the figures are those of two named people: each has a count of their own."""
    holders = [
        next((p.entity for p in c.participants if p.part == "agent" and p.kind == "person"), None)
        for c in (left, right)
    ]
    return bool(holders[0] and holders[1]) and same_name(holders[0] or "", holders[1] or "") is False


def counts_same(one: Quantity, other: Quantity, left: Claim, right: Claim) -> bool:
    """Whether two figures answer the same question: the same measure, and of things counted, the same thing."""
    if "unknown" in (one.status, other.status):
        return _is_asked(one, other, left, right)
    measure = comparable(one)[0]
    if measure != comparable(other)[0]:
        return _swapped_unit(one, other)
    if of_other_products(one, other) or _is_one_a_date(one, other, left, right):
        return False
    if not counted_in(one, left).isdisjoint(counted_in(other, right)):
        return True
    if measure == "count":
        return agree(one, other) and not (counted(one) and counted(other))
    return agree(one, other) or _may_measure_one(one, other, left, right)


def _is_one_a_date(one: Quantity, other: Quantity, left: Claim, right: Claim) -> bool:
    """Whether one of two lengths of time says when something was, and the other how long."""
    return comparable(one)[0] == "time" and _is_date(one, left) != _is_date(other, right)


def _may_measure_one(one: Quantity, other: Quantity, left: Claim, right: Claim) -> bool:
    """Whether nothing tells that two figures measure two things, or both are of one measure of an economy."""
    return not (one.counted and other.counted) or _of_one_measure(left, right)


def _is_asked(one: Quantity, other: Quantity, left: Claim, right: Claim) -> bool:
    """Whether one of two figures is unknown, and the other is of what is counted or named there."""
    if one.status == other.status:
        return False
    unknown, known, claim = (one, other, right) if one.status == "unknown" else (other, one, left)
    if known.low == known.high == 1 and known.unit != "percent":  # "one man" is he, not how many there were
        return False
    return bool(counted_in(one, left) & counted_in(other, right)) or _is_named(unknown, claim)


def _is_date(length: Quantity, claim: Claim) -> bool:
    """Whether a length of time says when something was ("two years ago"), and not how long."""
    return any(length.overlaps(t) and not t.value.startswith("P") for t in claim.times)


def _is_named(unknown: Quantity, claim: Claim) -> bool:
    """Whether what is unknown ("the cost", "how much it gives") is what the other claim gives a measure of."""
    if not unknown.counted:
        return False
    return stem(unknown.counted) in claim.terms or not deed_of(unknown.counted).isdisjoint(deeds(claim))


def _swapped_unit(one: Quantity, other: Quantity) -> bool:
    """The same figure in another unit or currency: likelier a slip than two measures."""
    return bool(
        one.unit
        and other.unit
        and one.unit != other.unit
        and one.low == other.low
        and one.high == other.high
        and one.low not in (None, 0, 1, 2)
    )
