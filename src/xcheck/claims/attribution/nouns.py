"""Credit without a verb of saying: the claim that, her promise to, according to, reportedly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcheck.claims.attribution.complements import begins_with_that
from xcheck.claims.attribution.frames import takes
from xcheck.claims.attribution.page import Credit, Page, ends
from xcheck.claims.attribution.sources import phrase, subject
from xcheck.claims.attribution.verbs import made
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import before
from xcheck.nlp.phrases import phrase_at
from xcheck.nlp.syntax.subjects import NOMINAL
from xcheck.nlp.syntax.verbs import children, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF = frozenset({"of", "about", "over", "for", "on", "against"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis", "acl", "csubj", "pcomp"})


def noun(word: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What a noun of saying or wanting credits to whom it belongs: "the claim that", "her promise to"."""
    if word.lemma_.lower() not in words("reporting", "noun") or _is_where_said(word):
        return None
    holder = _owner(word, page)
    stretch = _introduced(word, holder, page)
    return made(word, holder, stretch, sentence, page) if stretch is not None else None


def _introduced(word: Token, holder: Token | None, page: Page) -> tuple[int, int] | None:
    """The content of a noun: its clause, what it meets with, its infinitive, or its topic."""
    said = _that_clause(word)
    if said is not None and (holder is not None or word.lemma_.lower() not in words("reporting", "noun_of_fact")):
        return ends([said.left_edge, said.right_edge])
    if holder is not None and holder.dep_ == "pobj" and _is_drawn(word):
        met = _met(word, page)
        return ends([met.left_edge, *phrase(met)]) if met is not None else None
    part = _wanted(word, holder) or _topic(word, holder)
    return ends([part.left_edge, part.right_edge]) if part is not None else None


def _wanted(word: Token, holder: Token | None) -> Token | None:
    """The infinitive of a noun that somebody has or that surfaces: "her promise to"."""
    parts = (c for c in word.rights if c.dep_ in ("acl", "xcomp", "relcl") and is_infinitive(c))
    return next(parts, None) if holder is not None or _is_surfacing(word) else None


def _topic(word: Token, holder: Token | None) -> Token | None:
    """The topic of a noun that surfaces or that somebody gives: "claims of fraud emerged", "made a claim of fraud"."""
    if not (_is_surfacing(word) or (holder is not None and _is_lent(word))):
        return None
    about = next((c for c in word.rights if c.dep_ == "prep" and c.lower_ in _OF), None)
    return _governed(about) if about is not None else None


def _is_surfacing(word: Token) -> bool:
    return word.dep_ == "nsubj" and word.head.lemma_.lower() in words("reporting", "surfacing")


def _governed(preposition: Token) -> Token | None:
    return next(iter(children(preposition, "pobj", "pcomp")), None)


def _is_where_said(word: Token) -> bool:
    """Whether the verb is the cue, and the noun but its place: "said in a statement that"."""
    return word.dep_ == "pobj" and word.head.dep_ == "prep" and "speech" in takes(word.head.head.lemma_.lower())


def _that_clause(word: Token) -> Token | None:
    """The clause that a noun introduces with "that"; also past a bare verb: "reports have surfaced that"."""
    own = _with_that(word, "acl", "ccomp", "relcl")
    if own is not None:
        return own
    top = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word
    if top.dep_ == "nsubj" and top.head.lemma_ == "be":
        return _with_that(top.head, "ccomp")
    passes_on = word.dep_ in NOMINAL and not takes(word.head.lemma_.lower())
    return _with_that(word.head, "ccomp") if passes_on else None


def _with_that(word: Token, *labels: str) -> Token | None:
    return next((c for c in word.rights if c.dep_ in labels and begins_with_that(c)), None)


def _is_lent(word: Token) -> bool:
    return word.dep_ == "dobj" and word.head.lemma_.lower() in words("reporting", "light")


