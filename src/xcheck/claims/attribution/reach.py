"""How far the content of a cue reaches: from its first word to where something else is set off or taken up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcheck.claims.attribution.frames import is_cue
from xcheck.claims.attribution.page import ends
from xcheck.nlp.neighbours import before, lower_before
from xcheck.nlp.syntax.verbs import children, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

Stretch = tuple[int, int]  # of characters of the document

_FURTHER = frozenset({"conj", "advcl", "ccomp"})
_SUBJECT_OR_OBJECT = frozenset({"nsubj", "nsubjpass", "dobj", "mark"})
_JOINTS = frozenset({"mark", "advmod", "nsubj", "aux", "neg"})


def covering(parts: Sequence[Token]) -> Stretch:
    """From the first word of some complements to their last; one that begins with a preposition, after it."""
    first = min(parts, key=lambda t: t.left_edge.i)
    bare = first.dep_ == "prep" and first.left_edge.i == first.i
    start = first.left_edge.idx if not bare else first.idx + len(first) + 1
    return start, max(ends([_last_word(t)])[1] for t in parts)


def _last_word(part: Token) -> Token:
    """The last word of a complement, without what is set off by a comma at its end: "the plan, which had failed"."""
    node, last = part, part.right_edge
    while node.i != last.i:
        outer = next((c for c in node.rights if c.right_edge.i == last.i), None)
        if outer is None:
            break
        if outer.dep_ in ("relcl", "appos") and lower_before(outer.left_edge) == ",":
            return before(outer.left_edge, 2) or part
        node = outer
    return last


def of_clause(verb: Token, parts: Sequence[Token], *, trim: bool = False) -> Stretch:
    """The content of a clause or infinitive, with the conditions that follow it, up to where another cue takes over.

    ``trim`` leaves what is set off by a comma at its end out; a clause keeps it.
    """
    start, end = covering(parts)
    if not trim:
        end = max(ends([t.right_edge])[1] for t in parts)
    start = min([start, *_openers(verb, parts, start)])
    end = max([end, *_conditions(verb, parts)])
    return start, min([end, *(t for t in _taken_over(verb, parts) if t > start)])


def _openers(verb: Token, parts: Sequence[Token], start: int) -> Iterator[int]:
    """Where a "that" between a verb and its clause stands, which the parse has taken for a relative pronoun."""
    nearest = min(parts, key=lambda t: t.i)
    for token in verb.doc[verb.i + 1 : nearest.i]:
        is_that = token.idx < start and token.lower_ == "that" and token.dep_ in _SUBJECT_OR_OBJECT
        if is_that and token.head.dep_ == "relcl" and token.head.head.head.i == verb.i:
            yield token.idx


def _conditions(verb: Token, parts: Sequence[Token]) -> Iterator[int]:
    """Where the adverbial clauses end that follow what is said, but for what its speaker does and wants by it."""
    last = max(parts, key=lambda t: t.i)
    for clause in children(verb, "advcl"):
        is_own_act = clause.tag_ == "VBG" or is_infinitive(clause) or is_cue(clause.lemma_.lower())
        if clause.i > max(last.i, verb.i) and not is_own_act:
            yield ends([clause.right_edge])[1]


def _taken_over(verb: Token, parts: Sequence[Token]) -> Iterator[int]:
    """Where another cue in the tense of the verb takes over: "said it sank and denied that it leaked"."""
    nearest = min(parts, key=lambda t: t.i)
    others = [*(p for p in parts if p.i > nearest.i), *(c for p in parts for c in p.rights if c.dep_ in _FURTHER)]
    yield from (_joint(c) for c in others if c.tag_ == verb.tag_ and is_cue(c.lemma_.lower()))


def _joint(other: Token) -> int:
    """Where the words that join a further clause begin: its subordinator, or the comma and conjunction before it."""
    own = [c for c in other.lefts if c.dep_ in _JOINTS]
    first = min([other, *(c.left_edge for c in own)], key=lambda t: t.i)
    while (previous := before(first)) is not None and (previous.dep_ == "cc" or previous.text == ","):
        first = previous
    return int(first.idx)
