"""Figures that belong together: lists that share a unit, ranges, results of games, two units of one measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from xcheck.claims.quantity import bounds
from xcheck.claims.quantity import counted as nouns
from xcheck.claims.quantity.scales import scale_of
from xcheck.claims.quantity.scene import Figure, Scene
from xcheck.nlp.syntax.numbers import MODERN_YEAR

_HYPHEN = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"\s+(?:up\s+)?to\s+(?:about\s+|around\s+|just\s+)?")
_WORDS = re.compile(rf"\s+and\s+|(?:[^.;,:\d]|\b{MODERN_YEAR}\b){{0,40}}{_TO.pattern}")
_LISTED = re.compile(r"-?\s*(?:(?:,\s*)?(?:or|and|to)|[-–—])\s*|-,\s*")
_AND = re.compile(r"\s+and\s+")
_COMMA = re.compile(r"\s*,\s*")
_REACH = 30  # characters before a range in which its "from" or "between" may stand
_SHARING = 1000  # a first end below this shares the magnitude of the second
_ADDED = ("length", "mass", "time", "age")


def shared(scene: Scene, found: Sequence[Figure]) -> list[Figure]:
    """Bare numbers of a list take the unit of the next: "three or four francs", "two- and three-storey".

    A comma continues a list only after a hyphen or before a number that is itself joined to the next one.
    """
    found_back: list[Figure] = []
    listed = False
    for figure in reversed(found):
        nxt = found_back[-1] if found_back else None
        gap = scene.text[figure.end : nxt.start] if nxt is not None else "."
        listed = bool(_LISTED.fullmatch(gap) or (listed and _COMMA.fullmatch(gap)))
        found_back.append(_completed(scene, figure, nxt if listed else None))
    return found_back[::-1]


def _completed(scene: Scene, figure: Figure, nxt: Figure | None) -> Figure:
    """A bare figure with the unit of the next in its list, else of the noun before it."""
    if figure.unit is not None:
        return figure
    if nxt is not None and nxt.unit is not None:
        return replace(figure, unit=nxt.unit, counted=nxt.counted, qualifiers=nxt.qualifiers)
    return _of_noun_before(scene, figure)


def _of_noun_before(scene: Scene, figure: Figure) -> Figure:
    """The noun before a number that "or" joins to it is counted: "another day or two"."""
    before = scene.before(figure.start)
    noun = nouns.neighbour(before, -1) if before is not None and before.lower_ == "or" else None
    if noun is None or noun.tag_ != "NN" or figure.numeral.form != "words":
        return figure
    return replace(figure, unit=nouns.lemma(noun), counted=nouns.lemma(noun), qualifiers=nouns.qualifiers(noun))


def joined(scene: Scene, found: Sequence[Figure]) -> list[Figure]:
    """Pairs that are the ends of one range made one figure, and results of games one score; hyphens join first."""
    steps: tuple[Callable[[Scene, Figure, Figure], Figure | None], ...]
    steps = (_compound, partial(_range, link=_HYPHEN.fullmatch), partial(_range, link=_WORDS.fullmatch))
    for step in steps:
        merged: list[Figure] = []
        for figure in found:
            whole = step(scene, merged[-1], figure) if merged else None
            merged[-1:] = [whole] if whole is not None else [*merged[-1:], figure]
        found = merged
    return list(found)


def _compound(scene: Scene, left: Figure, right: Figure) -> Figure | None:
    """Two units of one measure added up: "6ft 2in", "two hours and 30 minutes", in the first of them."""
    gap = scene.text[left.end : right.start]
    if left.unit is None or right.unit is None or not re.fullmatch(r"\s*(?:and\s+)?", gap):
        return None
    large, small = scale_of(left.unit), scale_of(right.unit)
    if large.dimension not in _ADDED or large.dimension != small.dimension or large.times <= small.times:
        return None
    value = left.low + right.low * small.times / large.times
    return replace(left, end=right.end, low=value, high=value)


def _range(scene: Scene, left: Figure, right: Figure, link: Callable[[str], object]) -> Figure | None:
    gap, before = scene.text[left.end : right.start], scene.text[max(0, left.start - _REACH) : left.start]
    if left.low != left.high or not link(gap) or _is_amount(scene, left) or not _is_link(gap, before, left, right):
        return None
    if left.unit is None and right.unit is None and _is_score(scene, gap, left, right):
        low, high = sorted((left.low, right.high))
        return replace(left, end=right.end, low=low, high=high, unit="score")
    low, high = sorted((_first_end(left, right), right.high))
    filled = right if right.unit is not None else left
    start = left.start - _length_of_between(before) if _AND.fullmatch(gap) else left.start
    return replace(filled, start=start, end=right.end, numeral=right.numeral, low=low, high=high)


def _length_of_between(before: str) -> int:
    """How many characters the "between" takes that ends the words before a range."""
    opening = re.search(r"\bbetween\s+$", before, re.IGNORECASE)
    return len(opening[0]) if opening is not None else 0


def _first_end(left: Figure, right: Figure) -> Decimal:
    """The first end of a range, in the magnitude that it shares with the second: "5 to 6 million"."""
    shares = left.numeral.scale == 1 and right.numeral.scale > 1 and left.low < _SHARING
    return left.low * right.numeral.scale if shares else left.low


def _is_link(gap: str, before: str, left: Figure, right: Figure) -> bool:
    """Whether two figures are the ends of a range, by the words between and before them and by their units."""
    same = _is_same_unit(left.unit, right.unit)
    prefixed = left.start < left.numeral.start and right.unit is None
    if _HYPHEN.fullmatch(gap) or (prefixed and right.numeral.scale > 1 and _TO.fullmatch(gap)):
        return same or prefixed
    if _AND.fullmatch(gap):
        return (same or right.unit is None) and _opening("between", before) is not None
    return _runs_to(gap, before, left, right, same=same)


def _is_same_unit(left: str | None, right: str | None) -> bool:
    """Whether the first of two figures has no unit of its own, that of the second, or that of a rate's measure."""
    return left in (None, right) or (right or "").startswith(f"{left} per ")


def _runs_to(gap: str, before: str, left: Figure, right: Figure, *, same: bool) -> bool:
    """Whether a range runs "from" one figure "to" another, or by "to" alone."""
    if _opening("from", before) is not None:
        return same or right.unit is None
    return _TO.fullmatch(gap) is not None and (same or (right.unit is None and left.unit == "year of age"))


def _is_amount(scene: Scene, figure: Figure) -> bool:
    """Whether a figure with a unit of its own is how much something moved ("rose 3 metres to 5"), no end of a range."""
    _, start = bounds.bound_before(scene.text, figure.start)
    before = scene.before(start)
    if before is None or (figure.start, figure.end) == (figure.numeral.start, figure.numeral.end):
        return before is not None and before.lower_ == "by"
    return bounds.direction(before, figure.unit, "") != "="


def _opening(word: str, before: str) -> re.Match[str] | None:
    return re.search(rf"\b{word}\s+(?:\w+\s+){{0,2}}$", before, re.IGNORECASE)


def _is_score(scene: Scene, gap: str, left: Figure, right: Figure) -> bool:
    """Whether two bare numbers are a result ("2-1", "52 to 48"): the first is not the lower one, or a game is told."""
    if _HYPHEN.fullmatch(gap):
        return scene.tells_contest or left.low >= right.low
    ranged = _opening("from", scene.text[max(0, left.start - _REACH) : left.start])
    return scene.tells_contest and left.low >= right.low and _TO.fullmatch(gap) is not None and ranged is None
