"""Numbers that are no quantities: dates, years, times of day, telephone numbers, addresses, numbered names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from xcheck.language.lexicon import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = r"(?:1[5-9]|20)\d\d"


def masked(text: str) -> list[tuple[int, int]]:
    """The stretches of a text whose numbers name a day, a time, a place or a person to ring, in order."""
    return [found.span() for found in _mask_pattern().finditer(text)]


def is_year(digits: str, before: str, following: str, *, counts_plural: bool) -> bool:
    """Whether four bare digits name a year.

    ``before`` and ``following`` are the words around it; ``counts_plural`` says that a plural noun follows it as its head.
    From 1900 to 2099 it is one unless it is round and counts something ("2000 people"); earlier ones need a word like "in".
    """
    if not re.fullmatch(_YEAR, digits) or following.startswith(("%", "-")):
        return False
    if 1900 <= int(digits) <= 2099:
        return not (counts_plural and (int(digits) % 100 == 0 or before not in words("numbers", "before_years")))
    return not counts_plural and before in words("numbers", "before_years") and before not in ("the", "a", "an", "to", "and", "or", "for", "from")


def names_something(first: Token, head: Token | None) -> bool:
    """Whether a number stands in a name or after a label ("Ward 11", "the 787 Dreamliner", "S&P 500"), and counts nothing.

    ``first`` is its first token, ``head`` the noun that it would count.
    """
    before = first.nbor(-1) if first.i > first.sent.start else None
    if head is not None and _is_plural(head):
        return before is not None and before.tag_ == "NNP" and before.head.i == head.i and first.nbor(1).tag_ == "NNP"
    if before is not None:
        if before.lower_ in words("numbers", "labels") and before.tag_ != "NNS":
            return True
        if head is None and before.tag_ in ("NNP", "NNPS") and before.ent_type_ not in ("DATE", "TIME"):
            return True
        if head is not None and before.tag_ == "NNP" and before.ent_type_ not in ("DATE", "TIME") and first.lower_ != "one":
            return True
    return head is not None and head.tag_ == "NNP" and first.nbor(1).tag_ in ("NNP", "NNPS") and first.lower_ != "one"


def is_capitalised(number: Token) -> bool:
    """Whether a number word inside a sentence is part of a name ("the Six Nations")."""
    inside = number.i > number.sent.start and number.i + 1 < number.sent.end
    return inside and number.text.istitle() and number.nbor(-1).text not in ("“", '"', "‘", ":") and number.nbor(1).text[:1].isupper()


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NNP" and noun.text[-1:] == "s")


@cache
def _mask_pattern() -> re.Pattern[str]:
    table = lexicon("numbers")
    months = "|".join(m for m in table["months"] if m not in ("may", "march", "mar", "sept", "sep", "dec", "jan"))
    month = rf"(?:(?i:{months}|sept|sep|dec|jan)\b\.?|March\b|Mar\b\.?|May\b|MAY\b|MARCH\b|march(?=\s\d)|may(?=\s\d{{1,2}}(?:\s\d{{4}}|,|$)))"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    streets = "|".join(table["streets"])
    zones = r"(?:GMT|UTC|BST|CET|CEST|E[SD]T|P[SD]T|C[SD]T|M[SD]T|IST|JST|AEST|local\stime|hours\b)"
    options = [
        r"https?://\S+|www\.\S+|\S+@\S+",
        r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?",
        rf"{day}(?:\s?[-–]\s?{day})?(?:\s+of)?\s+{month}(?:,?\s+\d{{4}}\b)?",
        rf"{month}\s+{day}(?:\s?[-–]\s?\d{{1,2}})?(?:\s*(?:and|to)\s+{day}(?=\s*[.,]))?(?:,?\s+{_YEAR}\b)?(?![\d,.]*\d|\s*(?i:per\s?cent|%|million|billion))",
        rf"{month},?\s+(?:of\s+)?\d{{4}}\b",
        r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.m\.?|[ap]m\b|AM\b|PM\b)",
        rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?(?:\s{zones})?|\d+:\d+",
        rf"\d{{4}}\s{zones}",
        r"(?i:\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o['’]clock)",
        r"(?i:\b(?:half|quarter)\s(?:past|to)\s\w+)",
        r"['’]?(?<![\d,.])(?:1[5-9]|20)?\d0['’]?s\b",
        rf"(?<![\d,.$£€-]){_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d{{2}})(?![\d,.]*\d)(?!\s?%)",
        r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}",
        r"24/7|9/11|50[/-]50|4x4|\d-\d-\d(?!\d)",
        r"(?:\+\d{1,3}[\s-]?)?\(?\d{3,5}\)?[\s-]\d{3,4}[\s-]\d{3,4}(?!\d)",
        r"(?<![\w.])0\d{3,4}\s\d{5,6}",
        rf"\d{{1,5}}[A-Za-z]?\s(?:[A-Z][\w’'-]*\s){{1,3}}(?i:{streets})\b",
        r"(?i:\bno\.?|№|#)\s?\d+",
        r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b",
        r"^\s*\d{1,2}[.)]\s",
    ]
    return re.compile("|".join(f"(?:{o})" for o in options))
