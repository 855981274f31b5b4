"""Motives ascribed, causes named and consequences drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.claims.stance import generalisation
from xcheck.claims.stance.arranged import is_abstract, is_doer
from xcheck.claims.stance.generalisation import NAMED
from xcheck.nlp import lexicon
from xcheck.nlp.syntax import subjects, verbs
from xcheck.records.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_words = partial(lexicon.words, "stances")
_PEOPLES = frozenset({"GPE", "NORP"})
_ADJUNCTS = frozenset({"advcl", "acl", "amod", "ccomp", "dep", "acomp", "oprd"})
_LONGEST_AIM = 10
_PERSONS = frozenset({"he", "she", "they", "we", "i", "you", "who"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})


def of(clause: Clause) -> Iterator[Stance]:
    """``motive``, ``consequence`` and ``generalisation``, as far as verb and subject say so."""
    for stance, tests in _TESTS.items():
        if any(test(clause) for test in tests):
            yield stance


def untold(clause: Clause) -> Iterator[Stance]:
    """The stances of a clause of speech or thought that nobody can have told the writer."""
    for stance, tests in _UNTOLD.items():
        if any(test(clause) for test in tests):
            yield stance


def _is_collective(subject: Token | None) -> bool:
    if subject is None:
        return False
    return subject.ent_type_ in _PEOPLES or subject.lemma_.lower() in _words("collectives")


def _is_mental(clause: Clause) -> bool:
    """A collective's mind: "the regime fears …", "is wary of …"; an aim only where it is spelt out ("wants to …")."""
    root = clause.root
    if not verbs.is_present(root):
        return False
    if root.lemma_ in ("be", "grow", "become", "remain"):
        return any(c.lemma_.lower() in _words("mental_adjectives") for c in verbs.children(root, "acomp"))
    word = root.lemma_.lower()
    if word not in _words("minds"):
        return False
    after = root.doc[root.i + 1 : min(root.i + _LONGEST_AIM, clause.sentence.tokens[-1].i)]
    return word not in _words("aims") or any(t.tag_ == "TO" for t in after)


def _is_scheme(clause: Clause) -> bool:
    """An aim that only a mind knows: "did it to please the voters", "wants to show that she is in charge"."""
    root = clause.root
    purposes = [*([root] if root.dep_ in ("advcl", "acl") else []), *verbs.children(root, "advcl")]
    wants = verbs.children(root, "xcomp") if root.lemma_ in _words("aims") | _words("intents") else []
    return any(_is_to(verb, "schemes") for verb in (*purposes, *wants)) or any(
        _is_to(v, "designs") for v in wants if not _is_shown(v)
    )


def _is_shown(verb: Token) -> bool:
    """A film or a card is shown, not that she is in charge."""
    return verb.lemma_ in ("show", "demonstrate") and not verbs.children(verb, "ccomp")


def _is_fronted(clause: Clause) -> bool:
    """A state of mind put before what somebody does, as its ground: "wary of the courts, the firm paid"."""
    root, first = clause.root, next((t for t in clause.sentence.tokens if not t.is_punct), clause.root)
    ahead = (t for t in (root, *root.children) if t.tag_ in ("JJ", "VBN") and t.dep_ in _ADJUNCTS)
    minds = _words("mental_adjectives") | _words("moved")
    return any(t.lemma_.lower() in minds and first.i == min(w.i for w in t.subtree) for t in ahead)


def _is_signal(clause: Clause) -> bool:
    """What somebody is made to say by what they do: "by inviting the widow she was signalling to the north"."""
    by = (c for c in verbs.children(clause.root, "prep") if c.lower_ == "by" and c.i < clause.root.i)
    return any(verbs.children(c, "pcomp") for c in by)


def _is_for_fear(clause: Clause) -> bool:
    """What somebody wanted not to happen: "burned the letters lest they be read"."""
    purposes = [clause.root, *verbs.children(clause.root, "advcl")]
    return any(m.lower_ == "lest" for verb in purposes for m in verbs.children(verb, "mark"))


def _is_own_gain(clause: Clause) -> bool:
    """What somebody gets for themselves: "resigned to spare himself a trial"."""
    for verb in verbs.children(clause.root, "advcl", "xcomp"):
        onto_self = any(c.lower_ in _SELVES for c in verbs.children(verb, "dative", "dobj", "iobj", "nsubj"))
        below = (c for v in verbs.children(verb, "ccomp") for c in verbs.children(v, "nsubj"))
        if (onto_self or any(c.lower_ in _SELVES for c in below)) and _is_to(verb, "gains"):
            return True
    return False


def _is_wish_cleft(clause: Clause) -> bool:
    """A mind put first: "what the rebels wanted was the road"."""
    wishes = (c for c in verbs.children(clause.root, "csubj") if c.lemma_.lower() in _words("minds"))
    return clause.root.lemma_ == "be" and any(t.lower_ == "what" for c in wishes for t in c.children)


def _is_to(verb: Token, acts: str) -> bool:
    return verb.lemma_.lower() in _words(acts) and verbs.is_infinitive(verb)


