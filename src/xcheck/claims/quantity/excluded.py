"""Numbers that are no quantities: dates, years, times of day, telephone numbers, addresses, numbered names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from xcheck.claims.quantity.counted import Counted, lemma, neighbour
from xcheck.claims.quantity.numerals import Numeral
from xcheck.claims.quantity.scene import Scene
from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.syntax.numbers import PRINTED_YEAR, is_modern_year

if TYPE_CHECKING:
    from spacy.tokens import Token


def masked(text: str) -> list[tuple[int, int]]:
    """The stretches of a text whose numbers name a day, a time, a place or a person to ring, in order."""
    return [found.span() for found in _mask_pattern().finditer(text)]


def is_year(digits: str, before: str, following: str, *, counts_plural: bool) -> bool:
    """Whether four bare digits name a year.

    ``before`` and ``following`` are the words around it; ``counts_plural`` says that it stands before a plural noun.
    From 1900 to 2099 it is one unless it is round and counts something ("2000 people"); others need a word like "in".
    """
    if not re.fullmatch(PRINTED_YEAR, digits) or following.startswith(("%", "-")):
        return False
    if is_modern_year(int(digits)):
        return not (counts_plural and (int(digits) % 100 == 0 or before not in words("numbers", "before_years")))
    pointing = words("numbers", "before_years") - words("numbers", "before_counts")
    return not counts_plural and before in pointing


def _names_something(first: Token, head: Token | None) -> bool:
    """Whether a number stands in a name or after a label ("Berth 31", "the 52 Comet", "Studio 9").

    ``first`` is its first token, ``head`` the noun that it would count.
    """
    before = neighbour(first, -1)
    if head is not None and _is_plural(head):
        return _is_joined(first) and before is not None and _is_name(before) and before.head.i == head.i
    if before is not None and (_is_label(before) or _ends_in_number(before, first, head)):
        return True
    return head is not None and head.tag_ == "NNP" and first.lower_ != "one" and _is_joined(first)


def _is_joined(number: Token) -> bool:
    """Whether a name goes on right after a number."""
    after = neighbour(number, 1)
    return after is not None and after.tag_ in ("NNP", "NNPS")


def _ends_in_number(before: Token, first: Token, head: Token | None) -> bool:
    """Whether a name ends in a number; "one" before a noun counts it."""
    return _is_name(before) and (head is None or first.lower_ != "one")


def _is_label(word: Token) -> bool:
    """Whether a word before a number makes it a name: "berth", "studio", not "berths"."""
    return word.lower_ in words("numbers", "labels") and word.tag_ != "NNS"


def _is_name(token: Token) -> bool:
    """Whether a word is a name, and no day or month: by its tag, or a noun in capitals inside a sentence."""
    if token.lower_.rstrip(".") in words("numbers", "months") | words("numbers", "weekdays"):
        return False
    capital = token.tag_ == "NN" and token.text[:1].isupper() and neighbour(token, -1) is not None
    return token.tag_ in ("NNP", "NNPS") or capital


def _is_capitalised(number: Token) -> bool:
    """Whether a number word inside a sentence is part of a name ("the Six Nations")."""
    before, after = neighbour(number, -1), neighbour(number, 1)
    if before is None or after is None or before.text in ("“", '"', "‘", ":"):
        return False
    return number.text.istitle() and after.text[:1].isupper()


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NNP" and noun.text[-1:] == "s")


def is_hyphenated(scene: Scene, numeral: Numeral) -> bool:
    """Whether a hyphen joins a number to the word after it ("a 12-seat bus")."""
    return re.match(r"-[^\W\d]", scene.text[numeral.end : numeral.end + 2]) is not None


def counts_nothing(scene: Scene, numeral: Numeral, first: Token, counted: Counted | None) -> bool:
    """Whether a number without a unit of measure is a year, a name, a pronoun ("the one") or part of a fixed phrase.

    ``first`` is its first token, ``counted`` the noun phrase that it would count.
    """
    head = counted.head if counted is not None else None
    if _is_year_here(scene, numeral, counted):
        return True
    if numeral.form == "fraction":
        return _is_ordinal(scene, numeral, head)
    if _is_part_of_name(scene, numeral, first, head) or _is_fixed(scene, numeral, head):
        return True
    article = scene.text[numeral.start : numeral.end].lower().startswith(("a ", "an "))
    return numeral.form == "words" and not article and _is_elliptic(scene, numeral, head)


def _is_year_here(scene: Scene, numeral: Numeral, counted: Counted | None) -> bool:
    """Whether a number is a year where it stands."""
    before = scene.before(numeral.start)
    plural = counted is not None and counted.head.tag_ in ("NNS", "NNPS") and counted.unit is counted.head
    digits, following = scene.text[numeral.start : numeral.end], scene.text[numeral.end : numeral.end + 3]
    return is_year(digits, before.lower_ if before is not None else "", following, counts_plural=plural)


def _is_part_of_name(scene: Scene, numeral: Numeral, first: Token, head: Token | None) -> bool:
    """Whether a number belongs to a name, and is no result of a game: "Tarnow 2-1 Ostend"."""
    named = _names_something(first, head) or (not scene.headline and _is_capitalised(first))
    result = re.match(r"[-–]\d", scene.text[numeral.end : numeral.end + 3]) is not None and scene.tells_contest
    return named and not result


def _is_fixed(scene: Scene, numeral: Numeral, head: Token | None) -> bool:
    """Whether a hyphen joins a number to a word that it does not measure: "a two-way street"."""
    return is_hyphenated(scene, numeral) and head is not None and head.lower_ in words("numbers", "not_measures")


def _is_elliptic(scene: Scene, numeral: Numeral, head: Token | None) -> bool:
    """Whether a number word stands for things instead of counting them: "the two", "the top three", "no one"."""
    before = scene.before(numeral.start)
    hyphenated = is_hyphenated(scene, numeral)
    if scene.text[numeral.start : numeral.end].lower() == "one":
        after = next(iter(scene.after(numeral.end)), None)
        return head is None or after is None or hyphenated or _is_pronoun(before, after, head)
    if head is not None:
        return False
    if before is None:
        return hyphenated
    return hyphenated or before.lower_ in words("numbers", "pointing") or before.tag_ in ("POS", "JJ", "JJS", "NN")


def _is_pronoun(before: Token | None, after: Token, head: Token) -> bool:
    """Whether "one" before a noun counts nothing: "no one", "one another", "one day"."""
    if after.lower_ == "of":
        return before is not None and before.tag_ == "DT"
    if before is not None and before.tag_ in ("DT", "JJ", "WDT", "NN", "PRP$", "NNP"):
        return True
    return lemma(head) in words("numbers", "not_counted") or head.tag_ in ("NNS", "NNPS")


def _is_ordinal(scene: Scene, numeral: Numeral, head: Token | None) -> bool:
    """Whether "a third", "one fifth" is an ordinal, since no "of" or article joins it to its noun ("a third man")."""
    following = scene.text[numeral.end : numeral.end + 7].split()
    said = scene.text[numeral.start : numeral.end].lower()
    if head is None or not following or said.endswith("s") or "half" in said:
        return False
    return following[0] not in ("of", "the", "its", "their", "as")


@cache
def _mask_pattern() -> re.Pattern[str]:
    table = lexicon("numbers")
    months = "|".join(m for m in table["months"] if m not in ("may", "march", "mar", "sept", "sep", "dec", "jan"))
    plain = rf"(?i:{months}|sept|sep|dec|jan)\b\.?"
    month = rf"(?:{plain}|March\b|Mar\b\.?|May\b|MAY\b|MARCH\b|march(?=\s\d)|may(?=\s\d{{1,2}}(?:\s\d{{4}}|,|$)))"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    streets = "|".join(table["streets"])
    zones = r"(?:GMT|UTC|BST|CET|CEST|E[SD]T|P[SD]T|C[SD]T|M[SD]T|IST|JST|AEST|local\stime|hours\b)"
    options = [
        r"https?://\S+|www\.\S+|\S+@\S+",
        r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?",
        rf"{day}(?:\s?[-–]\s?{day})?(?:\s+of)?\s+{month}(?:,?\s+\d{{4}}\b)?",
        rf"{month}\s+{day}(?:\s?[-–]\s?\d{{1,2}})?(?:\s*(?:and|to)\s+{day}(?=\s*[.,]))?(?:,?\s+{PRINTED_YEAR}\b)?(?![\d,.]*\d|\s*(?i:per\s?cent|%|million|billion))",
        rf"{month},?\s+(?:of\s+)?\d{{4}}\b",
        r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.m\.?|[ap]m\b|AM\b|PM\b)",
        rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?(?:\s{zones})?|\d+:\d+",
        rf"\d{{4}}\s{zones}",
        r"(?i:\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o['’]clock)",
        r"(?i:\b(?:half|quarter)\s(?:past|to)\s\w+)",
        r"['’]?(?<![\d,.])(?:1[5-9]|20)?\d0['’]?s\b",
        rf"(?<![\d,.$£€-]){PRINTED_YEAR}\s?[-–/]\s?(?:{PRINTED_YEAR}|\d{{2}})(?![\d,.]*\d)(?!\s?%)",
        r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}",
        r"(?i:\b(?:below|above)\s+zero\b)",
        r"24/7|9/11|50[/-]50|4x4|\d-\d-\d(?!\d)",
        r"(?:\+\d{1,3}[\s-]?)?\(?\d{3,5}\)?[\s-]\d{3,4}[\s-]\d{3,4}(?!\d)",
        r"(?<![\w.])0\d{3,4}\s\d{5,6}",
        rf"\d{{1,5}}[A-Za-z]?\s(?:[A-Z][\w’'-]*\s){{1,3}}(?i:{streets})\b",
        r"(?i:\bno\.?|№|#)\s?\d+",
        r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b",
        r"^\s*\d{1,2}[.)]\s",
    ]
    return re.compile("|".join(f"(?:{o})" for o in options))
