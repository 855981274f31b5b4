"""Quantities that the text says are not known: "the exact number of crew is unclear", "declined to say how many".

A statement needs a count phrase ("the number of …", "how many …", "the cost") and an unknown phrase that governs it,
from ``rules/lexicons/unknown-quantities.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcheck.claims.quantity.asked import Count, Words, counts
from xcheck.claims.quantity.counted import lemma, qualifiers
from xcheck.claims.quantity.cues import Cue, cues
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.subjects import NOMINAL, subject
from xcheck.records.base import Span
from xcheck.records.claim import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIST = "unknown-quantities"
_REACH_BACK = 25
_REACH_ON = 8


def find(text: str, sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantities that a sentence states to be unknown, in order; ``text`` is the document's."""
    spoken = Words.of(sentence)
    named = list(counts(spoken))
    if not named:
        return ()
    spans: dict[int, tuple[Count, int, int]] = {c.key: (c, c.first, c.last) for c in named if _is_unknown(spoken, c)}
    for cue in cues(spoken):
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
    return Quantity(
        **dict(span),
        low=None,
        high=None,
        unit=None if count.measure else noun,
        status="unknown",
        counted=count.measure or noun,
        qualifiers=tuple(q for q in _narrowed(count, head) if q not in words(_LIST, "unknown")),
    )


def _narrowed(count: Count, head: Token | None) -> tuple[str, ...]:
    """The words that say of what the figure is; what a measure is taken of is the last of them."""
    if head is None:
        return ()
    measured = count.measure is not None and lemma(head) != count.measure
    return (*qualifiers(head), lemma(head)) if measured else qualifiers(head)


def _understood(spoken: Words, count: Count) -> Token | None:
    """What a bare count is of: what "on" names after it, the topic before it, or the subject of the clause before."""
    named = next((g for link in _links(spoken, count) for g in link.children if g.dep_ == "pobj"), None)
    if named is not None or not count.asks:
        return named
    before = spoken.tokens[: count.first]
    return next((t for t in before if t.dep_ in NOMINAL and t.tag_ == "NNS"), None)


def _links(spoken: Words, count: Count) -> Iterator[Token]:
    """The prepositions that may name what a count is of: "on" right after it, and an opening "as to" or "as for"."""
    yield from (t for t in spoken.tokens[count.last + 1 : count.last + 2] if t.lower_ in ("on", "for"))
    if [t.lower_ for t in spoken.tokens[:2]] in (["as", "to"], ["as", "for"]):
        yield spoken.tokens[1]


def _is_unknown(spoken: Words, count: Count) -> bool:
    """Whether a count phrase says so itself: "no official figure for the crew", "an undisclosed sum"."""
    if count.asks:
        return False
    before = spoken.tokens[count.first : count.key]
    denied = spoken.tokens[count.key].lemma_.lower() in words(_LIST, "counts_denied")
    return (denied and bool(before) and before[0].lower_ == "no") or any(
        t.lower_ in words(_LIST, "unknown") for t in before
    )


def _asked_first(spoken: Words, named: Sequence[Count]) -> Count | None:
    """A question that opens the sentence and that nobody answers: "how many were hurt nobody is able to say"."""
    count = next((c for c in named if c.asks and c.first <= 1), None)
    if count is None:
        return None
    after = spoken.tokens[count.last + 1 :]
    denied = next(
        (i for i, t in enumerate(after) if t.lower_ in words(_LIST, "negation") | words(_LIST, "nobody")), None
    )
    if denied is None or not any(t.lemma_.lower() in words(_LIST, "telling") for t in after[denied + 1 :]):
        return None
    return count


def _governed(spoken: Words, cue: Cue, named: Sequence[Count]) -> Count | None:
    """The count phrase that an unknown phrase speaks of: what follows it, else what it is the predicate of."""
    after = next((c for c in named if cue.last < c.first <= cue.last + _REACH_ON), None)
    if after is not None and _is_open(spoken, cue.last + 1, after.first) and _completes(spoken, after, cue):
        return after if cue.predicate is not None else _behind(after, named)
    return next((c for c in named if _is_said_of(spoken, c, cue)), None)


def _is_said_of(spoken: Words, count: Count, cue: Cue) -> bool:
    """Whether an unknown phrase is a predicate of the count phrase before it, in one clause."""
    near = count.key < cue.first <= count.key + _REACH_BACK
    if not near or cue.predicate is None or not _is_open(spoken, count.last + 1, cue.first):
        return False
    return _is_subject(spoken, count, cue.predicate)


def _completes(spoken: Words, count: Count, cue: Cue) -> bool:
    """Whether a count phrase is what is not told: "declined to give the number"; not "did not say the number rose"."""
    told = spoken.tokens[cue.last].lemma_.lower() in words(_LIST, "telling_clauses")
    begins_clause = told and spoken.tokens[count.key].dep_ in NOMINAL
    return count.asks or (cue.predicate is None and not begins_clause)


def _behind(count: Count, named: Sequence[Count]) -> Count:
    """The count phrase, or the one that it is about: "a figure on the cost" is about the cost."""
    if count.noun is not None or count.asks:
        return count
    return next((c for c in named if c.key > count.key and c.first <= count.last + 2), count)


def _is_open(spoken: Words, start: int, end: int) -> bool:
    """Whether no clause boundary lies between two places."""
    between = spoken.tokens[start:end]
    return not any(t.lower_ in words(_LIST, "breaks") or (t.lower_ == "that" and t.dep_ == "mark") for t in between)


def _is_subject(spoken: Words, count: Count, predicate: Token) -> bool:
    """Whether a predicate is said of the count phrase, and of no other subject."""
    said_of = subject(predicate)
    if said_of is None or said_of.dep_ not in NOMINAL:
        return True
    node = spoken.tokens[count.key]
    for _ in range(_REACH_ON):
        if node.i == said_of.i:
            return True
        node = node.head
    return count.first <= spoken.places.get(said_of.i, -1) <= count.last
