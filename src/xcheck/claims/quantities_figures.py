"""The figures of a sentence, put together from numerals, units, nouns and bounds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from xcheck.claims import quantities_bounds as bounds
from xcheck.claims import quantities_counted as nouns
from xcheck.claims import quantities_excluded as excluded
from xcheck.claims.quantities_compare import scale_of
from xcheck.claims.quantities_numerals import Numeral, numerals
from xcheck.claims.quantities_units import currency_before, rate_after, unit_after
from xcheck.language.analysis import Sentence
from xcheck.language.lexicon import words
from xcheck.records.claim import Change

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONEY_FROM = 100_000
_HYPHEN = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"\s+(?:up\s+)?to\s+(?:about\s+|around\s+|just\s+)?")
_WORDS = re.compile(rf"\s+and\s+|(?:[^.;,:\d]|\b(?:19|20)\d\d\b){{0,40}}{_TO.pattern}")


@dataclass(frozen=True)
class Figure:
    """A figure at ``[start, end)`` of its sentence's text; ``numeral_end`` is where the number alone ends."""

    start: int
    end: int
    numeral: Numeral
    low: Decimal
    high: Decimal
    unit: str | None = None
    change: Change = "="
    bound: Change = "="
    counted: str | None = None
    qualifiers: tuple[str, ...] = ()


def figures(sentence: Sentence) -> tuple[Figure, ...]:
    """The stated figures of a sentence in order."""
    scene = _Scene.of(sentence)
    found = [f for f in (_figure(scene, n) for n in _countable(scene)) if f is not None]
    found = _joined(scene, _shared(scene, found))
    return tuple(_meant(scene, found))