def _is_drawn(word: Token) -> bool:
    """Whether the clause tells of what somebody's judgement meets: "the plan drew criticism from farmers"."""
    return word.dep_ == "dobj" and word.head.lemma_.lower() in words("reporting", "drawing")


def _met(word: Token, page: Page) -> Token | None:
    """What the judgement is about: "drew criticism from farmers for the delay", else what draws it."""
    behind = (*word.rights, *word.head.rights)
    about = next((c for c in behind if c.dep_ == "prep" and c.lower_ in ("for", "over")), None)
    return (_governed(about) if about is not None else None) or subject(word.head, page)


def _owner(word: Token, page: Page) -> Token | None:
    """Whose claim it is: "the union's claim", "a claim by the union", "the union made a claim"."""
    own = next((c for c in word.lefts if c.dep_ == "poss"), None)
    by = _named_by(word) if own is None else None
    if own is not None or by is not None:
        return own if by is None else next(iter(children(by, "pobj")), None)
    return subject(word.head, page) if _is_lent(word) else None


def _named_by(word: Token) -> Token | None:
    """The preposition behind a noun that leads to whose it is: "a claim by", "criticism from"."""
    behind = (*word.rights, *(word.head.rights if _is_drawn(word) else ()))
    return next((c for c in behind if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from", "among")), None)


def according(word: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What stands beside "according to X" and its like."""
    last, holder = next(reversed(phrase_at(word, "reporting", "according")), None), _viewer(word)
    if last is not None:
        holder = next((c for c in last.children if c.dep_ in ("pobj", "pcomp") and _is_somebody(c)), None)
    last = last or word
    if holder is None:
        return None
    tokens = sentence.tokens
    first_i, last_i = word.i, max(last.right_edge.i, word.right_edge.i)
    left, right = _edges(word, sentence)
    if first_i <= left:
        stretch = (tokens.doc[min(last_i + 1, right)].idx, ends([tokens.doc[right]])[1])
    elif last_i + 1 >= right or word.head.i < word.i:
        stretch = (tokens.doc[left].idx, word.idx)
    else:
        stretch = (tokens.doc[left].idx, ends([tokens.doc[right]])[1])
    return made(word, holder, stretch, sentence, page)


def _is_somebody(noun: Token) -> bool:
    named = noun.pos_ in ("PROPN", "PRON") or noun.tag_ == "NNS"
    return named or any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)


def _viewer(word: Token) -> Token | None:
    """Whose view it is: "in the mayor's view", "in her words"."""
    if word.lower_ != "in" or word.dep_ != "prep":
        return None
    view = next((c for c in word.children if c.dep_ == "pobj"), None)
    if view is None or view.lemma_.lower() not in words("reporting", "view"):
        return None
    return next((c for c in view.children if c.dep_ == "poss"), None)


def _edges(word: Token, sentence: Sentence) -> tuple[int, int]:
    """The first and last token of the clause that a phrase stands in; set off by a comma, of the whole sentence."""
    first, last = sentence.tokens[0].i, sentence.tokens[-1].i
    previous = before(word)
    if word.i > first and previous is not None and previous.is_punct:
        return first, last
    node = word.head
    while node.dep_ not in _CLAUSES and node.head.i != node.i:
        node = node.head
    return max(first, node.left_edge.i), min(last, node.right_edge.i)


def adverb(word: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What "reportedly" and its like pass on: the clause that they stand in, credited to nobody."""
    if word.lower_ not in words("evidential", "hearsay"):
        return None
    left, right = _edges_of_clause(word, sentence)
    return made(word, None, (left, right), sentence, page)


def _edges_of_clause(word: Token, sentence: Sentence) -> tuple[int, int]:
    node = word.head
    if node.pos_ in ("VERB", "AUX"):
        left = node.left_edge.idx if node.dep_ not in ("relcl", "acl") else word.idx + len(word)
    else:
        left = min(word.idx + len(word), node.idx)
    return max(left, sentence.start), min(ends([node.right_edge])[1], sentence.end)