def _is_reasoned_choice(clause: Clause) -> bool:
    """A choice or a thought with its reason: "chose the site because land was cheap", "left because he knew"."""
    reasons = [
        c for c in verbs.children(clause.root, "advcl") if any(m.lower_ == "because" for m in verbs.children(c, "mark"))
    ]
    if clause.root.lemma_.lower() in _words("choices") and not verbs.is_passive(clause.root):
        return bool(reasons)
    return any(c.lemma_.lower() in _words("minds") and subjects.own_subject(c) is not None for c in reasons)


def _is_drive(clause: Clause) -> bool:
    """A bare idea as what did it: "greed drove the brothers to it", "vanity explains the statue"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.lemma_.lower() not in _words("ideas") or list(subject.lefts):
        return False
    return root.lemma_.lower() in _words("drives") and bool(verbs.children(root, "dobj"))


def _is_behind(clause: Clause) -> bool:
    """A ground named last: "behind the surge in thefts is the closure of the clubs"."""
    if clause.root.lemma_ not in ("be", "lie"):
        return False
    first = next((t for t in clause.sentence.tokens if not t.is_punct), clause.root)
    return first.lower_ in ("behind", "beneath") and any(is_abstract(n) for n in verbs.children(first, "pobj"))


def _is_figurative(clause: Clause) -> bool:
    """What a thing or an event is made to have done, in a figure of speech: "the levy has gutted the high street"."""
    root, subject = clause.root, clause.subject
    if subject is None or not _is_figure_of_speech(root) or verbs.is_passive(root):
        return False
    if subject.pos_ not in ("NOUN", "VERB") or subject.ent_type_ in NAMED:
        return False
    return (is_abstract(subject) or not is_doer(subject)) and not any(t.like_num for t in clause.tokens)


def _is_figure_of_speech(root: Token) -> bool:
    """Whether a verb is figurative with the object that it has: "gutted the street", "fuelled anger"."""
    objects = verbs.children(root, "dobj")
    of_ideas = root.lemma_.lower() in _words("figurative_of_ideas") and any(is_abstract(thing) for thing in objects)
    return of_ideas or (bool(objects) and root.lemma_.lower() in _words("figurative"))


def _is_collective_mind(clause: Clause) -> bool:
    return _is_collective(clause.subject) and _is_mental(clause)


def _is_conclusion(clause: Clause) -> bool:
    """What something is made to mean: "the vote marks a turning point", "the delay proves that"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.pos_ == "PROPN" or subject.lower_ in _PERSONS or verbs.is_passive(root):
        return False
    if not verbs.children(root, "dobj", "ccomp", "prep", "xcomp") or _is_headless(clause):
        return False
    if root.lemma_.lower() in _words("conclusions"):
        return True
    return is_abstract(subject) and (_is_proof(clause) or _is_effect(clause))


def _is_proof(clause: Clause) -> bool:
    """An event that is made to prove something; a record or a count may do so in earnest."""
    subject = clause.subject
    return (
        clause.root.lemma_.lower() in _words("proofs")
        and subject is not None
        and subject.lemma_.lower() not in _words("records")
    )


def _is_effect(clause: Clause) -> bool:
    """What something that nobody decided does now, without a figure: "the delay fuels anger"."""
    root, subject = clause.root, clause.subject
    if root.lemma_.lower() not in _words("effects") or not _is_simple_present(root) or subject is None:
        return False
    return subject.lemma_.lower() not in _words("provisions") and not any(t.like_num for t in clause.tokens)


def _is_by_doing(clause: Clause) -> bool:
    """What an act is made to amount to: "by resigning now he avoids a vote"."""
    root = clause.root
    by = (c for c in verbs.children(root, "prep") if c.lower_ == "by" and c.i < root.i)
    return verbs.is_present(root) and any(verbs.children(c, "pcomp") for c in by)


def _is_cleft(clause: Clause) -> bool:
    """An idea put first as what did it: "it was vanity that drove them apart"."""
    root, subject = clause.root, clause.subject
    if root.lemma_ != "be" or subject is None or subject.lower_ != "it":
        return False
    named = verbs.children(root, "attr")
    follows = any(t.lower_ == "that" for t in clause.sentence.tokens if t.i > root.i)
    return follows and any(n.lemma_.lower() in _words("ideas") | _words("moods") for n in named)


def _is_headless(clause: Clause) -> bool:
    """A question or a heading, no conclusion: "what it means for voters"."""
    return any(t.tag_ in ("WP", "WRB") and t.i < clause.root.i for t in clause.tokens)


def _is_simple_present(root: Token) -> bool:
    return verbs.is_present(root) and root.tag_ != "VBN"


_Tests = tuple[Callable[[Clause], bool], ...]

_TESTS: dict[Stance, _Tests] = {
    "motive": (
        *(_is_collective_mind, _is_scheme, _is_reasoned_choice, _is_fronted),
        *(_is_for_fear, _is_own_gain, _is_wish_cleft),
    ),
    "cause": (_is_cleft, _is_drive, _is_behind),
    "consequence": (_is_conclusion, _is_by_doing, _is_figurative),
    "generalisation": generalisation.TOLD,
}
_UNTOLD: dict[Stance, _Tests] = {
    "motive": (_is_scheme, _is_fronted, _is_signal),
    "generalisation": generalisation.UNTOLD,
}