@dataclass(frozen=True)
class _Scene:
    """A sentence as its text and its tokens: ``starts`` are their places in that text, which begins at ``offset``."""

    text: str
    headline: bool
    offset: int
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, sentence: Sentence) -> _Scene:
        tokens = tuple(t for t in sentence.tokens if not t.is_space)
        return cls(sentence.tokens.text, sentence.headline, sentence.start, tokens, tuple(t.idx - sentence.start for t in tokens))

    def index(self, offset: int) -> int:
        """The place among the tokens of the first that starts at ``offset`` or after it."""
        return bisect_left(self.starts, offset)

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap ``[start, end)``."""
        first = self.index(start)
        if first > 0 and self.starts[first - 1] + len(self.tokens[first - 1]) > start:
            first -= 1
        return self.tokens[first : self.index(end)]

    def before(self, offset: int) -> Token | None:
        """The token that ends before ``offset``."""
        first = self.index(offset)
        if first > 0 and self.starts[first - 1] + len(self.tokens[first - 1]) > offset:
            first -= 1
        return self.tokens[first - 1] if first > 0 else None


def _countable(scene: _Scene) -> Iterator[Numeral]:
    masks = excluded.masked(scene.text)
    for numeral in numerals(scene.text):
        if not any(start < numeral.end and numeral.start < end for start, end in masks):
            yield numeral


def _figure(scene: _Scene, numeral: Numeral) -> Figure | None:
    text, start, end = scene.text, numeral.start, numeral.end
    figure = Figure(start, end, numeral, numeral.low, numeral.high)
    glued = end < len(text) and (text[end].isalnum() or text[end] in "%°º″′\"²¥€£$¢")
    money = currency_before(text, start)
    if money is not None:
        rate = rate_after(text, end)
        name = f"{money.name} {rate.name}" if rate else money.name
        figure = replace(figure, start=money.at, end=rate.at if rate else end, unit=name)
        return _of_measure(scene, figure)
    unit = unit_after(text, end)
    if unit is not None and not _is_year_before(scene, numeral, unit.at):
        return _of_measure(scene, replace(figure, end=unit.at, unit=_pounds(scene, numeral, unit.name)))
    return None if glued and text[end].isalnum() else _of_count(scene, figure)


def _is_year_before(scene: _Scene, numeral: Numeral, end: int) -> bool:
    """A year before what only looks like a unit ("in 2016 Stone said")."""
    word = scene.text[numeral.end : end].strip(" -")
    before = scene.before(numeral.start)
    year = excluded.is_year(scene.text[numeral.start : numeral.end], before.lower_ if before else "", "", counts_plural=word.endswith("s"))
    return year and word[:1].isalpha()


def _pounds(scene: _Scene, numeral: Numeral, unit: str) -> str:
    """ "Pounds" are money where they are many or something is paid, else a weight."""
    if unit != "pound" or (numeral.high < _MONEY_FROM and words("numbers", "payments").isdisjoint(w for t in scene.tokens for w in (t.lower_, t.lemma_.lower()))):
        return unit
    return "pound sterling"


def _of_measure(scene: _Scene, figure: Figure) -> Figure:
    after = scene.tokens[scene.index(figure.end) :]
    noun = nouns.measured(scene.within(figure.start, figure.end), nouns.noun_right_after(after))
    return _counting(scene, figure, noun) if noun is not None else figure


def _counting(scene: _Scene, figure: Figure, noun: Token) -> Figure:
    """The figure with what it counts; a noun after it has no qualifiers before it."""
    place = noun.idx - scene.offset
    beyond = scene.offset + figure.end if figure.unit and place >= figure.end else scene.offset + figure.numeral.end
    narrowed = nouns.qualifiers(noun, beyond if place > figure.start else -1)
    return replace(figure, counted=nouns.lemma(noun), qualifiers=narrowed)


def _of_count(scene: _Scene, figure: Figure) -> Figure | None:
    numeral, text = figure.numeral, scene.text
    tokens = scene.within(figure.start, figure.end)
    after = scene.tokens[scene.index(figure.end) :]
    hyphenated = bool(re.match(r"-[^\W\d]", text[figure.end : figure.end + 2]))
    part = numeral.form in ("fraction", "ratio")
    counted = nouns.noun_after(after, plural=numeral.high > 1, part=part, hyphenated=hyphenated)
    if re.match(r"\s?[-–—]\s?[^\w\s]?\d", text[figure.end : figure.end + 5]):
        counted = None
    if not tokens or _no_count(scene, figure, tokens, counted, hyphenated=hyphenated):
        return None
    if _is_age(scene, figure, counted):
        named = _named_before(scene, figure)
        return replace(figure, unit="year of age", counted=nouns.lemma(named) if named is not None else None)
    if counted is None:
        rate = rate_after(text, figure.end)
        return replace(figure, unit=rate.name, end=rate.at) if rate else figure
    return _with_noun(scene, figure, counted)


def _with_noun(scene: _Scene, figure: Figure, counted: nouns.Counted) -> Figure:
    end = counted.last.idx + len(counted.last) - scene.offset
    rate = rate_after(scene.text, end)
    unit = nouns.lemma(counted.unit)
    named = _counting(scene, figure, counted.head)
    return replace(named, end=rate.at if rate else end, unit=f"{unit} {rate.name}" if rate else unit)


def _no_count(
    scene: _Scene, figure: Figure, tokens: Sequence[Token], counted: nouns.Counted | None, *, hyphenated: bool
) -> bool:
    """Whether a number without a unit of measure is a year, a name, a pronoun ("the one") or a fixed phrase."""
    numeral, text = figure.numeral, scene.text
    head = counted.head if counted else None
    digits = text[numeral.start : numeral.end]
    before = scene.before(figure.start)
    word = before.lower_ if before is not None else ""
    plural = counted is not None and counted.head.tag_ in ("NNS", "NNPS") and counted.unit is counted.head
    if excluded.is_year(digits, word, text[figure.end : figure.end + 3], counts_plural=plural):
        return True
    if numeral.form == "fraction":
        return _is_ordinal(scene, figure, head)
    if excluded.names_something(tokens[0], head) or (not scene.headline and excluded.is_capitalised(tokens[0])):
        return True
    if hyphenated and head is not None and head.lower_ in words("numbers", "not_measures"):
        return True
    if numeral.form != "words" or digits.lower().startswith(("a ", "an ")):
        return False
    if digits.lower() == "one":
        after = next(iter(scene.tokens[scene.index(figure.end) :]), None)
        return _is_pronoun(before, after, head, hyphenated=hyphenated)
    if head is not None:
        return False
    return hyphenated or word in ("the", "these", "those", "both") or (before is not None and before.tag_ in ("POS", "JJ", "JJS", "NN"))


def _is_pronoun(before: Token | None, after: Token | None, head: Token | None, *, hyphenated: bool) -> bool:
    """Whether "one" counts nothing: "the one", "no one", "one another", "one-off"."""
    if head is None or after is None or hyphenated:
        return True
    if after.lower_ == "of":
        return before is not None and before.tag_ == "DT"
    if before is not None and before.tag_ in ("DT", "JJ", "WDT", "NN", "PRP$", "NNP"):
        return True
    return nouns.lemma(head) in words("numbers", "not_counted") or head.tag_ in ("NNS", "NNPS")


def _is_ordinal(scene: _Scene, figure: Figure, head: Token | None) -> bool:
    """ "A third man", "one fifth place": an ordinal after all, since no "of" or article joins it to the noun."""
    following = scene.text[figure.end : figure.end + 5].split()
    said = scene.text[figure.start : figure.end].lower()
    if head is None or not following or said.endswith("s") or "half" in said:
        return False
    return following[0] not in ("of", "the", "its", "their", "as")


def _is_age(scene: _Scene, figure: Figure, counted: nouns.Counted | None) -> bool:
    """Whether a bare number of at most 120 is a person's age: "Brandt, 40,", "aged 40", "at the age of 40", "she is 40"."""
    low = figure.low
    if counted is not None or not 0 < low <= 120 or low != int(low):
        return False
    left, right = scene.text[: figure.start], scene.text[figure.end : figure.end + 2].lstrip()
    if re.search(r"\b(?:aged?|ages|turn(?:s|ed|ing)?)(?:\s+of)?(?:\s+(?:about|just|only|over|under|between|from|at))?\s+$", left[-40:], re.IGNORECASE):
        return True
    before = scene.before(figure.start)
    closed = right[:1] in ("", ",", ".", ";", ")", "?", "!")
    if before is None or not closed:
        return False
    if before.text in (",", "("):
        return _named_before(scene, figure) is not None
    subject = next((c for c in before.children if c.dep_ == "nsubj"), None)
    return before.lemma_ == "be" and subject is not None and subject.lower_ in ("he", "she", "who", "i")


