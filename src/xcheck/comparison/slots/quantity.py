"""How many: the same figure, one that rounding reconciles, another one, or one against a stated unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, product

from xcheck.alignment.counted import counted, counted_in, kinds
from xcheck.alignment.frames import deed_of, deeds
from xcheck.claims.quantity.products import of_other_products
from xcheck.claims.quantity.scales import comparable, converted
from xcheck.claims.time.timeline import disjoint
from xcheck.comparison.context import Context, compared
from xcheck.entities.identity import same_name
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Numbers
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Quantity
from xcheck.records.comparison import Compared
from xcheck.resources import loaded

_PARTING = ("conflict", "known-vs-unknown")

Interval = tuple[Decimal | None, Decimal | None]


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
    found = [(a, b, beyond(a, b) or _pair(a, b)) for a, b in asked]
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
    result = _pair(one, other)
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


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of one measure are one: what they count need not be told twice."""
    return _pair(one, other).outcome in ("same", "compatible", "narrower", "wider")


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


def _pair(one: Quantity, other: Quantity) -> Compared:
    if "unknown" in (one.status, other.status):
        return compared(
            "known-vs-unknown", one, other, variant="left-known" if other.status == "unknown" else "right-known"
        )
    (mine, *a), (yours, *b) = comparable(one), comparable(other)
    if mine != yours:
        return compared("conflict", one, other, variant="unit")
    if _are_apart(one, other, (a[0], a[1]), (b[0], b[1])):
        return compared("conflict", one, other, variant="bound")
    variant = "count" if mine == "count" else "measure"
    return _intervals(one, other, _hedged(one, (a[0], a[1])), _hedged(other, (b[0], b[1])), variant=variant)


def _hedged(quantity: Quantity, interval: Interval) -> Interval:
    """An open end that is "just" beyond a figure ("just over one percent") goes no further than a fifth."""
    low, high = interval
    if (low is None) == (high is None) or not quantity.text.casefold().startswith(_near_words()):
        return interval
    slack = Decimal(str(lexicon(Thresholds).figures.just))
    return (low, low + abs(low) * slack) if low is not None else (high - abs(high) * slack if high else None, high)


def _intervals(one: Quantity, other: Quantity, first: Interval, second: Interval, *, variant: str) -> Compared:
    """Two figures of one measure; ``first`` and ``second`` are what they reach over, in base units."""
    if first == second and one.change == other.change:
        return compared("same", one, other, variant=_weight(one, first))
    if _exact(one, first) != _exact(other, second) and _same_number(first, second):
        return compared("narrower" if _exact(one, first) else "wider", one, other, variant="precision")
    if first == second:
        return compared("same", one, other, variant=_weight(one, first))
    return _reconciled(one, other, first, second) or compared("conflict", one, other, variant=variant)


def _reconciled(one: Quantity, other: Quantity, first: Interval, second: Interval) -> Compared | None:
    """Two figures that rounding, conversion, a bound or an approximation brings together; None where nothing does."""
    if _rounds(first, other, second) or _rounds(second, one, first) or converted(one, other):
        return compared("compatible", one, other, variant="" if _are_near(first, second) else "rough")
    inside, around = _within(_loosened(one, first), second), _within(_loosened(other, second), first)
    if inside or around:
        return compared("wider" if inside else "narrower", one, other)
    return None


def _are_apart(one: Quantity, other: Quantity, first: Interval, second: Interval) -> bool:
    """Whether one figure is bounded from above, and the other from below by as much or more: "under 50" and "over 50".

    Two bounds meet in one figure at most. What was reached ("up to 50") is no bound.
    """
    if {one.change, other.change} != {"<", ">"} or any(is_reached(q) for q in (one, other)):
        return False
    (low, _), (_, high) = (first, second) if one.change == ">" else (second, first)
    return low is not None and high is not None and low >= high


def is_reached(quantity: Quantity) -> bool:
    """Whether a figure is the most that was reached ("as many as 50"), and no mere bound."""
    return any(word in quantity.text.casefold() for word in lexicon(ComparisonWords).reaching)


def _weight(quantity: Quantity, interval: Interval) -> str:
    """The variant of a figure that two texts hardly have in common by chance: more than a few of anything, or 3.25."""
    given = quantity.low if interval[0] is not None else None
    return (
        "telling"
        if given is not None and (given > lexicon(Thresholds).figures.few or given != given.to_integral_value())
        else ""
    )


def _exact(quantity: Quantity, interval: Interval) -> bool:
    return quantity.change == "=" and interval[0] == interval[1]


def _same_number(one: Interval, other: Interval) -> bool:
    """Whether two intervals have an end in common: 30 and "at least 30", 30 and "about 30"."""
    return any(end is not None and end in other for end in one)


def _loosened(quantity: Quantity, interval: Interval) -> Interval:
    """What an approximation leaves open, of a rise as well ("by almost half"): a tenth to either side."""
    rough = quantity.change in ("up", "down") and quantity.text.lower().startswith(_rough_words())
    if quantity.change != "~" and not rough:
        return interval
    slack = Decimal(str(lexicon(Thresholds).figures.approximation))
    low, high = interval
    return (None if low is None else low - abs(low) * slack, None if high is None else high + abs(high) * slack)


@loaded
def _rough_words() -> tuple[str, ...]:
    return tuple(f"{word} " for word in lexicon(Numbers).before["~"])


@loaded
def _near_words() -> tuple[str, ...]:
    return tuple(f"{word} " for word in lexicon(ComparisonWords).near)


def _within(outer: Interval, inner: Interval) -> bool:
    """Whether the two intervals meet; an open end reaches all the way."""
    low = outer[0] is None or inner[1] is None or inner[1] >= outer[0]
    high = outer[1] is None or inner[0] is None or inner[0] <= outer[1]
    open_ended = outer[0] is None or outer[1] is None or outer[0] != outer[1]
    return low and high and open_ended


def _rounds(coarse: Interval, finer: Quantity, fine: Interval) -> bool:
    """Whether a coarser figure is a finer one rounded: 85 for 85.19, 1.2 for 1.24 million, but not 60 for 64.

    ``fine`` is what the finer figure comes to in base units. Whole numbers, percents as well, may be off by the share
    that ``rounding`` in ``thresholds.yaml`` allows, and no more; millions with a decimal point, a tenth.
    """
    rough, exact = coarse[0], fine[0]
    if rough is None or exact is None or coarse[0] != coarse[1] or fine[0] != fine[1] or _place(exact) >= _place(rough):
        return False
    limits = lexicon(Thresholds).figures
    allowed = Decimal(1).scaleb(_place(rough)) / 2
    if finer.low is not None and finer.low == finer.low.to_integral_value():
        share = limits.approximation if _has_point(finer) else limits.rounding
        allowed = min(allowed, abs(exact) * Decimal(str(share)))
    return abs(rough - exact) <= allowed


def _has_point(quantity: Quantity) -> bool:
    """Whether a figure is written with decimals, as "1.24 million" is."""
    return any(one[-1:].isdigit() and other[:1].isdigit() for one, other in pairwise(quantity.text.split(".")))


def _are_near(one: Interval, other: Interval) -> bool:
    """Whether two figures are as near as "about" would let them be: 7.9 and 8, not 2.3 and 2."""
    (low, _), (least, _) = one, other
    slack = Decimal(str(lexicon(Thresholds).figures.approximation))
    return low is not None and least is not None and abs(low - least) <= slack * max(abs(low), abs(least))


def _place(number: Decimal) -> int:
    """The power of ten of the last digit that is not nought: 3 for 41,000, -2 for 85.19."""
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
