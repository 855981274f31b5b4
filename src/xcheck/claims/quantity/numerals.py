"""Numerals in figures and in words, read from the text alone: "1.3bn", "two-thirds", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from xcheck.claims.quantity.units import alternatives, currency_before
from xcheck.nlp.lexicon import lexicon
from xcheck.nlp.syntax.numbers import cardinals, spoken

NumeralForm = Literal["digits", "words", "fraction", "ratio", "plural"]
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,]|\.\d)|\d+(?:\.\d+)?|\.\d+"
_LONGEST = 40


@dataclass(frozen=True)
class Numeral:
    """A number at ``[start, end)`` of the text it was read from.

    ``scale`` is the magnitude that was said with it ("5 million": 1 000 000), which the first number of a range may
    share with the second; it is already in ``low`` and ``high``.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    form: NumeralForm
    scale: Decimal = Decimal(1)


def numerals(text: str) -> list[Numeral]:
    """The numerals of a text, in order and without overlap. Ordinals and numbers inside codes ("QR77") are left out."""
    found: list[Numeral] = []
    for numeral in _readings(text):
        if not found or numeral.start >= found[-1].end:
            found.append(numeral)
    return found


def _readings(text: str) -> Iterator[Numeral]:
    position = 0
    while (start := _start_pattern().search(text, position)) is not None:
        if _inside_code(text, start.start()):
            position = start.end() + len(re.compile(r"\w*").match(text, start.end())[0])  # type: ignore[index]
            continue
        numeral = _ratio(text, start.start()) or _plural(text, start.start()) or _fraction(text, start.start())
        numeral = numeral or _cardinal(text, start.start())
        position = numeral.end if numeral else start.end()
        if numeral is not None:
            yield numeral


def _inside_code(text: str, start: int) -> bool:
    """Whether a digit continues a word, a code or another number ("QR77", "KB-12"), not a currency ("USD40")."""
    if start == 0 or not text[start].isdecimal():
        return False
    before = text[max(0, start - 30) : start]
    if before[-1].isalnum():
        return currency_before(text, start) is None
    if re.search(r"\d[.,:/]$", before):
        return True
    prefix = re.search(r"([^\W\d]\w*)[-–]$", before)
    return prefix is not None and prefix[1] not in lexicon("numbers")["prefixes"]


def _cardinal(text: str, start: int) -> Numeral | None:
    digits = _digits_pattern().match(text, start)
    if digits is not None:
        return _scaled(text, _from_digits(text, digits))
    words = _words_pattern().match(text, start)
    if words is None or len(words[0]) > 4 * _LONGEST:
        return None
    value, scale = spoken(words[0])
    return _scaled(text, Numeral(start, words.end(), value, value, "words", scale))


def _from_digits(text: str, digits: re.Match[str]) -> Numeral:
    value = Decimal(re.sub(r"[,\s]", "", digits["digits"]))
    if digits["power"]:
        value = value.scaleb(int(digits["power"].replace("−", "-").replace("–", "-")))
    if digits["glyph"]:
        value += _glyph(digits["glyph"])
    if digits["top"]:
        value += Decimal(digits["top"]) / Decimal(digits["bottom"])
    start = digits.start()
    sign = re.search(r"(?:(?<![\w.,)%-])(?<!\d\s)[-−–]|\bminus[\s-])$", text[max(0, start - 8) : start], re.IGNORECASE)
    if sign is not None and not re.match(r"\s*[-–]\s*\d", text[digits.end() : digits.end() + 6]):
        value, start = -value, start - len(sign[0])
    return Numeral(start, digits.end(), value, value, "digits")


