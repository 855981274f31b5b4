"""Quantities that the text says are not known: "the exact number of crew is unclear", "declined to say how many".

A statement needs a count phrase ("the number of …", "how many …", "the cost") and an unknown phrase that governs it,
from ``rules/lexicons/unknown-quantities.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.claims.quantity.asked import Count, Words, counts
from xcheck.claims.quantity.counted import lemma, qualifiers
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import UnknownQuantities
from xcheck.records.base import Span
from xcheck.records.claim import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH_BACK = 25
_REACH_ON = 8
_REACH_IN = 7


@dataclass(frozen=True)
class _Cue:
    """An unknown phrase at the places ``first`` to ``last`` of a sentence's words.

    ``predicate`` is the word said of a figure ("unclear"); None where the count phrase follows ("declined to say").
    """

    first: int
    last: int
    predicate: Token | None


def find(text: str, sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantities that a sentence states to be unknown, in order; ``text`` is the document's."""
    spoken = Words.of(sentence)
    named = list(counts(spoken))
    if not named:
        return ()
    spans: dict[int, tuple[Count, int, int]] = {c.key: (c, c.first, c.last) for c in named if _is_unknown(spoken, c)}
    for cue in _cues(spoken):
        count = _governed(spoken, cue, named)
        if count is not None:
            spans[count.key] = (count, min(count.first, cue.first), max(count.last, cue.last))
    asked = _asked_first(spoken, named)
    if asked is not None:
        spans.setdefault(asked.key, (asked, asked.first, asked.last))
    return tuple(_record(text, spoken, *spans[key]) for key in sorted(spans))


def _record(text: str, spoken: Words, count: Count, first: int, last: int) -> Quantity:
    start, final = spoken.tokens[first], spoken.tokens[last]
    span = Span.of(text, start.idx, final.idx + len(final))
    head = count.noun if count.noun is not None or count.measure else _understood(spoken, count)
    noun = lemma(head) if head is not None else None
    narrowed = qualifiers(head) if head is not None else ()
    if count.measure and noun and noun != count.measure:
        narrowed = (*narrowed, noun)
    return Quantity(
        start=span.start,
        end=span.end,
        text=span.text,
        low=None,
        high=None,
        unit=None if count.measure else noun,
        status="unknown",
        counted=count.measure or noun,
        qualifiers=tuple(q for q in narrowed if q not in lexicon(UnknownQuantities).unknown),
    )


def _understood(spoken: Words, count: Count) -> Token | None:
    """What a bare count is of: what "on" names after it, the topic before it, or the subject of the clause before."""
    after = next((t for t in spoken.tokens[count.last + 1 : count.last + 2] if t.lower_ in ("on", "for")), None)
    topic = spoken.tokens[0] if [t.lower_ for t in spoken.tokens[:2]] in (["as", "to"], ["as", "for"]) else None
    for link in (after, spoken.tokens[1] if topic is not None else None):
        named = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
        if named is not None:
            return named
    if not count.asks:
        return None
    subjects = [t for t in spoken.tokens[: count.first] if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ == "NNS"]
    return subjects[0] if subjects else None


def _is_unknown(spoken: Words, count: Count) -> bool:
    """Whether a count phrase says so itself: "no official figure for the crew", "an undisclosed sum"."""
    if count.asks:
        return False
    before = spoken.tokens[count.first : count.key]
    denied = spoken.tokens[count.key].lemma_.lower() in lexicon(UnknownQuantities).counts_denied
    return (denied and bool(before) and before[0].lower_ == "no") or any(
        t.lower_ in lexicon(UnknownQuantities).unknown for t in before
    )


def _cues(spoken: Words) -> Iterator[_Cue]:
    """Every unknown phrase of a sentence."""
    for place, token in enumerate(spoken.tokens):
        name = token.lemma_.lower()
        open_ended = token.lower_ in lexicon(UnknownQuantities).unknown or _is_guess(spoken.tokens, place)
        start = _linked(spoken.tokens, place) if open_ended else None
        if start is None and name in lexicon(UnknownQuantities).known:
            start = _negated(spoken.tokens, place)
        if start is None and name in lexicon(UnknownQuantities).counting:
            start = _going_on(spoken.tokens, place)
        if start is not None:
            yield _Cue(start, place, token)
        told = _refused(spoken.tokens, place) if name in lexicon(UnknownQuantities).telling else None
        if told is not None:
            yield _Cue(told, place, None)


