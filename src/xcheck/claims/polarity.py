"""Whether a clause affirms or denies.

What counts is the core of the predicate: in "failed to find a buyer" the finding is denied. Negations are counted
from the words that govern the clause down to that core, and two of them cancel out ("not impossible"). Signatures of
verbs after Karttunen (1971) and Nairn, Condoravdi and Karttunen (2006); the lists stand in ``negation.yaml``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.nlp import lexicon
from xcheck.nlp.neighbours import lower_after
from xcheck.nlp.syntax import chains, subjects, verbs
from xcheck.records.claim import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

_words = partial(lexicon.words, "negation")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative", "preconj")


def of(clause: Clause) -> Polarity:
    """``negated`` where the core of the clause's predicate is denied."""
    way = _way_to_core(clause.root)
    flips = sum(_negations(t) for t in way) + sum(_reverses(t) for t in way[:-1])
    return "negated" if (flips + _inherited(clause.root)) % 2 else "affirmed"


def core(clause: Clause) -> Token:
    """The word that the polarity is about: *find* in "failed to find a buyer", else the clause's root."""
    return next((t for t in reversed(_way_to_core(clause.root)) if t.pos_ in ("VERB", "ADJ")), clause.root)


def _way_to_core(root: Token) -> list[Token]:
    """The root and what completes it, as far as a denial passes through."""
    way: list[Token] = []
    for token in chains.chain(root):
        way.append(token)
        if not (_reverses(token) or verbs.lemma(token) in _words("transparent")):
            break
    return way


def _reverses(token: Token) -> bool:
    return verbs.lemma(token) in _words("reversing")


def _inherited(root: Token) -> int:
    """How often what governs the clause denies it: "denied that …", "do not believe that …", "without …"."""
    flips = int(root.dep_ == "pcomp" and root.head.lower_ in _words("without"))
    for governor in chains.governors(root):
        if not (_reverses(governor) or verbs.lemma(governor) in _words("transparent")):
            break
        flips += _negations(governor) + _reverses(governor)
    return flips


def _negations(token: Token) -> int:
    """How often the token's own dependents deny it."""
    flips = sum(_denies(c) for c in token.children if c.dep_ in ("neg", "advmod", "preconj", "det"))
    flips += sum(_is_nothing(c) for c in verbs.children(token, *_ARGUMENTS))
    near = (token, *verbs.children(token, *verbs.AUXILIARIES))
    flips += sum(_is_never(c) for word in near for c in verbs.children(word, "prep"))
    flips = 0 if flips and _until(token) else flips
    return flips + _shared(token)


def _denies(adverb: Token) -> bool:
    """A negator that is about the predicate: not that of "not all", "not only", "no fewer".

    So are "no longer" and the "yet" of "has yet to decide".
    """
    if adverb.dep_ == "advmod" and adverb.lower_ == "longer":
        return any(c.lower_ == "no" for c in adverb.children)
    after = lower_after(adverb)
    if adverb.lower_ == "yet":
        return after == "to"
    if adverb.lower_ == "no":
        return after not in _words("no_before")
    return adverb.lower_ in _words("particles") and after not in _words("not_before")


def _is_nothing(argument: Token) -> bool:
    """A subject or object that says of nobody or nothing that it is so."""
    if argument.lower_ in _words("pronouns"):
        return lower_after(argument) not in _words("none_before")
    if any(c.dep_ == "det" and c.lower_ in ("no", "neither") and _denies(c) for c in argument.children):
        return True
    return argument.left_edge.lower_ == "not" and lower_after(argument.left_edge) in _words("not_one")


def _is_never(preposition: Token) -> bool:
    """A phrase that denies the verb it stands by: "at no point", "under no circumstances"."""
    nouns = verbs.children(preposition, "pobj")
    return any(n.lemma_.lower() in _words("circumstances") and _is_nothing(n) for n in nouns)


def _until(token: Token) -> bool:
    """Whether the denial has an end: "did not end until midnight" says that it ended."""
    later = [c for c in token.children if c.dep_ in ("prep", "advcl") and c.i > token.i]
    marks = [m for c in later for m in (c, *verbs.children(c, "mark"))]
    return any(m.lower_ in _words("until") for m in marks)


def _shared(token: Token) -> int:
    """The denial that a coordinated verb has from the one before: a shared "nobody", or "not" carried on by "or"."""
    if token.dep_ != "conj" or subjects.own_subject(token) is not None or token.head.i == token.i:
        return 0
    first = token.head
    nobody = sum(_is_nothing(c) for c in verbs.children(first, *subjects.NOMINAL))
    carried = any(c.lower_ in ("or", "nor") for c in verbs.children(first, "cc"))
    return nobody or (sum(_denies(c) for c in verbs.children(first, "neg", "advmod", "preconj")) if carried else 0)
