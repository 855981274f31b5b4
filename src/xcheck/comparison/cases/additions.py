"""What a claim says that no other document says anywhere: a figure, name, time, quotation, cause, or that it is usual.

A figure that follows from the others' by one step of arithmetic (sum, difference, ratio, change in percent) is no
addition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice, permutations

from xcheck.claims.quantity.scales import comparable
from xcheck.claims.time.timeline import disjoint
from xcheck.comparison.cases.known import OtherDocuments, endings, roots
from xcheck.comparison.slots.figures import agree
from xcheck.entities.gazetteer import gazetteer
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.comparison import ComparisonWords, Thresholds
from xcheck.nlp.lexicons.entities import Roles, Titles
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Quantifiers
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.claim import ENTITY_MARK, Claim, Participant, Quantity, Time
from xcheck.resources import loaded

_MOST_FIGURES = 24
_ENDINGS = ".,;:!?"  # of a quotation: the sentence around it decides on them


def additions(claim: Claim, known: OtherDocuments) -> dict[str, tuple[Span, ...]]:
    """What the claim alone says, with the words: a figure, name, time, quote, cause or habit (a fact ``adds``)."""
    found = {
        "figure": tuple(q for q in claim.quantities if q.status == "stated" and not _figure_known(q, known)),
        "name": _names(claim, known),
        "time": tuple(t for t in claim.times if not _time_known(t, known)),
        "quote": tuple(q for q in claim.quotes if not known.says(q.words.rstrip(_ENDINGS).casefold())),
        "cause": _cause(claim, known),
        "habit": _habit(claim, known),
    }
    return {kind: spans for kind, spans in found.items() if spans}


def _figure_known(figure: Quantity, known: OtherDocuments) -> bool:
    if figure.unit == "score":
        return _score_known(figure, known)
    dimension, low, high = comparable(figure)
    if low is None or low != high or _is_passing(figure, dimension, low):
        return True
    if any(agree(figure, q) for q in known.measured(figure)):
        return True
    slack = abs(low) * Decimal(str(lexicon(Thresholds).figures.rounding))
    return known.has("number", low) or any(abs(v - low) <= slack for v in _derived(dimension, known.figures()))


def _is_passing(figure: Quantity, dimension: str, number: Decimal) -> bool:
    """Whether a figure is no news: one of something, a length of time, how many times."""
    return number == 1 or dimension == "time" or figure.unit == "time"


def _score_known(score: Quantity, known: OtherDocuments) -> bool:
    """Whether a result is told, or is what two that are told make on aggregate; so where none is told at all."""
    told = [(q.low, q.high) for q in known.figures() if q.unit == "score" and q.low is not None and q.high is not None]
    results = set(told)
    for (low, high), (other_low, other_high) in permutations(told[:_MOST_FIGURES], 2):
        results.add((low + other_low, high + other_high))
        results.add((min(low + other_high, high + other_low), max(low + other_high, high + other_low)))
    return not told or (score.low, score.high) in results


def _derived(dimension: str, figures: Iterable[Quantity]) -> Iterator[Decimal]:
    """What one step of arithmetic makes of two figures of one measure: their sum, difference, ratio, change."""
    ends = ((comparable(q)[0], end) for q in figures for end in dict.fromkeys(comparable(q)[1:]) if end is not None)
    for (one, a), (other, b) in permutations(islice(ends, _MOST_FIGURES), 2):
        if one != other:
            continue
        if one == dimension:
            yield from (a + b, a - b)
        if b and dimension in ("share", "count"):
            yield from (a / b, (a - b) / b)


def _names(claim: Claim, known: OtherDocuments) -> tuple[Span, ...]:
    """The participants that are nowhere named, and any other names ("its maker, Tarn Foods") of strange words."""
    taking_part = tuple(p for p in claim.participants if _is_new(p, known))
    if claim.headline:
        return taking_part
    taken = (*taking_part, *claim.times)
    others = (c for c in claim.capitals if not any(t.start <= c.start < t.end for t in taken))
    return (*taking_part, *(other for other in others if not _word_known(other.text, known)))


def _is_new(participant: Participant, known: OtherDocuments) -> bool:
    """Whether a participant has a name that is nowhere told; a pronoun has none."""
    if not participant.entity or participant.text.casefold() in _pronouns():
        return False
    return not _name_known(participant.text, participant.entity, known)


@loaded
def _pronouns() -> frozenset[str]:
    return lexicon(ComparisonWords).pronouns | lexicon(ComparisonWords).first_persons


def _name_known(text: str, entity: str, known: OtherDocuments) -> bool:
    if known.has("term", ENTITY_MARK + entity) or not text[:1].isupper():
        return True
    return all(_word_known(word, known) for word in folded(text))


def _word_known(name: str, known: OtherDocuments) -> bool:
    """Whether a word of a name is known, be it as a people's for its place's, or the other way; or may be a title."""
    word = " ".join(folded(name))
    if any(known.has("word", stem(form)) for form in (word, *_of_people(word))) or known.is_people(word):
        return True
    entry = gazetteer().get(word)
    return word in _titles() if entry is None else known.has("term", ENTITY_MARK + entry.key)


@loaded
def _titles() -> frozenset[str]:
    """The words that may stand before a name with a capital."""
    data = lexicon(Titles).honorifics.values()
    offices = (w for kind in lexicon(Roles).classes.values() for names in kind for n in names for w in n.split())
    return frozenset(offices) | {w for group in data for w in group} | lexicon(Titles).organisations


def _of_people(name: str) -> Iterator[str]:
    """The words that may mean the people of a place: "Orlian", "Orlese" of "Orle"."""
    yield from (start + ending for start in roots(name) for ending in endings())


def _time_known(time: Time, known: OtherDocuments) -> bool:
    if not (time.value[:4].isdecimal() or time.value.startswith("XXXX")):
        return True
    if time.year is not None and time.first and not _year_known(time.year, known):
        return False
    others = [*known.times()]
    return not others or any(not disjoint(time, other) for other in others)


def _year_known(year: int, known: OtherDocuments) -> bool:
    """Whether a year that a text names stands in another, or holds the beginning or the end of a time there."""
    return known.has("number", Decimal(year)) or known.has("year", year)


def _habit(claim: Claim, known: OtherDocuments) -> tuple[Span, ...]:
    """Words that make a habit of what others tell as done ("often", "regularly"), where nobody else has such a word."""
    if claim.certainty in ("plan", "condition", "question"):
        return ()
    told = any(known.has("word", stem(w)) for w in lexicon(Quantifiers).told)
    return () if told else claim.habits


def _cause(claim: Claim, known: OtherDocuments) -> tuple[Span, ...]:
    """The cause that a claim gives, where most of its words are nowhere in the other documents."""
    if claim.cause is None:
        return ()
    telling = [stem(w) for w in folded(claim.cause.text) if len(w) > 3]
    strange = [w for w in telling if not (known.has("word", w) or known.has("term", w))]
    least = 2 if claim.cause.link == "sequence" else 1
    return (claim.cause,) if len(strange) >= least and 2 * len(strange) > len(telling) else ()
