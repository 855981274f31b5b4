"""What makes a clause go beyond reported events, when the article itself speaks.

Stance after Biber et al. (1999) and the Appraisal of Martin and White (2005): forecast, speculation, motive ascribed,
cause or consequence drawn, evaluation, generalisation. Plans, timetables and provisions of laws are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.claims.stance import future, judgement, minds
from xcheck.claims.stance.arranged import is_abstract, is_arranged, subject_clause
from xcheck.nlp.lexicon import words
from xcheck.nlp.phrases import phrases_in
from xcheck.records.claim import Certainty, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDER: tuple[Stance, ...] = (
    "forecast",
    "speculation",
    "motive",
    "cause",
    "consequence",
    "evaluation",
    "generalisation",
)
_OVERHANG = 4


def of(clause: Clause, certainty: Certainty, *, own_voice: bool, speech: bool = False) -> tuple[Stance, ...]:
    """The clause's stances in the order of ``ORDER``.

    None where it is credited to somebody, asks or orders, or is no assertion of its own (a title, an event in a noun).
    A clause that tells of ``speech`` or thought has one only where nobody can have told it: "few believe", "seems to
    have decided", "the drug promises to". Of what is asked or ordered only "expect a long wait" has one.
    """
    if not own_voice or clause.form in ("event", "title"):
        return ()
    if certainty == "question":
        return ("forecast",) if future.is_invitation(clause) else ()
    if speech:
        untold = {*future.untold(clause), *minds.untold(clause)}
        return tuple(s for s in ORDER if s in untold)
    found = {*_phrased(clause), *future.of(clause), *minds.of(clause), *judgement.of(clause)}
    return tuple(s for s in ORDER if s in found)


def _phrased(clause: Clause) -> Iterator[Stance]:
    """The set phrases that begin in the clause, without those that an arrangement takes the guess out of.

    A phrase may end in the next clause ("which is | why").
    """
    own = {t.i for t in clause.tokens}
    last = clause.tokens[-1].i
    beyond = clause.root.doc[last + 1 : min(last + _OVERHANG, clause.sentence.tokens[-1].i) + 1]
    for stance, found in phrases_in([*clause.tokens, *beyond], "stances", "phrases"):
        if found[0].i in own and not _is_reported(stance, found[0], clause):
            yield stance  # type: ignore[misc]


def _is_reported(stance: str, first: Token, clause: Clause) -> bool:
    """Whether the clause makes a fact of a phrase: a plan, a cause of something counted, what somebody has raised."""
    match stance:
        case "forecast":
            return is_arranged(clause)
        case "cause":
            return not _is_of_idea(clause)
        case "consequence":
            return first.lemma_ == "raise" and _is_raised_by_somebody(clause)
        case _:
            return False


def _is_raised_by_somebody(clause: Clause) -> bool:
    """Whether a body or a person has raised it, which can be reported: "the ministry raised concerns about radar"."""
    subject = clause.subject
    if subject is None:
        return False
    return subject.pos_ in ("PROPN", "PRON") or subject.ent_type_ == "ORG" or subject.tag_ == "NNS"


def _is_of_idea(clause: Clause) -> bool:
    """Whether the subject is an event, a state or years of it, and nothing is counted: a quarrel comes down to envy."""
    subject = clause.subject
    long = (
        subject is not None
        and subject.lemma_ in words("stances", "long_times")
        and any(c.lower_ == "of" for c in subject.children)
    )
    idea = long or is_abstract(subject) or subject_clause(clause.root) is not None
    return idea and not any(t.like_num for t in clause.tokens)


def _is_span(subject: Token | None) -> bool:
    """Whether a subject is a long time and what filled it: "years of neglect"."""
    if subject is None or subject.lemma_ not in words("stances", "long_times"):
        return False
    return any(c.lower_ == "of" for c in subject.children)
