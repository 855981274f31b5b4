"""The figures of a sentence, put together from numerals, units, nouns and bounds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from xcheck.claims import quantities_bounds as bounds
from xcheck.claims import quantities_counted as nouns
from xcheck.claims import quantities_excluded as excluded
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
    """A sentence as its text and its tokens, whose offsets are into that text."""

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, sentence: Sentence) -> _Scene:
        tokens = tuple(t for t in sentence.tokens if not t.is_space)
        return cls(sentence.tokens.text, tokens, tuple(t.idx - sentence.start for t in tokens))

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
    unit = unit_after(text, end, glued=glued)
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
    if unit != "pound" or (numeral.high < _MONEY_FROM and not any(t.lemma_.lower() in words("numbers", "payments") for t in scene.tokens)):
        return unit
    return "pound sterling"


def _of_measure(scene: _Scene, figure: Figure) -> Figure:
    after = scene.tokens[scene.index(figure.end) :]
    noun = nouns.measured(scene.within(figure.start, figure.end), nouns.noun_right_after(after))
    return replace(figure, counted=nouns.lemma(noun), qualifiers=nouns.qualifiers(noun)) if noun else figure


def _of_count(scene: _Scene, figure: Figure) -> Figure | None:
    numeral, text = figure.numeral, scene.text
    tokens = scene.within(figure.start, figure.end)
    after = scene.tokens[scene.index(figure.end) :]
    hyphenated = bool(re.match(r"-\w", text[figure.end : figure.end + 2]))
    counted = nouns.noun_after(
        after, plural=numeral.high > 1, part=numeral.form in ("fraction", "ratio"), hyphenated=hyphenated
    )
    if not tokens or _no_count(scene, figure, tokens, counted, hyphenated=hyphenated):
        return None
    age = _is_age(scene, figure, counted)
    if age:
        return replace(figure, unit="year of age")
    if counted is None:
        rate = rate_after(text, figure.end)
        return replace(figure, unit=rate.name, end=rate.at) if rate else figure
    return _with_noun(scene, figure, counted)


def _with_noun(scene: _Scene, figure: Figure, counted: nouns.Counted) -> Figure:
    end = counted.last.idx + len(counted.last) - scene.tokens[0].idx + scene.starts[0]
    rate = rate_after(scene.text, end)
    unit = nouns.lemma(counted.unit)
    return replace(
        figure,
        end=rate.at if rate else end,
        unit=f"{unit} {rate.name}" if rate else unit,
        counted=nouns.lemma(counted.head),
        qualifiers=nouns.qualifiers(counted.head),
    )


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
    if excluded.names_something(tokens[0], head):
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
        named = scene.before(before.idx - scene.tokens[0].idx + scene.starts[0])
        return named is not None and named.tag_ in ("NNP", "NN") and _is_person(named)
    subject = next((c for c in before.children if c.dep_ == "nsubj"), None)
    return before.lemma_ == "be" and subject is not None and subject.lower_ in ("he", "she", "who", "i")


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or (token.ent_type_ == "" and token.tag_ == "NNP") or token.ent_type_ in ("ORG", "GPE")


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
    for link in (_HYPHEN, _WORDS):
        joined: list[Figure] = []
        for figure in found:
            whole = _range(scene, joined[-1], figure, link) if joined else None
            joined[-1:] = [whole] if whole is not None else [*joined[-1:], figure]
        found = joined
    return list(found)


def _range(scene: _Scene, left: Figure, right: Figure, link: re.Pattern[str]) -> Figure | None:
    gap = scene.text[left.end : right.start]
    if left.low != left.high or not link.fullmatch(gap) or not _is_link(gap, scene.text[max(0, left.start - 30) : left.start], left, right):
        return None
    low, high = left.low, right.high
    if link is _HYPHEN and left.unit is None and right.unit is None and _is_score(scene, left, right):
        return replace(left, end=right.end, low=min(low, high), high=max(low, high), unit="score")
    if left.numeral.scale == 1 and right.numeral.scale > 1 and low < 1000:
        low *= right.numeral.scale
    filled = right if right.unit is not None else left
    return replace(filled, start=left.start, end=right.end, numeral=right.numeral, low=min(low, high), high=max(low, high))


def _is_link(gap: str, before: str, left: Figure, right: Figure) -> bool:
    """Whether two figures are the ends of a range, by the words between and before them and by their units."""
    same = left.unit == right.unit or left.unit is None
    if _HYPHEN.fullmatch(gap):
        return same
    if re.fullmatch(r"\s+and\s+", gap):
        return (same or right.unit is None) and _opens("between", before)
    if _opens("from", before):
        return same or right.unit is None
    return _TO.fullmatch(gap) is not None and (same or (right.unit is None and left.unit == "year of age"))


def _opens(word: str, before: str) -> bool:
    return re.search(rf"\b{word}\s+(?:\w+\s+){{0,2}}$", before, re.IGNORECASE) is not None


def _is_score(scene: _Scene, left: Figure, right: Figure) -> bool:
    return left.low >= right.low or any(t.lemma_.lower() in words("numbers", "contests") or t.lower_ in words("numbers", "contests") for t in scene.tokens)


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
        if last is not None and bound == "=" and re.fullmatch(r"\s*\(", gap) and last.unit != figure.unit is not None:
            bound = last.bound
        change = moved if moved != "=" and figure.low == figure.high else bound
        last = replace(figure, start=start, end=end, bound=bound, change=change)
        yield last


def _bound(scene: _Scene, figure: Figure) -> tuple[Change, int, int]:
    """A figure's approximation or bound, and its span with those words."""
    before, start = bounds.bound_before(scene.text, figure.start)
    after, end = bounds.bound_after(scene.text, figure.end)
    during = figure.unit in words("numbers", "spans_of_time") and scene.text[start:].lower().startswith("over ")
    if during:
        before, start = "=", figure.start
    return (before if before != "=" else after), start, end
