"""What it means that one word stands in the place of another: the same, a known contrast, or nobody knows."""

from __future__ import annotations

from rapidfuzz import fuzz

from xcheck.alignment.words import Word, same_deed, says_other
from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.comparison import Contrast, EditsWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Units
from xcheck.nlp.opposites import opposed
from xcheck.nlp.stems import stems
from xcheck.nlp.wordnet import relation
from xcheck.resources import loaded


def contrast(one: Word, other: Word) -> Contrast | None:
    """What parts two words that cannot both be right in one place; None where nothing is known to."""
    if turned := turn(one.text, other.text):
        return turned
    shared = one.kinds & other.kinds
    if one.groups.isdisjoint(other.groups) and (
        kind := next((k for k, kinds in lexicon(EditsWords).kinds.items() if kinds & shared), None)
    ):
        return kind
    if _opposite(one, other):
        return "opposite"
    return "sort" if _is_other_sort(one, other) else None


def _is_other_sort(one: Word, other: Word) -> bool:
    """Whether two words are of one kind and not the same, and do not compare elsewhere."""
    if _of_time(one, other) or _are_units(one, other):
        return False
    return says_other(one, other) or _relation(one, other) == "sisters"


def _opposite(one: Word, other: Word) -> bool:
    return opposed(one.text, other.text) or _relation(one, other) == "opposite"


def fits(one: Word, other: Word) -> bool:
    """Whether two words may stand for each other, or compare elsewhere: units, and words that say when."""
    return means_one(one, other) or _of_time(one, other) or _are_units(one, other)


def means_one(one: Word, other: Word) -> bool:
    """Whether two words may stand for each other: one meaning, spelling or kind of deed, or one above the other."""
    if one.groups & other.groups or same_deed(one, other) or _are_reports(one, other):
        return True
    if fuzz.ratio(one.text, other.text) >= lexicon(EditsWords).spelt and one.figure is None:
        return True
    return _relation(one, other) in ("same", "above", "below", "alike")


def _of_time(one: Word, other: Word) -> bool:
    """Whether both say when, which compares elsewhere."""
    return all(w.kinds & lexicon(EditsWords).times for w in (one, other))


def _are_units(one: Word, other: Word) -> bool:
    """Whether both are units of measure, whose figures compare elsewhere."""
    units = _units()
    return one.key in units and other.key in units


@loaded
def _units() -> frozenset[str]:
    known = lexicon(Units)
    return stems(frozenset(w for unit in (*known.prefixed.values(), *known.units.values()) for w in unit.words))


def goes_beyond(draft: Word, source: Word) -> bool:
    """Whether a draft's word says more than its source's, as "gutted" does than "burned"."""
    return _relation(draft, source) == "below" and not same_deed(draft, source)


def _relation(one: Word, other: Word) -> str:
    return relation(one.text.casefold(), other.text.casefold())


def _are_reports(one: Word, other: Word) -> bool:
    """Whether both are verbs of speech, which compare elsewhere."""
    speech = stems(lexicon(Reporting).speech)
    return one.key in speech and other.key in speech


def turn(one: str, other: str) -> Contrast | None:
    """What a preposition turns in the place of another one: who does what to whom, where, or in what order."""
    for way, pairs in lexicon(EditsWords).prepositions.items():
        if any((one in a and other in b) or (one in b and other in a) for a, b in pairs):
            return way
    return None
