"""Names as they stand in the text: runs of capitals cut into titles, countries and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from xcheck.entities.gazetteer import Known, known
from xcheck.entities.offices import honorifics, is_given_name, is_human, office_words
from xcheck.entities.spans import Run, begins_person, known_names, text_of
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import HYPHENS, after, lower_before
from xcheck.nlp.syntax.subjects import NOMINAL

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset({"of", "for"})
_POSSESSIVE = frozenset({"'s", "’s"})
_TAILS = _POSSESSIVE | HYPHENS | {"'", "’"}


@dataclass(frozen=True)
class Candidate:
    """A name in one place: its words, the title in capitals right before it, and what the world knows of it."""

    tokens: Run
    title: Run = ()
    known: Known | None = None

    @property
    def surface(self) -> str:
        """The folded words of the name; an "'s" that is part of it (a saint's hospital) stays."""
        own = self.tokens[-1].lower_ in _POSSESSIVE
        return fold(text_of(self.tokens[:-1])) + "s" if own else fold(text_of(self.tokens))


def cut(run: Run) -> Iterator[Candidate]:
    """The names in a run: "U.S. Deputy Secretary of State Ann Roe" holds a country and a person with a title."""
    run = _without_tail(run)
    if not run or (len(run) == 1 and len(run[0].text.strip(".")) == 1):
        return
    entry = known(text_of(run))
    if entry is None:
        yield from _unknown(run)
    elif not _is_somebody(run, entry):
        yield Candidate(run, known=entry)


def _unknown(run: Run) -> Iterator[Candidate]:
    """The names in a run that is not well known as a whole: a body, a person after a title, a title, or several."""
    split = _after_title(run)
    if _is_body(run):
        yield Candidate(run)
    elif split and not _is_only_title(run, split):
        yield from _lead(run[:split])
        yield Candidate(run[split:], title=run[:split])
    elif split or _is_office(run[-1]):
        yield from _lead(run)
    else:
        yield from _parts(run)


def _is_somebody(run: Run, entry: Known) -> bool:
    """One person by nationality, not the nation: "the Dane was sent off"."""
    first, last = run[0], run[-1]
    if entry.sense != "demonym" or lower_before(first) not in ("the", "a", "an") or last.text.endswith("s"):
        return False
    following = after(last)
    return (
        last.dep_ in NOMINAL
        and following is not None
        and (following.tag_ == "VBZ" or following.lower_ in ("was", "himself", "herself"))
    )


def _without_tail(run: Run) -> Run:
    """The run without a possessive ending or hyphen. A saint keeps it: the name is a hospital's ("St Anne's")."""
    following = after(run[-1])
    saint = len(run) == 2 and run[0].lower_.rstrip(".") in ("st", "saint")
    if saint and following is not None and following.lower_ in _POSSESSIVE:
        return (*run, following)
    while len(run) > 1 and run[-1].lower_.rstrip(".") in words("titles", "after") and run[-1].text[0].isupper():
        run = run[:-1]
    while run and run[-1].lower_ in _TAILS:
        run = run[:-1]
    return run


def _is_body(run: Run) -> bool:
    """An organisation or place by its first or last word, or by the parser where it takes the run as one."""
    if len(run) == 1:
        return False
    told = _is_opened_body(run) if any(t.lower_ in LINKS for t in run) else _is_ended_body(run)
    return _is_labelled_body(run) if told is None else told


def _is_opened_body(run: Run) -> bool | None:
    """Whether a run with an "of" begins as a body does ("Bank of"); None where its words do not tell."""
    opener = next((t for t, link in pairwise(run) if link.lower_ in LINKS), run[0])
    if opener.lower_ not in words("titles", "openers"):
        return None
    return opener is run[0] or not _after_title(run)


def _is_ended_body(run: Run) -> bool | None:
    """Whether a run ends as a body or site does ("Council"); None where its words do not tell."""
    last = run[-1]
    if last.lower_ not in words("titles", "organisations") | words("titles", "suffixes") | words("places", "sorts"):
        return None
    return last.lower_ not in words("titles", "bodies") or last.ent_type_ != "PERSON"


def _is_labelled_body(run: Run) -> bool:
    """Whether the parser takes the run as a body or site from its first word on, and nothing in it is a title."""
    labelled = {t.ent_type_ for t in run} <= {"ORG", "FAC", "LOC"} and run[0].ent_iob_ == "B"
    return labelled and not _is_office(run[-1]) and not _after_title(run)


def _is_office(token: Token) -> bool:
    """A word with a capital that ends a title: an office, a courtesy, or a human noun that opens the sentence."""
    word = token.lower_.rstrip(".")
    return word in office_words() or word in honorifics() or (token.is_sent_start is True and is_human(word))


def _after_title(run: Run) -> int:
    """Where the name begins after a title, or 0: after its last word, or after its "of State", "for Health".

    The length of the run where nothing but a title is there.
    """
    at = max((i for i in range(len(run) - 1) if _is_office(run[i])), default=-1)
    if at < 0 or run[at + 1].lower_ not in LINKS:
        return at + 1
    person = next((i for i in range(at + 2, len(run)) if begins_person(run[i])), None)
    if person is not None:
        return person
    return len(run) - 2 if len(run) - at > 4 and is_given_name(fold(run[-2].text)) else len(run)


def _is_only_title(run: Run, split: int) -> bool:
    """Whether what follows the title is more of it: "Deputy Intelligence Officer", but "Mr Baker", "Judge Ann Cook"."""
    rest = run[split:]
    if not rest:
        return True
    if not _is_office(rest[-1]) or run[split - 1].lower_.rstrip(".") in honorifics():
        return False
    return not (len(rest) > 1 and is_given_name(fold(rest[0].text))) and rest[-1].ent_type_ != "PERSON"


def _lead(title: Run) -> Iterator[Candidate]:
    """The countries and other well-known names inside a title."""
    for first, end, entry in known_names(title):
        yield Candidate(title[first:end], known=entry)


def _parts(run: Run) -> Iterator[Candidate]:
    """The run as one name, or the well-known name at either end of it and what is left."""
    found = [] if _is_one_entity(run) else [k for k in known_names(run) if k[0] == 0 or k[1] == len(run)]
    if not found:
        yield Candidate(run)
        return
    first, after, entry = found[0]
    yield Candidate(run[first:after], known=entry)
    rest = _without_head(run[after:]) if first == 0 else run[:first]
    if rest:
        yield from cut(rest)


def _is_one_entity(run: Run) -> bool:
    return (
        len(run) > 1
        and run[0].ent_iob_ == "B"
        and all(t.ent_iob_ == "I" for t in run[1:])
        and run[0].ent_type_ in ("PERSON", "ORG", "FAC", "LOC", "GPE")
    )


def _without_head(run: Run) -> Run:
    while run and not run[0].text[0].isupper():
        run = run[1:]
    return run
