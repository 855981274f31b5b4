"""The figures of a sentence, put together from numerals, units, nouns and bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from xcheck.claims.quantity import bounds, excluded, ranges
from xcheck.claims.quantity import counted as nouns
from xcheck.claims.quantity.ages import age_of
from xcheck.claims.quantity.numerals import Numeral, numerals
from xcheck.claims.quantity.products import product
from xcheck.claims.quantity.scene import Figure, Scene
from xcheck.claims.quantity.units import currency_before, rate_after, unit_after
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Numbers
from xcheck.records.claim import Change

if TYPE_CHECKING:
    from spacy.tokens import Token


def figures(sentence: Sentence) -> tuple[Figure, ...]:
    """The stated figures of a sentence in order."""
    scene = Scene.of(sentence)
    found = [f for n in _countable(scene) if (f := _figure(scene, n)) is not None]
    return tuple(_meant(scene, ranges.joined(scene, ranges.shared(scene, found))))


def _countable(scene: Scene) -> Iterator[Numeral]:
    """The numerals that no date, time of day, address or number of a thing holds."""
    masks = excluded.masked(scene.text)
    place = 0
    for numeral in numerals(scene.text):
        while place < len(masks) and masks[place][1] <= numeral.start:
            place += 1
        if place == len(masks) or masks[place][0] >= numeral.end:
            yield numeral


def _figure(scene: Scene, numeral: Numeral) -> Figure | None:
    text, end = scene.text, numeral.end
    figure = Figure(numeral.start, end, numeral, numeral.low, numeral.high)
    money = currency_before(text, numeral.start)
    if money is not None:
        rate = rate_after(text, end)
        name = f"{money.name} {rate.name}" if rate else money.name
        return _of_measure(scene, replace(figure, start=money.at, end=rate.at if rate else end, unit=name))
    unit = unit_after(text, end)
    if unit is not None and any(product(token) for token in scene.within(end, unit.at)):
        return None
    if unit is not None and not _is_year_before(scene, numeral, unit.at):
        return _of_measure(scene, replace(figure, end=unit.at, unit=_pounds(scene, numeral, unit.name)))
    return None if text[end : end + 1].isalnum() else _of_count(scene, figure)


def _is_year_before(scene: Scene, numeral: Numeral, end: int) -> bool:
    """A year before what only looks like a unit ("in 2004 Acre sold")."""
    word = scene.text[numeral.end : end].strip(" -")
    digits = scene.text[numeral.start : numeral.end]
    before = scene.before(numeral.start)
    named = before.lower_ if before is not None else ""
    return word[:1].isalpha() and excluded.is_year(digits, named, "", counts_plural=word.endswith("s"))


def _pounds(scene: Scene, numeral: Numeral, unit: str) -> str:
    """The unit, or the currency where "pounds" are many or something is paid, and so no weight."""
    many = numeral.high >= lexicon(Numbers).pounds_are_money_from
    paid = not lexicon(Numbers).payments.isdisjoint(scene.spoken)
    return "pound sterling" if unit == "pound" and (many or paid) else unit


def _of_measure(scene: Scene, figure: Figure) -> Figure:
    tokens = scene.within(figure.start, figure.end)
    noun = nouns.measured(tokens, nouns.noun_right_after(scene.after(figure.end)))
    return _counting(scene, figure, noun) if noun is not None else figure


def _counting(scene: Scene, figure: Figure, noun: Token) -> Figure:
    """The figure with what it counts; a noun that stands after it has no qualifiers before its number or unit."""
    place = noun.idx - scene.offset
    ends = figure.end if figure.unit and place >= figure.end else figure.numeral.end
    narrowed = nouns.qualifiers(noun, scene.offset + ends if place > figure.start else -1)
    return replace(figure, counted=nouns.lemma(noun), qualifiers=narrowed)


def _of_count(scene: Scene, figure: Figure) -> Figure | None:
    """A figure without a unit of measure, with the noun that it counts; None where it is no quantity."""
    tokens = scene.within(figure.start, figure.end)
    counted = _noun_of(scene, figure)
    if not tokens or excluded.counts_nothing(scene, figure.numeral, tokens[0], counted):
        return None
    age = age_of(scene, figure) if counted is None else None
    if age is not None:
        return age
    if counted is not None:
        return _with_noun(scene, figure, counted)
    noun = nouns.measured(tokens, None)
    bare = _counting(scene, figure, noun) if noun is not None else figure
    rate = rate_after(scene.text, figure.end)
    return replace(bare, unit=rate.name, end=rate.at) if rate else bare


def _noun_of(scene: Scene, figure: Figure) -> nouns.Counted | None:
    """The noun phrase that a figure counts; none where it is the first end of a range."""
    following = scene.text[figure.end : figure.end + 5]
    if re.match(r"\s?[-–—]\s?[^\w\s]?\d", following):
        return None
    part = figure.numeral.form in ("fraction", "ratio")
    hyphenated = excluded.is_hyphenated(scene, figure.numeral)
    return nouns.noun_after(scene.after(figure.end), plural=figure.numeral.high > 1, part=part, hyphenated=hyphenated)


def _with_noun(scene: Scene, figure: Figure, counted: nouns.Counted) -> Figure:
    end = counted.last.idx + len(counted.last) - scene.offset
    rate = rate_after(scene.text, end)
    unit = nouns.lemma(counted.unit)
    named = _counting(scene, figure, counted.head)
    return replace(named, end=rate.at if rate else end, unit=f"{unit} {rate.name}" if rate else unit)


def _meant(scene: Scene, found: Sequence[Figure]) -> Iterator[Figure]:
    """The figures with their bounds and directions.

    What is said of a figure holds for another that follows "or", and bounds for its conversion in brackets.
    """
    last: Figure | None = None
    for figure in found:
        bound, start, end = _bound(scene, figure)
        moved = bounds.direction(scene.before(start), figure.unit, scene.text[figure.end : figure.end + 10])
        meant = replace(figure, start=start, end=end, bound=bound)
        gap = scene.text[last.end : start] if last is not None else ""
        if last is not None and last.change in ("up", "down") and re.fullmatch(r",?\s+or\s+", gap):
            moved = last.change
        if last is not None and re.fullmatch(r"\s*\(", gap):
            meant = _converted(meant, last)
        last = replace(meant, change=moved if moved != "=" and meant.low == meant.high else meant.bound)
        yield last


def _converted(figure: Figure, original: Figure) -> Figure:
    """A figure in brackets after another in a different unit has its bound, and measures the same thing."""
    if figure.unit is None or figure.unit == original.unit:
        return figure
    bound = original.bound if figure.bound == "=" else figure.bound
    if figure.counted is not None:
        return replace(figure, bound=bound)
    return replace(figure, bound=bound, counted=original.counted, qualifiers=original.qualifiers)


def _bound(scene: Scene, figure: Figure) -> tuple[Change, int, int]:
    """A figure's approximation or bound, and its span with those words."""
    before, start = bounds.bound_before(scene.text, figure.start)
    after, end = bounds.bound_after(scene.text, figure.end)
    if after == "=":
        after, end = bounds.bound_after(scene.text, figure.numeral.end)[0], figure.end
    during = figure.unit in lexicon(Numbers).spans_of_time
    if during and scene.text[start : start + 5].lower() == "over ":
        before, start = "=", figure.start
    return (before if before != "=" else after), start, end