def _scaled(text: str, numeral: Numeral) -> Numeral:
    """The numeral with the halves and magnitudes that follow it: "2½ million", "1.3bn", "three and a half thousand"."""
    value, end = numeral.low, numeral.end
    half = re.compile(r"[\s-]and[\s-](?:an?|three)[\s-](half|quarters?)\b", re.IGNORECASE).match(text, end)
    if half is not None:
        part = "0.5" if half[1].lower() == "half" else "0.75" if "three" in half[0].lower() else "0.25"
        value, end = value + Decimal(part) * numeral.scale, half.end()
    times = _magnitude_pattern().match(text, end) or _suffix(text, numeral.start, end)
    scale = numeral.scale
    while times is not None:
        factor = _magnitudes()[times[1].lower()]
        value, scale, end = value * factor, scale * factor, times.end()
        times = _magnitude_pattern().match(text, end)
    return Numeral(numeral.start, end, value, value, numeral.form, scale)


def _suffix(text: str, start: int, end: int) -> re.Match[str] | None:
    """A letter that multiplies: "k" always; "m", "b" and "t" in capitals, after a currency, or before a plural noun."""
    found = re.compile(r"\s?([kmbt])(?!\w)(?!['’/]\w)", re.IGNORECASE).match(text, end)
    if found is None:
        return None
    if currency_before(text, start) is not None:
        return found
    if found[0] != found[1] or found[1] == "T":
        return None
    plural = re.compile(r"\s+(?:[a-z]+\s+)?(?:[a-z]{2,}s|people|men|women)\b").match(text, found.end())
    return found if found[1] in "kKMB" or (found[1] in "mb" and plural) else None


def _ratio(text: str, start: int) -> Numeral | None:
    """The share that "one in five" or "nine out of 10" says: the first number of the second."""
    found = _ratio_pattern().match(text, start)
    if found is None:
        return None
    part, whole = (_small(found[g]) for g in ("part", "whole"))
    if not 0 < part < whole or (found["link"].lower() == "in" and whole > 10 and whole % 10):
        return None
    return Numeral(start, found.end(), part / whole, part / whole, "ratio")


def _plural(text: str, start: int) -> Numeral | None:
    """The range of "tens of thousands" or "several hundred": from one of the magnitude to ten of it."""
    found = _plural_pattern().match(text, start)
    if found is None:
        return None
    low, high = Decimal(1), Decimal(1)
    for word in re.findall(r"[a-z]+", found[0].lower()):
        if word in lexicon("numbers")["plurals"]:
            least, most = lexicon("numbers")["plurals"][word]
            low, high = low * least, high * (most if high == 1 else Decimal(least))
        elif word in _magnitudes():
            low, high = low * _magnitudes()[word], high * _magnitudes()[word] * 10
    return Numeral(start, found.end(), low, high, "plural")


def _fraction(text: str, start: int) -> Numeral | None:
    """The value of a fraction: "two-thirds", "a quarter", "half", "3/4", "half a million"."""
    found = _fraction_pattern().match(text, start)
    if found is None:
        return None
    if found["glyph"]:
        value = _glyph(found["glyph"])
    elif found["top"]:
        value = Decimal(found["top"]) / Decimal(found["bottom"])
    else:
        value = _small(found["part"] or "one") / lexicon("numbers")["denominators"][(found["kind"] or "half").lower()]
    many = re.compile(rf"\s+(?:of\s+)?(?:an?\s+)({alternatives(_magnitudes())})\b", re.IGNORECASE).match(
        text, found.end()
    )
    if many is None:
        return Numeral(start, found.end(), value, value, "fraction")
    value *= _magnitudes()[many[1].lower()]
    return Numeral(start, many.end(), value, value, "words", _magnitudes()[many[1].lower()])


def _small(word: str) -> Decimal:
    plain = word.lower().strip()
    return Decimal(plain.replace(",", "")) if plain[0].isdecimal() else spoken(plain)[0]


def _glyph(glyph: str) -> Decimal:
    top, bottom = lexicon("numbers")["glyphs"][glyph]
    return Decimal(top) / Decimal(bottom)


@cache
def _magnitudes() -> dict[str, Decimal]:
    table = lexicon("numbers")
    return {word: Decimal(value) for word, value in (table["magnitudes"] | table["suffixes"]).items()}


