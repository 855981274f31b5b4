"""The cause or motive that a clause gives for what it says, or the thing that it says came before.

Constructions after BECauSE 2.0 (Dunietz, Levin and Carbonell 2017): connectives ("because of"), verbs ("triggered") and
copulas ("the reason was"). "After" is a sequence, not a cause; "amid" and "linked to" are associations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from xcheck.claims.clauses import Clause
from xcheck.nlp import lexicon
from xcheck.nlp.neighbours import lower_before
from xcheck.nlp.phrases import phrases_in
from xcheck.nlp.syntax import subjects, verbs
from xcheck.records.base import Span
from xcheck.records.claim import Cause

if TYPE_CHECKING:
    from spacy.tokens import Token

Link = Literal["cause", "motive", "sequence", "association"]

_ORDER: tuple[Link, ...] = ("cause", "motive", "association", "sequence")
_words = partial(lexicon.words, "causes")
_PEOPLE = frozenset({"he", "she", "i", "we", "who", "they", "you"})
_TIMES = frozenset({"DATE", "TIME"})
_PAUSES = frozenset({",", ";", ":", "-", "–", "—"})
_LONGEST_PARTICIPLE = 3


@dataclass(frozen=True)
class _Found:
    """A cause in words of the parse: what is given as the reason, and the word or words that give it."""

    reason: Sequence[Token]
    cue: Sequence[Token]
    link: str


def of(clause: Clause, text: str) -> Cause | None:
    """The cause or motive given for what a clause of ``text`` says, or None.

    Of several, the one with the strongest link, then the first in the text.
    """
    found = [*_connected(clause), *_purposes(clause), *_effected(clause), *_named(clause)]
    best = min(found, key=lambda f: (_ORDER.index(f.link), f.reason[0].idx), default=None)
    if best is None:
        return None
    span, cue = (Span.of(text, s[0].idx, s[-1].idx + len(s[-1])) for s in (best.reason, best.cue))
    return Cause(**dict(span), cue=cue, link=best.link)


def _connected(clause: Clause) -> Iterator[_Found]:
    """Causes after a connective, in the clause's own words or at the head of a clause that hangs on it."""
    for stretch in (clause.tokens, *_hanging(clause)):
        for link, cue in phrases_in(stretch, "causes", "cues"):
            reason = _governed(cue, clause.root)
            if reason is not None and not (link == "sequence" and reason.ent_type_ in _TIMES):
                yield _cause(cue, cue[-1].i + 1, reason.right_edge.i, link)


def _hanging(clause: Clause) -> Iterator[Sequence[Token]]:
    """The first words, up to the verb or just after ("owing to"), of each adverbial clause on a word of this one."""
    own = {t.i for t in clause.tokens}
    for token in clause.tokens:
        for other in verbs.children(token, "advcl"):
            if other.i not in own:
                last = min(other.i + _LONGEST_PARTICIPLE, other.right_edge.i + 1)
                yield tuple(other.doc[other.left_edge.i : last])


def _governed(cue: Sequence[Token], root: Token) -> Token | None:
    """The head of what the cue introduces; None where the cue introduces the clause itself, or nothing."""
    last = cue[-1]
    if last.dep_ in ("mark", "aux"):
        return last.head if last.head.i != root.i and last.head.i > last.i else None
    return next((c for token in reversed(cue) for c in token.children if c.i > last.i and not c.is_punct), None)


def _purposes(clause: Clause) -> Iterator[_Found]:
    """An infinitive of purpose: "closed the pool to save money"."""
    for verb in (t for t in clause.tokens if t.pos_ == "VERB"):
        for act in (a for a in verbs.children(verb, "advcl") if a.tag_ == "VB" and a.i > verb.i):
            to = next((c for c in verbs.children(act, "aux") if c.tag_ == "TO"), None)
            if to is not None and lower_before(to) not in ("only", "as"):
                yield _cause((to,), to.i + 1, act.right_edge.i, "motive")


def _effected(clause: Clause) -> Iterator[_Found]:
    """The subject of a verb of causing: "a gas leak caused the blast", "the row led to his exit"."""
    root, subject = clause.root, clause.subject
    word = verbs.lemma(root)
    if subject is None or word not in _words("effects") or verbs.is_passive(root):
        return
    is_act = word in _words("only_things") and _is_somebody(subject)
    if _is_affecting(root, word) and not is_act:
        yield _cause((root,), subject.left_edge.i, _last_before(subject, root), "cause")


def _is_affecting(root: Token, word: str) -> bool:
    """Whether a verb of causing has its effect: behind its preposition, as its object or as a clause."""
    prepositions = lexicon.lexicon("causes")["with_preposition"].get(word)
    if prepositions:
        return any(c.lower_ in prepositions for c in verbs.children(root, "prep"))
    return bool(verbs.children(root, "ccomp") or (verbs.children(root, "dobj") and word not in _words("light")))


def _is_somebody(subject: Token) -> bool:
    return subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or subject.lower_ in _PEOPLE


def _last_before(subject: Token, root: Token) -> int:
    """The subject's last word, without a relative clause that holds the verb itself.

    Of a participle ("he fell, prompting a search") the cause is all that was said before it.
    """
    if root.dep_ == "advcl" and subjects.own_subject(root) is None and subject.i < root.i:
        return int(root.left_edge.i) - 1
    edge = int(subject.right_edge.i)
    return edge if edge < root.i or root.i < subject.i else max(int(subject.i), root.left_edge.i - 1)


def _named(clause: Clause) -> Iterator[_Found]:
    """Causes named as such: "the reason for the delay was fog", "fog was the cause of the delay"."""
    root, subject = clause.root, clause.subject
    if root.lemma_ != "be" or subject is None:
        return
    for complement in verbs.children(root, "attr", "ccomp", "advcl", "xcomp"):
        for one, other in ((subject, complement), (complement, subject)):
            word = one.lemma_.lower()
            if one.dep_ != "ccomp" and word in _words("reasons") | _words("motives"):
                yield _cause(
                    (one,), other.left_edge.i, other.right_edge.i, "motive" if word in _words("motives") else "cause"
                )


def _cause(cue: Sequence[Token], first: int, last: int, link: str) -> _Found:
    doc = cue[0].doc
    while last > first and (doc[last].is_space or doc[last].lower_ in _PAUSES):
        last -= 1
    return _Found(tuple(doc[first : last + 1]), tuple(cue), link)