def _named_before(scene: _Scene, figure: Figure) -> Token | None:
    """The person in whose apposition a number stands: "Ada Brandt, 40," and "Brandt (40)"."""
    mark = scene.before(figure.start)
    named = scene.before(mark.idx - scene.offset) if mark is not None and mark.text in (",", "(") else None
    if named is None or named.tag_ != "NNP" or named.ent_type_ not in ("", "PERSON", "ORG", "GPE"):
        return None
    return named


def _shared(scene: _Scene, found: Sequence[Figure]) -> list[Figure]:
    """Bare numbers of a list take the unit of the next: "eight or nine euros", "four-, five- and six-cylinder".

    A comma continues a list only after a hyphen or before a number that is itself joined to the next one.
    """
    shared: list[Figure] = []
    listed = False
    for figure in reversed(found):
        nxt = shared[-1] if shared else None
        gap = scene.text[figure.end : nxt.start] if nxt is not None else "."
        listed = nxt is not None and nxt.unit is not None and bool(
            re.fullmatch(r"-?\s*(?:,?\s*(?:or|and|to)|[-–—])\s*|-,\s*" + (r"|\s*,\s*" if listed else ""), gap)
        )
        if listed and nxt is not None and figure.unit is None:
            figure = replace(figure, unit=nxt.unit, counted=nxt.counted, qualifiers=nxt.qualifiers)
        elif figure.unit is None:
            figure = _of_noun_before(scene, figure)
        shared.append(figure)
    return shared[::-1]


def _of_noun_before(scene: _Scene, figure: Figure) -> Figure:
    """ "Another day or two": the noun before the number is counted."""
    before = scene.before(figure.start)
    noun = before.nbor(-1) if before is not None and before.lower_ == "or" and before.i > before.sent.start else None
    if noun is None or noun.tag_ != "NN" or figure.numeral.form != "words":
        return figure
    return replace(figure, unit=nouns.lemma(noun), counted=nouns.lemma(noun), qualifiers=nouns.qualifiers(noun))


def _joined(scene: _Scene, found: Sequence[Figure]) -> list[Figure]:
    """Pairs that are the ends of one range made one figure, and results of games one score; hyphens join first."""
    steps: tuple[Callable[[_Scene, Figure, Figure], Figure | None], ...]
    steps = (_compound, partial(_range, link=_HYPHEN), partial(_range, link=_WORDS))
    for step in steps:
        joined: list[Figure] = []
        for figure in found:
            whole = step(scene, joined[-1], figure) if joined else None
            joined[-1:] = [whole] if whole is not None else [*joined[-1:], figure]
        found = joined
    return list(found)


def _compound(scene: _Scene, left: Figure, right: Figure) -> Figure | None:
    """Two units of one measure added up: "6ft 2in", "two hours and 30 minutes", in the first of them."""
    if left.unit is None or right.unit is None or not re.fullmatch(r"\s*(?:and\s+)?", scene.text[left.end : right.start]):
        return None
    large, small = scale_of(left.unit), scale_of(right.unit)
    if large.dimension not in ("length", "mass", "time", "age") or large.dimension != small.dimension or large.times <= small.times:
        return None
    value = left.low + right.low * small.times / large.times
    return replace(left, end=right.end, low=value, high=value)