@cache
def _start_pattern() -> re.Pattern[str]:
    """Where a numeral may begin."""
    table = lexicon("numbers")
    spoken = alternatives([*cardinals(), *table["plurals"], *table["vague"], "half", "dozen", "a", "an"])
    return re.compile(
        rf"(?<!\d)\d|(?<![\w.])\.(?=\d)|(?<![\w'’])(?:{spoken})(?!\w)|[{''.join(table['glyphs'])}]", re.IGNORECASE
    )


@cache
def _digits_pattern() -> re.Pattern[str]:
    glyphs = "".join(lexicon("numbers")["glyphs"])
    return re.compile(
        rf"(?P<digits>{_DIGITS})(?![\d])(?!(?:st|nd|rd|th)\b)(?:\s?[×x*]\s?10\s?\^?(?P<power>[-−–]?\d{{1,3}})(?!\d)"
        rf"|\s?(?P<glyph>[{glyphs}])|\s(?P<top>\d)/(?P<bottom>[2-9])(?![\d/]))?"
    )


@cache
def _words_pattern() -> re.Pattern[str]:
    """A cardinal in words: "five", "a hundred and fifty", "twenty-five thousand two hundred and six"."""
    table = lexicon("numbers")
    small = alternatives(cardinals())
    large = alternatives(w for w in table["magnitudes"] if len(w) > 3)
    first = rf"(?:(?:{small})|an?(?=[\s-](?:{large})\b))"
    times = rf"[\s-]+(?:{large})\b(?:[\s-]+and(?=[\s-]+(?:{small})\b(?!\s+(?:{large}))))?"
    ones = rf"(?<=ty)[\s-](?:{alternatives(table['cardinals'])})\b"
    rest = rf"(?:(?<=hundred)|(?<=thousand)|(?<=illion)|(?<=and))[\s-]+(?:{small})\b"
    return re.compile(rf"\b(?:{first}(?:{times}|{ones}|{rest}){{0,12}}|dozen)\b", re.IGNORECASE)


@cache
def _magnitude_pattern() -> re.Pattern[str]:
    return re.compile(rf"[\s-]?({alternatives(lexicon('numbers')['magnitudes'])})(?!\w)", re.IGNORECASE)


@cache
def _ratio_pattern() -> re.Pattern[str]:
    small = alternatives([*cardinals(), "hundred", "thousand"])
    return re.compile(
        rf"(?P<part>\d{{1,3}}|{small})[\s-](?P<link>in(?:\s+every)?|out\s+of(?:\s+every)?)[\s-](?P<whole>\d{{1,4}}(?:,\d{{3}})*|{small}|a\s(?=hundred|thousand))(?![\w.,]*\d)\b"
        r"(?!\s+(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|games?|matches|seasons?|million|billion)\b)",
        re.IGNORECASE,
    )


@cache
def _plural_pattern() -> re.Pattern[str]:
    table = lexicon("numbers")
    plurals, large = alternatives(table["plurals"]), alternatives(w for w in table["magnitudes"] if len(w) > 4)
    return re.compile(
        rf"(?:(?:{plurals})(?:\s+of\s+(?:{plurals}))?|(?:several|(?:a\s+)?few)\s+(?:{large})(?:\s+(?:{large}))?)\b",
        re.IGNORECASE,
    )


@cache
def _fraction_pattern() -> re.Pattern[str]:
    table = lexicon("numbers")
    glyphs = "".join(table["glyphs"])
    small, kinds = (
        alternatives(list(table["cardinals"])[2:14]),
        alternatives(k for k in table["denominators"] if k != "half"),
    )
    return re.compile(
        rf"(?P<glyph>[{glyphs}])|(?P<top>[1-9])/(?P<bottom>[2-9])(?![\d/])"
        rf"|(?:(?P<part>an?|{small})[\s-](?P<kind>{kinds}))(?![\w])"
        r"|(?P<half>half)(?=\s+(?:of|the|a|an|its|their|his|her|our|my|all|that|those|these|this|as)\b)",
        re.IGNORECASE,
    )
