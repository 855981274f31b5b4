"""Forecasts and speculation, told apart from what is arranged or laid down."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.claims.modality import would
from xcheck.claims.stance.arranged import (
    is_abstract,
    is_arranged,
    is_asked,
    is_doer,
    is_imagined,
    is_measured,
    is_provided,
    is_timed,
    subject_clause,
)
from xcheck.nlp import lexicon
from xcheck.nlp.syntax import verbs
from xcheck.records.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_words = partial(lexicon.words, "stances")
_SHOULD = frozenset({"should", "ought"})
_MIGHT = frozenset({"may", "might", "could"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_NOBODY = frozenset({"neither", "nor", "no", "nobody", "none"})
_TOWARDS = frozenset({"towards", "toward", "into", "to", "for"})


def of(clause: Clause) -> Iterator[Stance]:
    """``forecast`` for an own "will", ``speculation`` for an own "may" or "would", unless somebody has arranged it."""
    if is_asked(clause):
        return
    modals = verbs.modals(clause.root)
    if modals & _SHOULD and not is_provided(clause):
        yield "forecast" if is_abstract(clause.subject) else "evaluation"
    if _is_ahead(clause, modals) or any(test(clause) for test in _OUTLOOKS):
        yield "forecast"
    if _is_guessed(clause, modals):
        yield "speculation"


def _is_ahead(clause: Clause, modals: frozenset[str]) -> bool:
    """Whether a clause says what is to come, by "will" or otherwise, and nobody has arranged it."""
    comes = modals & verbs.WILL or _is_going(clause.root) or _is_consequent(clause.root)
    return bool(comes) and not is_arranged(clause)


def _is_supposed(clause: Clause) -> bool:
    """Whether a "would" tells what might be: not what was to come, is reported, or somebody has settled."""
    if would.is_past(clause.root) or would.is_reported(clause.root):
        return False
    return not any(test(clause) for test in (is_provided, _is_refusal, _is_wish, _is_record, _is_later))


def _is_guessed(clause: Clause, modals: frozenset[str]) -> bool:
    """Whether a clause says what may be so: by "may", "would" or "must have", or by another form of guess."""
    if ("must" in modals and verbs.is_perfect(clause.root)) or (modals & verbs.WOULD and _is_supposed(clause)):
        return True
    if modals & _MIGHT and not (_is_ability(clause.root) or _is_capacity(clause) or _is_permission(clause)):
        return True
    return any(test(clause) for test in _GUESSES)


def untold(clause: Clause) -> Iterator[Stance]:
    """The stances of a clause of speech or thought that nobody can have told the writer."""
    if _is_promise(clause):
        yield "forecast"
    if clause.root.lemma_ == "expect" and any(h.lower_ in ("can", "should") for h in verbs.auxiliaries(clause.root)):
        yield "forecast"
    if _is_read_off(clause) or _is_inferred(clause):
        yield "speculation"


def is_invitation(clause: Clause) -> bool:
    """Whether the reader is told what to count on: "expect a long wait", "don't bank on cheap fares"."""
    root = clause.root
    return root.tag_ == "VB" and clause.subject is None and root.lemma_.lower() in _words("invitations")


def _is_ability(root: Token) -> bool:
    """What somebody was able to do: "could hear", "could not reach", "so that it could be painted"."""
    modal = next(h.lower_ for h in verbs.auxiliaries(root) if h.lower_ in _MIGHT)
    if modal != "could" or verbs.is_perfect(root):
        return False
    denied = any(c.lower_ in _NOT or c.lower_ == "longer" for c in root.children)
    return denied or _is_aim(root) or root.lemma_.lower() in lexicon.words("certainty", "perceived")


def _is_aim(root: Token) -> bool:
    """Whether a clause says what something was done for: "so that it could be painted"."""
    return root.dep_ == "advcl" and any(m.lower_ in ("that", "so") for m in verbs.children(root, "mark"))


def _is_read_off(clause: Clause) -> bool:
    """A mind read off what somebody does: "ministers seem to have decided", "she appears to believe"."""
    thought = verbs.children(clause.root, "xcomp") if clause.root.lemma_ in _words("seeming") else []
    return any(t.lemma_.lower() in _words("minds") | _words("choices") for t in thought)


def _is_going(root: Token) -> bool:
    """The other future: "is going to flood"."""
    onward = any(verbs.is_infinitive(v) for v in verbs.children(root, "xcomp"))
    return root.lemma_ == "go" and root.tag_ == "VBG" and onward


def _is_seeming(clause: Clause) -> bool:
    """What a thing or an event only seems to be or to have done: "the comet seems to be a stray"."""
    subject = clause.subject
    if clause.root.lemma_ not in _words("seeming") or subject is None or subject.ent_type_ == "PERSON":
        return False
    return bool(verbs.children(clause.root, "xcomp")) and not verbs.children(clause.root, "prep")


def _is_telling_fact(clause: Clause) -> bool:
    """What is read off a fact: "that the drones flew so low points to a site nearby"."""
    return subject_clause(clause.root) is not None and clause.root.lemma_.lower() in _words("inferring")


def _is_inferred(clause: Clause) -> bool:
    """What is read off an event or a sign, not off a record: "her silence suggests that", "the signs point to"."""
    subject = clause.subject
    if subject is None or clause.root.lemma_.lower() not in _words("inferring"):
        return False
    word = subject.lemma_.lower()
    if subject.lower_ == "one":
        return True
    return word in _words("signs") or (is_abstract(subject) and word not in _words("records") | _words("provisions"))


def _is_threat(clause: Clause) -> bool:
    """Something bad ahead, in the present tense: "the island faces ruin"."""
    root = clause.root
    if root.lemma_.lower() not in _words("facing") or root.tag_ not in ("VBZ", "VBP", "VBG"):
        return False
    ahead = {t.lemma_.lower() for t in clause.tokens if t.i > root.i and t.pos_ == "NOUN"}
    return bool(ahead & (_words("loaded") | _words("figures") | _words("ordeals")))


def _is_promise(clause: Clause) -> bool:
    """What a thing is made to promise or threaten: "the drug promises to change lives"; people do so themselves."""
    root, subject = clause.root, clause.subject
    if subject is None or root.lemma_.lower() not in ("promise", "threaten"):
        return False
    if not verbs.children(root, "xcomp"):
        return (
            is_abstract(subject) and bool(verbs.children(root, "dobj")) and subject.lemma_ not in _words("provisions")
        )
    return subject.pos_ == "NOUN" and subject.tag_ == "NN" and not is_doer(subject)


def _is_drift(clause: Clause) -> bool:
    """Where something is said to be going: "is drifting towards war", "are heading for defeat"."""
    root = clause.root
    if root.tag_ != "VBG" or root.lemma_.lower() not in _words("drifts"):
        return False
    ahead = [n for c in verbs.children(root, "prep") if c.lower_ in _TOWARDS for n in verbs.children(c, "pobj")]
    return any(n.pos_ == "NOUN" and (is_abstract(n) or n.lemma_.lower() in _words("loaded")) for n in ahead)


def _is_capacity(clause: Clause) -> bool:
    """What something had room or power for: "could produce 400 cars a day", "could seat 900"."""
    return "could" in {h.lower_ for h in verbs.auxiliaries(clause.root)} and is_measured(clause)


def _is_refusal(clause: Clause) -> bool:
    """What somebody did not want: "she would not comment", "neither the firm nor the board would say"."""
    subject = clause.subject
    if subject is None or is_abstract(subject) or verbs.is_perfect(clause.root):
        return False
    if clause.root.lemma_.lower() in would.silent() and any(t.lower_ in _NOT | _NOBODY for t in clause.tokens):
        return True
    return _is_person(clause, subject) and any(c.lower_ in _NOT for c in clause.root.children)


def _is_person(clause: Clause, subject: Token) -> bool:
    """Whether a subject is a name, a pronoun, or taken up by "who"."""
    who = clause.root.dep_ == "relcl" and any(c.lower_ == "who" for c in clause.root.children)
    return who or subject.pos_ in ("PROPN", "PRON")


def _is_later(clause: Clause) -> bool:
    """What by now has been: "they would need the pumps until Monday"; no condition, and a day that is named."""
    conditional = any(m.lower_ in ("if", "unless") for c in clause.root.children for m in verbs.children(c, "mark"))
    subject = clause.subject
    imagined = is_abstract(subject) or (subject is not None and is_imagined(subject))
    return is_timed(clause) and not conditional and not verbs.is_perfect(clause.root) and not imagined


def _is_wish(clause: Clause) -> bool:
    """A polite want: "would like to see the figures"."""
    return clause.root.lemma_.lower() in ("like", "love", "rather", "welcome") and clause.subject is not None


def _is_record(clause: Clause) -> bool:
    """What arithmetic or the calendar makes true: "would be the first woman to hold it", "would have turned 59"."""
    said = verbs.children(clause.root, "attr", "acomp")
    first = any(
        c.lower_ in _words("rankings") or c.tag_ == "JJS" for a in said for c in (a, *verbs.children(a, "amod"))
    )
    return first or (clause.root.lemma_.lower() == "turn" and any(t.like_num for t in clause.tokens))


def _is_permission(clause: Clause) -> bool:
    """What somebody is allowed to do: "entries may be sent until Friday", "may dissolve it under the law"."""
    root, subject = clause.root, clause.subject
    if _is_under_provision(root) or (verbs.is_passive(root) and is_timed(clause)):
        return True
    allowed = root.lemma_.lower() in _words("allowed") and not verbs.is_perfect(root)
    several = subject is not None and subject.tag_ in ("NNS", "PRP", "WP")
    return allowed and several and "may" in {h.lower_ for h in verbs.auxiliaries(root)}


def _is_under_provision(root: Token) -> bool:
    under = (c for c in verbs.children(root, "prep") if c.lower_ == "under")
    return any(n.lemma_.lower() in _words("provisions") for c in under for n in verbs.children(c, "pobj"))


def _is_consequent(root: Token) -> bool:
    """What is said to follow from a condition that is not met yet: "if rain comes, the harvest is lost"."""
    if root.tag_ not in ("VBZ", "VBP", "VBG", "VBN") or not verbs.is_present(root) or verbs.is_perfect(root):
        return False
    marks = (m.lower_ for c in verbs.children(root, "advcl") for m in verbs.children(c, "mark"))
    return any(m in ("if", "unless") for m in marks)


_OUTLOOKS = (_is_threat, _is_promise, _is_drift)
_GUESSES = (_is_read_off, _is_seeming, _is_telling_fact)
