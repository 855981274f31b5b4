"""What is said of a whole class, of an idea, or of every time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.claims.stance.arranged import is_abstract
from xcheck.nlp import lexicon
from xcheck.nlp.syntax import verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"})
_words = partial(lexicon.words, "stances")
_COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
_DETERMINERS = ("det", "poss", "nummod")


def _is_everybody(clause: Clause) -> bool:
    """A mind given to all, many or few without a count: "few believe that the truce can hold"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.lower_ not in _words("everybody") or root.tag_ not in ("VBZ", "VBP"):
        return False
    return root.lemma_.lower() in _words("minds")


def _is_proverb(clause: Clause) -> bool:
    """A bare noun for an idea, and a present tense without a name or a figure: "trust is soon lost"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.lemma_.lower() not in _words("ideas") or clause.sentence.headline:
        return False
    timeless = verbs.is_present(root) and not verbs.is_perfect(root) and root.tag_ != "VBG"
    return timeless and not list(subject.lefts) and not _is_specific(clause.tokens)


def _is_habit(clause: Clause) -> bool:
    """What is said to hold always, mostly or never, of many or of an idea: "such accidents are always avoidable"."""
    root, subject = clause.root, clause.subject
    if subject is None or not verbs.is_present(root):
        return False
    if not (subject.tag_ == "NNS" or is_abstract(subject) or subject.lower_ in _words("everybody")):
        return False
    always = {c.lower_ for c in verbs.children(root, "advmod")} & _words("habits")
    tends = root.lemma_ == "tend" and bool(verbs.children(root, "xcomp"))
    return bool(always or tends) and not _is_counted(clause)


def _is_counted(clause: Clause) -> bool:
    """Whether a figure stands in the clause; "the first to feel it" counts nothing."""
    return any(t.like_num and t.ent_type_ != "ORDINAL" and t.lower_ not in ("first", "second") for t in clause.tokens)


def _is_whenever(clause: Clause) -> bool:
    """What is made to follow each time: "when the quotas rise, the fans stop"."""
    root = clause.root
    if root.tag_ not in ("VBZ", "VBP") or any(t.like_num or t.ent_type_ in _COUNTED for t in clause.tokens):
        return False
    before = [c for c in verbs.children(root, "advcl") if c.i < root.i and c.tag_ in ("VBZ", "VBP")]
    return any(
        m.lower_ in ("when", "whenever", "where", "wherever")
        for c in before
        for m in verbs.children(c, "advmod", "mark")
    )


def _is_each(clause: Clause) -> bool:
    """What holds of each one of a kind: "every dam comes in late", "no club likes to sell"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.tag_ != "NN" or root.tag_ != "VBZ" or clause.sentence.headline:
        return False
    every = any(d.lower_ in ("every", "no", "any") for d in verbs.children(subject, "det"))
    named = any(t.ent_type_ in NAMED | _COUNTED for t in clause.tokens)
    return every and not named and not _is_counted(clause)


def _is_never_one(clause: Clause) -> bool:
    """What none of a kind has ever done, and what nothing does: "no founder ever sold", "nothing unites them like"."""
    root, subject = clause.root, clause.subject
    if subject is None or clause.sentence.headline:
        return False
    ever = any(c.lower_ == "ever" for c in verbs.children(root, "advmod"))
    none = any(d.lower_ == "no" for d in verbs.children(subject, "det"))
    return (none and ever) or (subject.lower_ == "nothing" and root.tag_ == "VBZ" and root.lemma_ != "be")


def _is_definition(clause: Clause) -> bool:
    """One deed made to be another: "to run a ferry here is to be hated"."""
    root = clause.root
    subjects = [c for c in verbs.children(root, "csubj") if verbs.is_infinitive(c)]
    said = [c for c in verbs.children(root, "xcomp", "ccomp") if verbs.is_infinitive(c)]
    return root.lemma_ == "be" and verbs.is_present(root) and bool(subjects) and bool(said)


def _is_mood(clause: Clause) -> bool:
    subject = clause.subject
    return subject is not None and subject.lemma_.lower() in _words("moods") and verbs.is_present(clause.root)


def _is_generic(clause: Clause) -> bool:
    """A bare plural and a present tense without a figure, a name or a time: "markets hate surprises"."""
    root, subject = clause.root, clause.subject
    if subject is None or clause.sentence.headline or root.dep_ not in ("ROOT", "conj"):
        return False
    if not _is_class(subject) or not verbs.is_present(root) or verbs.is_perfect(root) or verbs.is_passive(root):
        return False
    return not _is_specific(t for t in clause.tokens if t.i != subject.i)


def _is_class(subject: Token) -> bool:
    """Whether a plural means a whole class: bare, or with "such", and no body."""
    people = subject.tag_ == "NNPS" and subject.ent_type_ == "NORP"
    if not (subject.tag_ == "NNS" or people) or subject.lemma_.lower() in _words("bodies"):
        return False
    if any(d.lower_ != "such" for d in verbs.children(subject, *_DETERMINERS)):
        return False
    narrowing = _words("not_generic") - {"such"}
    return not any(c.lemma_.lower() in narrowing for c in verbs.children(subject, "amod"))


def _is_specific(tokens: Iterable[Token]) -> bool:
    """Whether a figure, a name or a time stands among some words."""
    return any(t.like_num or t.ent_type_ in NAMED | _COUNTED for t in tokens)


def _is_class_mind(clause: Clause) -> bool:
    """What a whole class is said to think: "voters forget"."""
    return _is_generic(clause) and clause.root.lemma_.lower() in _words("class_minds")


TOLD = (
    *(_is_mood, _is_generic, _is_everybody, _is_proverb, _is_habit),
    *(_is_whenever, _is_each, _is_never_one, _is_definition),
)
UNTOLD = (_is_everybody, _is_habit, _is_never_one, _is_class_mind)
