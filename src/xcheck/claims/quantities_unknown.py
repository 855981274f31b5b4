"""Quantities that the text says are not known: "the exact number of crew is unclear", "declined to say how many".

A statement needs a count phrase ("the number of …", "how many …", "the cost") and an unknown phrase that governs it,
from ``rules/lexicons/unknown-quantities.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.claims.quantities_counted import lemma, noun_after, qualifiers
from xcheck.language.analysis import Sentence
from xcheck.language.lexicon import lexicon, words
from xcheck.records.base import Span
from xcheck.records.claim import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIST = "unknown-quantities"
_REACH_BACK = 25
_REACH_ON = 8
_BREAKS = frozenset({";", ":", "but", "while", "whereas", "although", "because"})


@dataclass(frozen=True)
class _Count:
    """A count phrase, ``[first, last]`` in the sentence's tokens; ``noun`` is what it counts, ``measure`` its name else."""

    first: int
    last: int
    key: int
    noun: Token | None
    measure: str | None
    asks: bool


@dataclass(frozen=True)
class _Cue:
    """An unknown phrase, ``[first, last]``; ``onward`` where the count phrase follows it ("declined to say")."""

    first: int
    last: int
    onward: bool
    predicate: Token | None


def find(text: str, sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantities that a sentence states to be unknown, in order; ``text`` is the document's."""
    tokens = [t for t in sentence.tokens if not t.is_space]
    cues = list(_cues(tokens))
    counts = list(_counts(tokens))
    pairs = {c.key: (c, cue) for cue in reversed(cues) if (c := _governed(tokens, cue, counts)) is not None}
    found = [_unknown(text, tokens, count, cue) for count, cue in pairs.values()]
    return tuple(sorted([*found, *_denied(text, tokens), *_attributive(text, tokens)], key=lambda q: (q.start, q.end)))


def _unknown(text: str, tokens: Sequence[Token], count: _Count, cue: _Cue) -> Quantity:
    return _record(text, tokens, min(count.first, cue.first), max(count.last, cue.last), count)


def _record(text: str, tokens: Sequence[Token], first: int, last: int, count: _Count) -> Quantity:
    span = Span.of(text, tokens[first].idx, tokens[last].idx + len(tokens[last]))
    counted = count.measure or (lemma(count.noun) if count.noun is not None else None)
    narrowed = qualifiers(count.noun) if count.noun is not None else ()
    if count.measure and count.noun is not None and lemma(count.noun) != count.measure:
        narrowed = (*narrowed, lemma(count.noun))
    return Quantity(
        start=span.start,
        end=span.end,
        text=span.text,
        low=None,
        high=None,
        unit=None if count.measure else counted,
        status="unknown",
        counted=counted,
        qualifiers=narrowed,
    )


def _counts(tokens: Sequence[Token]) -> Iterator[_Count]:
    """Every count phrase of a sentence, in order."""
    for place, token in enumerate(tokens):
        word = tokens[place + 1].lower_ if place + 1 < len(tokens) else ""
        if token.lower_ == "how" and word in lexicon(_LIST)["how"]:
            yield _asked(tokens, place, lexicon(_LIST)["how"][word])
        elif token.pos_ in ("NOUN", "PROPN") and (count := _named(tokens, place)) is not None:
            yield count


def _asked(tokens: Sequence[Token], place: int, measure: str | None) -> _Count:
    """ "How many crew", "how much oil", "how much it cost", "how long"."""
    first = place - 1 if place and tokens[place - 1].lower_ in ("exactly", "precisely", "just") else place
    asked = tokens[place + 1]
    if measure is not None:
        return _Count(first, place + 1, place, None, measure, asks=True)
    found = noun_after(tokens[place + 2 :], plural=True, part=True, hyphenated=False) if place + 2 < len(tokens) else None
    if found is not None and _adjoins(tokens, place + 2, found.head):
        return _Count(first, _place(tokens, found.last), place, found.head, None, asks=True)
    verb = asked.head if asked.head.pos_ == "VERB" else None
    cost = lemma(verb) if verb is not None and asked.lower_ == "much" else None
    return _Count(first, place + 1, place, None, cost, asks=True)


def _adjoins(tokens: Sequence[Token], first: int, head: Token) -> bool:
    """Whether the noun follows "how many" at once: "how many crew", not "how many the minister named"."""
    opening = tokens[first]
    return opening.lower_ == "of" or (opening.tag_ not in ("DT", "PRP", "PRP$") and head.i - opening.i < 6)


def _named(tokens: Sequence[Token], place: int) -> _Count | None:
    """ "The exact number of crew", "the death toll", "the cost of the bridge"."""
    token = tokens[place]
    name = token.lemma_.lower()
    amount = name in words(_LIST, "amounts")
    if not amount and name not in words(_LIST, "measures"):
        return None
    first = min([place, *(_place(tokens, c) for c in token.children if c.i < token.i and c in tokens)])
    whole = next((c for c in token.children if c.lower_ in ("of", "for", "on") and c.i > token.i), None)
    part = next((c for c in whole.children if c.dep_ == "pobj"), None) if whole is not None else None
    last = _place(tokens, part) if part is not None and part in tokens else place
    compound = next((c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.tag_ in ("NN", "NNS")), None)
    if amount:
        inner = part if part is not None and part.pos_ in ("NOUN", "PROPN") else compound
        if inner is not None and inner.lemma_.lower() in words(_LIST, "measures"):
            return _Count(first, last, place, inner, inner.lemma_.lower(), asks=False)
        return _Count(first, last, place, inner, None, asks=False)
    return _Count(first, last, place, part if part is not None and part.pos_ in ("NOUN", "PROPN") else token, name, asks=False)


def _place(tokens: Sequence[Token], token: Token) -> int:
    return next((p for p, t in enumerate(tokens) if t.i == token.i), 0)


def _cues(tokens: Sequence[Token]) -> Iterator[_Cue]:
    """Every unknown phrase of a sentence."""
    for place, token in enumerate(tokens):
        if token.lower_ in words(_LIST, "unknown") and (start := _linked(tokens, place)) is not None:
            yield _Cue(start, place, onward=False, predicate=token)
        elif token.lemma_.lower() in words(_LIST, "known") and (start := _negated(tokens, place)) is not None:
            yield _Cue(start, place, onward=False, predicate=token)
        if token.lemma_.lower() in words(_LIST, "telling") and (start := _refused(tokens, place)) is not None:
            yield _Cue(start, place, onward=True, predicate=None)


def _linked(tokens: Sequence[Token], place: int) -> int | None:
    """Where "remains unclear" begins; None where nothing links the word to a subject."""
    for p in range(place - 1, max(-1, place - 5), -1):
        if tokens[p].lemma_.lower() in words(_LIST, "linking") or tokens[p].lower_ in ("'s", "’s"):
            return p
        if tokens[p].tag_ not in ("RB", "RBR", "VBN", "JJ", "DT"):
            return None
    return None if place else 0


def _negated(tokens: Sequence[Token], place: int) -> int | None:
    """Where "has not yet been disclosed" begins; None where the word is not denied."""
    denied = None
    for p in range(place - 1, max(-1, place - 7), -1):
        if tokens[p].lower_ in words(_LIST, "negation"):
            denied = p
        elif tokens[p].lemma_.lower() in ("be", "have", "do"):
            continue
        elif tokens[p].tag_ not in ("RB", "MD", "TO") and tokens[p].lower_ not in ("been", "to", "made"):
            break
    if denied is None:
        return None
    while denied and tokens[denied - 1].lemma_.lower() in ("be", "have", "do", "remain"):
        denied -= 1
    return denied


def _refused(tokens: Sequence[Token], place: int) -> int | None:
    """Where "declined to say", "did not immediately give", "without naming" or "nobody knows" begins; else None."""
    for p in range(place - 1, max(-1, place - 7), -1):
        token = tokens[p]
        if token.lemma_.lower() in words(_LIST, "refusing") or token.lower_ in words(_LIST, "without") | words(_LIST, "nobody"):
            return p
        if token.lower_ in words(_LIST, "negation"):
            return p - 1 if p and tokens[p - 1].tag_ in ("MD", "VBD", "VBZ", "VBP") else p
        if token.lower_ == "one" and p and tokens[p - 1].lower_ == "no":
            return p - 1
        if token.tag_ not in ("RB", "TO", "VB", "JJ", "MD", "VBN", "CC", "VBD"):
            return None
    return None


def _governed(tokens: Sequence[Token], cue: _Cue, counts: Sequence[_Count]) -> _Count | None:
    """The count phrase that an unknown phrase speaks of: what it is the predicate of, or what follows it."""
    after = next((c for c in counts if cue.last < c.first <= cue.last + _REACH_ON), None)
    if after is not None and _open(tokens, cue.last + 1, after.first) and _follows(tokens, after, onward=cue.onward):
        return _behind(after, counts) if cue.onward else after
    if cue.onward:
        return None
    before = [c for c in counts if c.key < cue.first and cue.first - c.key <= _REACH_BACK]
    fitting = [c for c in before if _open(tokens, c.last + 1, cue.first) and _is_subject(tokens, c, cue)]
    return fitting[0] if fitting else None


def _follows(tokens: Sequence[Token], count: _Count, *, onward: bool) -> bool:
    """ "Unclear how many", "declined to give the number"; not "did not say the number rose"."""
    return count.asks or (onward and tokens[count.key].dep_ not in ("nsubj", "nsubjpass"))


def _behind(count: _Count, counts: Sequence[_Count]) -> _Count:
    """ "A figure on the cost": the cost."""
    if count.noun is not None or count.asks:
        return count
    return next((c for c in counts if c.key > count.key and c.first <= count.last + 2), count)


def _open(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether no clause boundary lies between two places."""
    return not any(t.lower_ in _BREAKS or t.lower_ == "that" and t.dep_ == "mark" for t in tokens[start:end])


def _is_subject(tokens: Sequence[Token], count: _Count, cue: _Cue) -> bool:
    """Whether nothing else is the subject of the unknown phrase."""
    node = cue.predicate
    subject = None
    while node is not None and subject is None:
        subject = next((c for c in node.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass")), None)
        node = node.head if node.dep_ in ("acomp", "attr", "xcomp", "oprd", "auxpass") and node.head.i != node.i else None
    if subject is None or subject.dep_.startswith("csubj"):
        return True
    inside = range(count.first, count.last + 1)
    return any(t.i == subject.i for t in (tokens[p] for p in inside)) or any(
        t.i == tokens[count.key].i for t in subject.subtree
    )


def _denied(text: str, tokens: Sequence[Token]) -> Iterator[Quantity]:
    """ "No official figure for the crew", "no agreed death toll"."""
    for count in _counts(tokens):
        token = tokens[count.key]
        if not count.asks and token.lemma_.lower() in words(_LIST, "counts_denied") and tokens[count.first].lower_ == "no":
            yield _record(text, tokens, count.first, count.last, count)


def _attributive(text: str, tokens: Sequence[Token]) -> Iterator[Quantity]:
    """ "An undisclosed sum", "an unknown number of crew"."""
    for count in _counts(tokens):
        inside = tokens[count.first : count.key]
        if not count.asks and any(t.lower_ in words(_LIST, "unknown") for t in inside):
            yield _record(text, tokens, count.first, count.last, count)