def _range(scene: _Scene, left: Figure, right: Figure, link: re.Pattern[str]) -> Figure | None:
    gap = scene.text[left.end : right.start]
    if left.low != left.high or not link.fullmatch(gap) or _is_amount(scene, left) or not _is_link(gap, scene.text[max(0, left.start - 30) : left.start], left, right):
        return None
    low, high = left.low, right.high
    if left.unit is None and right.unit is None and _is_score(scene, gap, left, right):
        return replace(left, end=right.end, low=min(low, high), high=max(low, high), unit="score")
    if left.numeral.scale == 1 and right.numeral.scale > 1 and low < 1000:
        low *= right.numeral.scale
    filled = right if right.unit is not None else left
    return replace(filled, start=left.start, end=right.end, numeral=right.numeral, low=min(low, high), high=max(low, high))


def _is_link(gap: str, before: str, left: Figure, right: Figure) -> bool:
    """Whether two figures are the ends of a range, by the words between and before them and by their units."""
    same = left.unit == right.unit or left.unit is None
    prefixed = left.start < left.numeral.start and right.unit is None
    if _HYPHEN.fullmatch(gap):
        return same or prefixed
    if prefixed and right.numeral.scale > 1 and _TO.fullmatch(gap):
        return True
    if re.fullmatch(r"\s+and\s+", gap):
        return (same or right.unit is None) and _opens("between", before)
    if _opens("from", before):
        return same or right.unit is None
    return _TO.fullmatch(gap) is not None and (same or (right.unit is None and left.unit == "year of age"))


def _is_amount(scene: _Scene, figure: Figure) -> bool:
    """Whether a figure with a unit of its own is how much something moved ("rose 3 metres to 5 metres"), no end of a range."""
    if (figure.start, figure.end) == (figure.numeral.start, figure.numeral.end):
        return False
    _, start = bounds.bound_before(scene.text, figure.start)
    return bounds.direction(scene.before(start), figure.unit, "") != "="


def _opens(word: str, before: str) -> bool:
    return re.search(rf"\b{word}\s+(?:\w+\s+){{0,2}}$", before, re.IGNORECASE) is not None


def _is_score(scene: _Scene, gap: str, left: Figure, right: Figure) -> bool:
    """Whether two bare numbers are a result ("2-1", "52 to 48"): the first is not below the second, or a game is told."""
    contests = words("numbers", "contests")
    told = any(t.lemma_.lower() in contests or t.lower_ in contests for t in scene.tokens)
    if _HYPHEN.fullmatch(gap):
        return told or left.low >= right.low
    return told and left.low >= right.low and _TO.fullmatch(gap) is not None and not _opens("from", scene.text[: left.start])


def _meant(scene: _Scene, found: Sequence[Figure]) -> Iterator[Figure]:
    """The figures with their bounds and directions.

    What is said of a figure holds for another that follows "or", and bounds for its conversion in brackets.
    """
    last: Figure | None = None
    for figure in found:
        bound, start, end = _bound(scene, figure)
        moved = bounds.direction(scene.before(start), figure.unit, scene.text[figure.end : figure.end + 10])
        gap = scene.text[last.end : start] if last is not None else ""
        if last is not None and last.change in ("up", "down") and re.fullmatch(r",?\s+or\s+", gap):
            moved = last.change
        if last is not None and re.fullmatch(r"\s*\(", gap) and last.unit != figure.unit is not None:
            bound = last.bound if bound == "=" else bound
            figure = replace(figure, counted=figure.counted or last.counted, qualifiers=figure.qualifiers or last.qualifiers)
        change = moved if moved != "=" and figure.low == figure.high else bound
        last = replace(figure, start=start, end=end, bound=bound, change=change)
        yield last


def _bound(scene: _Scene, figure: Figure) -> tuple[Change, int, int]:
    """A figure's approximation or bound, and its span with those words."""
    before, start = bounds.bound_before(scene.text, figure.start)
    after, end = bounds.bound_after(scene.text, figure.end)
    if after == "=":
        after, end = bounds.bound_after(scene.text, figure.numeral.end)[0], figure.end
    during = figure.unit in words("numbers", "spans_of_time") and scene.text[start:].lower().startswith("over ")
    if during:
        before, start = "=", figure.start
    return (before if before != "=" else after), start, end
