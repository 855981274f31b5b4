"""What somebody has arranged, laid down or can count on: what makes a "will" no forecast."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.nlp import lexicon
from xcheck.nlp.derivation import verb_of
from xcheck.nlp.syntax import chains, verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_words = partial(lexicon.words, "stances")
_SHORTEST_STEM = 4
_LONGEST_REACH = 40


def is_arranged(clause: Clause) -> bool:
    """Whether the clause tells of a plan: an act that is arranged, at a definite time, or laid down in a text."""
    if any(t.lower_ in _words("guessed") for t in clause.tokens):
        return False
    if is_provided(clause) or is_measured(clause):
        return True
    *before, act = chains.chain(clause.root)
    if any(verbs.lemma(t) in _words("forced") for t in before):
        return False
    if _plans_nothing(clause):
        return is_timed(clause) and act.lemma_ in _words("arranged")
    return is_timed(clause) or _is_arrangement(act)


def _plans_nothing(clause: Clause) -> bool:
    """Whether the subject is an event or a state that does something itself."""
    return is_abstract(clause.subject) and not verbs.is_passive(clause.root)


def _is_arrangement(act: Token) -> bool:
    """Whether an act is one that somebody arranges, at no time in particular: "will be sold", not "will meet"."""
    word = verbs.lemma(act)
    return word in _words("arranged") and (verbs.is_passive(act) or word not in _words("arranged_when_timed"))


def subject_clause(root: Token) -> Token | None:
    """The verb of the clause that is the subject ("that they flew so low points to …"), None for a question."""
    for verb in verbs.children(root, "csubj"):
        first = verb.doc[verb.left_edge.i]
        if first.tag_ not in ("WP", "WRB", "WDT", "WP$") and first.lower_ != "whether":
            return verb
    return None


def is_asked(clause: Clause) -> bool:
    """Whether the clause is what somebody asks or does not know: "what it will cost", "how many had gone down"."""
    asking = [t for t in clause.tokens if t.tag_ in ("WP", "WRB", "WDT", "WP$") and t.i < clause.root.i]
    return bool(asking) and clause.root.dep_ in ("csubj", "csubjpass", "ccomp", "pcomp")


def is_provided(clause: Clause) -> bool:
    """Whether a text that binds is named before the verb: "the bill would …", "under the deal members will …".

    Not one that is only thought of ("such a pact would …"), nor where it is made to mean something.
    """
    if clause.root.lemma_.lower() in _words("conclusions") or clause.root.lemma_ in _words("seeming"):
        return False
    first = max(clause.sentence.tokens[0].i, clause.root.i - _LONGEST_REACH)
    before = (t for t in clause.root.doc[first : clause.root.i] if t.pos_ in ("NOUN", "PROPN"))
    return any(t.lemma_.lower() in _words("provisions") and not is_imagined(t) for t in before)


def is_imagined(noun: Token) -> bool:
    """Whether a thing is only thought of: "a deal", "such a deal", not "the deal"."""
    return any(c.lower_ in ("a", "an", "any", "such") for c in verbs.children(noun, "det", "predet"))


def is_abstract(subject: Token | None) -> bool:
    """Whether the subject is an event or a state, which can plan nothing."""
    if subject is None or subject.pos_ == "PROPN":
        return False
    word = subject.lemma_.lower()
    if word in _words("abstract") or verb_of(word) is not None:
        return True
    endings = tuple(_words("abstract_endings"))
    return subject.pos_ == "NOUN" and word.endswith(endings) and len(word) > _SHORTEST_STEM + 2


def is_doer(noun: Token) -> bool:
    """Whether a noun means a body or somebody who does something, by the lists or its ending."""
    word = noun.lemma_.lower()
    return word in _words("collectives") or word.endswith(tuple(_words("doer_endings")))


def is_timed(clause: Clause) -> bool:
    """Whether a definite time stands in the clause."""
    return any(t.lower_ in _words("definite_times") and t.tag_ != "MD" for t in clause.tokens)


def is_measured(clause: Clause) -> bool:
    """Size and power in figures, as they are built: "will carry 14 trains an hour", "will stand 90 metres high"."""
    measured = any(t.like_num for t in clause.tokens if t.i > clause.root.i)
    return measured and clause.root.lemma_.lower() in _words("capacities")