def _is_guess(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun says that nobody knows: "anybody's guess", "a matter of dispute"."""
    before = [t.lower_ for t in tokens[max(0, place - 3) : place]]
    if tokens[place].lower_ not in lexicon(UnknownQuantities).guesses:
        return False
    return bool(set(before) & lexicon(UnknownQuantities).anybody) or before[-2:] == ["matter", "of"]


def _going_on(tokens: Sequence[Token], place: int) -> int | None:
    """Where "is still being counted" begins; None where the count is not under way."""
    before = [t.lower_ for t in tokens[max(0, place - 3) : place]]
    return place - len(before) if before[-2:] == ["still", "being"] else None


def _asked_first(spoken: Words, named: Sequence[Count]) -> Count | None:
    """A question that opens the sentence and that nobody answers: "how many were hurt nobody is able to say"."""
    count = next((c for c in named if c.asks and c.first <= 1), None)
    if count is None:
        return None
    after = spoken.tokens[count.last + 1 :]
    denied = next(
        (
            i
            for i, t in enumerate(after)
            if t.lower_ in lexicon(UnknownQuantities).negation | lexicon(UnknownQuantities).nobody
        ),
        None,
    )
    if denied is None or not any(t.lemma_.lower() in lexicon(UnknownQuantities).telling for t in after[denied + 1 :]):
        return None
    return count


def _linked(tokens: Sequence[Token], place: int) -> int | None:
    """Where "remains unclear" begins; None where nothing links the word to a subject."""
    for p in range(place - 1, max(-1, place - _REACH_IN), -1):
        if tokens[p].lemma_.lower() in lexicon(UnknownQuantities).linking:
            return p
        if tokens[p].tag_ not in ("RB", "RBR", "VBN", "JJ", "DT", "POS") and not _is_of_guess(tokens[p]):
            return None
    return None if place else 0


def _is_of_guess(token: Token) -> bool:
    return token.lower_ in lexicon(UnknownQuantities).anybody or token.lower_ in ("matter", "of")


def _negated(tokens: Sequence[Token], place: int) -> int | None:
    """Where "has not yet been disclosed" begins; None where the word is not denied."""
    denied = None
    for p in range(place - 1, max(-1, place - _REACH_IN), -1):
        if tokens[p].lower_ in lexicon(UnknownQuantities).negation:
            denied = p
        elif (
            tokens[p].tag_ not in ("RB", "MD", "TO")
            and tokens[p].lemma_.lower() not in lexicon(UnknownQuantities).auxiliaries
        ):
            break
    while denied and tokens[denied - 1].lemma_.lower() in lexicon(UnknownQuantities).auxiliaries:
        denied -= 1
    return denied


def _refused(tokens: Sequence[Token], place: int) -> int | None:
    """Where "declined to say", "did not immediately give", "without naming" or "nobody knows" begins; else None."""
    for p in range(place - 1, max(-1, place - _REACH_IN), -1):
        token = tokens[p]
        if token.lemma_.lower() in lexicon(UnknownQuantities).refusing:
            return p
        if token.lower_ == "no" and token.i + 1 == tokens[place].i and tokens[place].tag_ in ("VBG", "NN"):
            return p
        if token.lower_ in lexicon(UnknownQuantities).negation:
            return p - 1 if p and tokens[p - 1].tag_ in ("MD", "VBD", "VBZ", "VBP") else p
        if token.lower_ == "one" and p and tokens[p - 1].lower_ == "no":
            return p - 1
        if token.tag_ not in ("RB", "TO", "VB", "JJ", "MD", "VBN", "CC", "VBD"):
            return None
    return None


def _governed(spoken: Words, cue: _Cue, named: Sequence[Count]) -> Count | None:
    """The count phrase that an unknown phrase speaks of: what it is the predicate of, or what follows it."""
    after = next((c for c in named if cue.last < c.first <= cue.last + _REACH_ON), None)
    if after is not None and _is_open(spoken, cue.last + 1, after.first) and _completes(spoken, after, cue):
        return after if cue.predicate is not None else _behind(after, named)
    if cue.predicate is None:
        return None
    before = (c for c in named if c.key < cue.first <= c.key + _REACH_BACK)
    return next((c for c in before if _is_open(spoken, c.last + 1, cue.first) and _is_subject(spoken, c, cue)), None)


def _completes(spoken: Words, count: Count, cue: _Cue) -> bool:
    """Whether a count phrase is what is not told: "declined to give the number"; not "did not say the number rose"."""
    told = spoken.tokens[cue.last].lemma_.lower() in lexicon(UnknownQuantities).telling_clauses
    subject = told and spoken.tokens[count.key].dep_ in ("nsubj", "nsubjpass")
    return count.asks or (cue.predicate is None and not subject)


def _behind(count: Count, named: Sequence[Count]) -> Count:
    """The count phrase, or the one that it is about: "a figure on the cost" is about the cost."""
    if count.noun is not None or count.asks:
        return count
    return next((c for c in named if c.key > count.key and c.first <= count.last + 2), count)


def _is_open(spoken: Words, start: int, end: int) -> bool:
    """Whether no clause boundary lies between two places."""
    between = spoken.tokens[start:end]
    return not any(
        t.lower_ in lexicon(UnknownQuantities).breaks or (t.lower_ == "that" and t.dep_ == "mark") for t in between
    )


def _is_subject(spoken: Words, count: Count, cue: _Cue) -> bool:
    """Whether an unknown phrase is said of the count phrase, and of no other subject."""
    subject = _subject(cue.predicate)
    if subject is None or subject.dep_.startswith("csubj"):
        return True
    node = spoken.tokens[count.key]
    for _ in range(_REACH_ON):
        if node.i == subject.i:
            return True
        node = node.head
    return count.first <= spoken.places.get(subject.i, -1) <= count.last


def _subject(predicate: Token | None) -> Token | None:
    """The subject of a predicate word, or of the verb that links it."""
    node = predicate
    while node is not None:
        found = next((c for c in node.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass")), None)
        if found is not None:
            return found
        linked = node.dep_ in ("acomp", "attr", "xcomp", "oprd") and node.head.i != node.i
        node = node.head if linked else None
    return None
