"""Units and currencies in the text around a figure, as ``rules/lexicons/units.yaml`` names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xcheck.nlp.lexicons.base import Phrases
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Units
from xcheck.resources import loaded

_LARGE_PREFIXES = ("kilo", "mega", "giga", "tera")
_ONLY_LARGE = ("byte", "bit", "tonne", "electronvolt", "watt hour")
_GLUED_ONLY = frozenset({"h", "p", "st", "in"})
_ONLY_IN_RATES = frozenset({"s", "A", "B", "J", "T", "Y"})


@dataclass(frozen=True)
class UnitMatch:
    """A unit that was read: its normalised name, and where its words end (or, before a figure, start)."""

    name: str
    at: int


@dataclass(frozen=True)
class _Names:
    """Spellings of units: words in lower case, signs as they are written, and signs in lower case as a second try."""

    words: dict[str, str]
    signs: dict[str, str]
    folded: dict[str, str]


def currency_before(text: str, start: int) -> UnitMatch | None:
    """The currency whose sign or code ends at ``start``, one blank between at most; ``at`` is where it begins."""
    found = _before_pattern().search(text, max(0, start - 8), start)
    if found is None:
        return None
    return UnitMatch(_currency_signs()[found["sign"]], found.start("sign"))


def unit_after(text: str, end: int) -> UnitMatch | None:
    """The unit that follows a figure ending at ``end``, with its rate ("miles per hour"); ``at`` is where it ends.

    Signs ("km", "C") need a figure in digits.
    """
    found = _word_after(text, end) or (_sign_after(text, end) if text[end - 1 : end].isdecimal() else None)
    if found is None:
        return None
    rate = rate_after(text, found.at)
    return UnitMatch(f"{found.name} {rate.name}", rate.at) if rate else found


def rate_after(text: str, end: int) -> UnitMatch | None:
    """What a figure is counted by ("a day", "per head", "/h", "weekly"): its name with ``per`` before it."""
    found = _rate_pattern().match(text, end)
    if found is None:
        return None
    adverb = lexicon(Units).per_adverbs.get((found["adverb"] or "").lower())
    word = adverb or (found["word"] or found["any"] or found["sign"]).lower()
    return UnitMatch(f"per {_rate_name(found['sign'] or word)}", found.end())


def is_unit(word: str) -> bool:
    """Whether a word or sign names a unit of measure."""
    return word in _names().signs or word.lower() in _names().words


def singular(word: str) -> str:
    """A regular English plural's singular, for words that the tables and the parser leave as they stand."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def alternatives(options: Iterable[str]) -> str:
    """The words as one alternation of a pattern, longest first; a blank stands for blanks or a hyphen."""
    return "|".join(re.escape(o).replace(r"\ ", r"[\s-]+") for o in sorted(options, key=lambda o: (-len(o), o)))


def _rate_name(word: str) -> str:
    names = _names()
    return names.signs.get(word) or names.words.get(word.lower()) or singular(word.lower())


def _word_after(text: str, end: int) -> UnitMatch | None:
    found = _word_pattern().match(text, end)
    if found is None:
        return None
    return UnitMatch(_names().words[_plain(found["word"])], found.end())


def _plain(word: str) -> str:
    return re.sub(r"[\s-]+", " ", word.lower())


def _sign_after(text: str, end: int) -> UnitMatch | None:
    found = _sign_pattern().match(text, end) or _folded_pattern().match(text, end)
    if found is None or found["sign"] in _ONLY_IN_RATES or (found["blank"] and found["sign"] in _GLUED_ONLY):
        return None
    names = _names()
    return UnitMatch(names.signs.get(found["sign"]) or names.folded[found["sign"].lower()], found.end())


@loaded
def _names() -> _Names:
    words, signs = {}, {}
    for name, own, marks in _entries():
        for word in {name, *own}:
            words.update(dict.fromkeys(_plurals(_plain(word)), name))
        signs.update(dict.fromkeys(marks, name))
    folded = {sign.lower(): name for sign, name in signs.items() if len(sign) > 1 and sign.isalpha()}
    return _Names(words, signs, folded)


def _entries() -> Iterator[tuple[str, Phrases, Phrases]]:
    """Yield every unit and currency with its words and signs, those with a prefix of the SI included."""
    table = lexicon(Units)
    for name, entry in table.prefixed.items():
        yield name, entry.words, entry.signs
        for prefix, (letter, _) in table.prefixes.items():
            if name not in _ONLY_LARGE or prefix in _LARGE_PREFIXES:
                words = tuple(prefix + word for word in entry.words)
                yield prefix + name, words, tuple(letter + sign for sign in entry.signs)
    yield from ((name, entry.words, (*entry.signs, *entry.codes)) for name, entry in table.currencies.items())
    yield from ((name, entry.words, entry.signs) for name, entry in table.units.items())


def _plurals(word: str) -> tuple[str, ...]:
    head = word.removesuffix("y") + "ies" if word.endswith(("ry", "ny", "ty")) else word + "s"
    return (word, head, word + "es") if word.endswith(("ch", "x")) else (word, head)


@loaded
def _currency_signs() -> dict[str, str]:
    table = lexicon(Units).currencies
    return {s: name for name, c in table.items() for s in (*c.signs, *c.codes) if s not in "p¢"}


@loaded
def _before_pattern() -> re.Pattern[str]:
    letters = alternatives(s for s in _currency_signs() if s[0].isalpha())
    marks = alternatives(s for s in _currency_signs() if not s[0].isalpha())
    return re.compile(rf"(?P<sign>(?<!\w)(?:{letters})|(?:{marks}))\s?$")


@loaded
def _word_pattern() -> re.Pattern[str]:
    """A blank or a hyphen, then a unit's word; "of" and an article after a plural or a fraction ("half a mile")."""
    return re.compile(
        rf"[\s-]{{1,2}}(?:of\s+)?(?:an?\s+)?(?P<word>{alternatives(_names().words)})(?![\w])", re.IGNORECASE
    )


@loaded
def _sign_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<blank>[\s-]?)(?P<sign>{alternatives(_names().signs)})(?!\w)")


@loaded
def _folded_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<blank>[\s-]?)(?P<sign>{alternatives(_names().folded)})(?!\w)", re.IGNORECASE)


@loaded
def _rate_pattern() -> re.Pattern[str]:
    counted = alternatives({form for word in lexicon(Units).per_units for form in _plurals(word)})
    signs = alternatives(s for s in _names().signs if s.isalpha())
    adverbs = alternatives(lexicon(Units).per_adverbs)
    return re.compile(
        rf"[\s-]*(?:/\s?(?P<sign>{signs})|(?:/|(?:an?|each|every|per)[\s-])\s*(?P<word>{counted})|per\s+(?P<any>[a-z]+)"
        rf"|(?P<adverb>{adverbs}))"
        r"(?!\w)(?!\s+(?:ago|earlier|later|before|after|old|on(?=[.,;]|\s+from)|when|in\s+which)\b)",
        re.IGNORECASE,
    )
