"""A verb and its helpers: auxiliaries, voice, perfect, infinitive, negation and particle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcheck.nlp.syntax.subjects import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

AUXILIARIES = ("aux", "auxpass")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
WILL = frozenset({"will", "wo", "shall", "'ll", "’ll"})  # "wo" of "won't"
WOULD = frozenset({"would", "'d", "’d"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass", "agent"})
_ADJUNCTS = frozenset({"acl", "advcl"})


def children(token: Token, *labels: str) -> list[Token]:
    """Return the token's dependents under one of the labels, in order."""
    return [c for c in token.children if c.dep_ in labels]


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb.

    A coordinated verb with neither auxiliary nor subject shares those of the verb before: "was beaten and robbed".
    """
    own = children(verb, *AUXILIARIES)
    while not own and verb.dep_ == "conj" and own_subject(verb) is None and verb.tag_ not in FINITE:
        verb = verb.head
        own = children(verb, *AUXILIARIES)
    return own


def lemma(token: Token) -> str:
    """Return the lemma in lower case, with the particle of a phrasal verb after a hyphen (``rule-out``)."""
    particle = next((c for c in token.children if c.dep_ == "prt"), None)
    base = str(token.lemma_.lower())
    return f"{base}-{particle.lower_}" if particle is not None else base


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive: "was told", "claims made by", "a bridge closed in May", "got hurt".

    A perfect is active ("has collapsed"). A participle without an auxiliary is passive unless it has an active subject
    or an object of its own; a coordinated one has the voice of the verb before.
    """
    labels = {c.dep_ for c in verb.children}
    if "auxpass" in labels:
        return True
    if verb.tag_ != "VBN":
        return False
    if labels & _PASSIVE:
        return True
    if "aux" in labels:
        return False
    if verb.dep_ == "conj":
        return "nsubj" not in labels and is_passive(verb.head)
    return verb.dep_ in _ADJUNCTS or labels.isdisjoint({"nsubj", "dobj"})


def agent(verb: Token) -> Token | None:
    """Return the noun after the "by" of a passive."""
    by = next((c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def is_perfect(verb: Token) -> bool:
    """Tell whether "have" is among the auxiliaries: "has fallen", "must have known", "had been sold"."""
    return any(h.lemma_ == "have" for h in auxiliaries(verb))


def is_past_perfect(verb: Token) -> bool:
    """Tell whether a verb is in the past perfect: "had it rained"."""
    return verb.tag_ in ("VBN", "VBD") and any(h.lower_ in ("had", "’d", "'d") for h in auxiliaries(verb))


def is_present(verb: Token) -> bool:
    """Tell whether a verb is in the present tense, the present perfect included."""
    return verb.tag_ in ("VBZ", "VBP") or any(h.tag_ in ("VBZ", "VBP") for h in auxiliaries(verb))


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands after "to", its own or a shared one: "agreed to sign and leave"."""
    return any(h.tag_ == "TO" for h in auxiliaries(verb))


def modals(verb: Token) -> frozenset[str]:
    """Return the modal auxiliaries of a verb in lower case."""
    return frozenset(h.lower_ for h in auxiliaries(verb) if h.tag_ == "MD")


def is_negated(token: Token) -> bool:
    """Tell whether a "not" or "never" hangs on a word: "did not say", "is not a nurse"."""
    return any(c.dep_ == "neg" for c in token.children)
