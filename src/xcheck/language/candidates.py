"""Names as they stand in the text: runs of capitals cut into titles, countries and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from xcheck.language.countries import Known, known
from xcheck.language.folding import fold
from xcheck.language.geography import places
from xcheck.language.lexicon import words
from xcheck.language.offices import honorifics, is_human, office_words
from xcheck.language.runs import HYPHENS, Run, known_names, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = frozenset({"of", "for"})
_REACH = 9
LISTED = 6.0  # what it counts for a place that the lists know
_POSSESSIVE = frozenset({"'s", "’s"})


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
    if entry is not None:
        if not _is_somebody(run, entry):
            yield Candidate(run, known=entry)
        return
    if _is_body(run):
        yield Candidate(run)
        return
    split = _after_title(run)
    if split and not _is_only_title(run, split):
        yield from _lead(run[:split])
        yield Candidate(run[split:], title=run[:split])
    elif split or _is_office(run[-1]):
        yield from _lead(run)
    else:
        yield from _parts(run)


def _is_somebody(run: Run, entry: Known) -> bool:
    """One person by nationality, not the nation: "the Swede was sent off"."""
    first, last = run[0], run[-1]
    if (
        entry.sense != "demonym"
        or first.i == 0
        or first.nbor(-1).lower_ not in ("the", "a", "an")
        or last.text.endswith("s")
    ):
        return False
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return (
        last.dep_ in ("nsubj", "nsubjpass")
        and following is not None
        and (following.tag_ == "VBZ" or following.lower_ in ("was", "himself", "herself"))
    )


def _without_tail(run: Run) -> Run:
    """The run without a possessive ending or hyphen. A saint keeps it: the name is a hospital's ("St Anne's")."""
    following = run[-1].nbor(1) if run[-1].i + 1 < len(run[-1].doc) else None
    if (
        len(run) == 2
        and run[0].lower_.rstrip(".") in ("st", "saint")
        and following is not None
        and following.lower_ in _POSSESSIVE
    ):
        return (*run, following)
    while run and (run[-1].lower_ in ("'s", "’s", "'", "’") or run[-1].text in HYPHENS):
        run = run[:-1]
    return run


def _is_body(run: Run) -> bool:
    """An organisation or place by its first or last word, or by the parser where it takes the run as one."""
    if len(run) == 1:
        return False
    linked = any(t.lower_ in _LINKS for t in run)
    opener = next((t for t, link in pairwise(run) if link.lower_ in _LINKS), run[0])
    if linked and opener.lower_ in words("titles", "openers"):
        return opener is run[0] or not _after_title(run)
    last = run[-1].lower_
    if not linked and last in words("titles", "organisations") | words("titles", "suffixes") | words("places", "sorts"):
        return not (last in words("titles", "bodies") and run[-1].ent_type_ == "PERSON")
    whole = {t.ent_type_ for t in run}
    return (
        whole <= {"ORG", "FAC", "LOC"} and run[0].ent_iob_ == "B" and not _is_office(run[-1]) and not _after_title(run)
    )


def _is_office(token: Token) -> bool:
    """A word with a capital that ends a title: an office, a courtesy, or a human noun that opens the sentence."""
    word = token.lower_.rstrip(".")
    return word in office_words() or word in honorifics() or (token.is_sent_start is True and is_human(word))


def _after_title(run: Run) -> int:
    """Where the name begins after a title, or 0: after its last word, or after its "of State", "for Health".

    The length of the run where nothing but a title is there.
    """
    at = max((i for i in range(len(run) - 1) if _is_office(run[i])), default=-1)
    if at < 0:
        return 0
    if run[at + 1].lower_ not in _LINKS:
        return at + 1
    person = next((i for i in range(at + 2, len(run)) if run[i].ent_type_ == "PERSON" and run[i].ent_iob_ == "B"), None)
    if person is not None:
        return person
    return len(run) - 2 if len(run) - at > 4 and _is_given(run[-2]) else len(run)


def _is_only_title(run: Run, split: int) -> bool:
    """Whether what follows the title is more of it: "Deputy Intelligence Officer", but "Mr Baker", "Judge Ann Cook"."""
    rest = run[split:]
    if not rest:
        return True
    if not _is_office(rest[-1]) or run[split - 1].lower_.rstrip(".") in honorifics():
        return False
    return not (len(rest) > 1 and _is_given(rest[0])) and rest[-1].ent_type_ != "PERSON"


def _is_given(token: Token) -> bool:
    return fold(token.text) in words("gender", "male_names") | words("gender", "female_names")


def _lead(title: Run) -> Iterator[Candidate]:
    """The countries and other well-known names inside a title."""
    for first, after, entry in known_names(title):
        yield Candidate(title[first:after], known=entry)


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


def scores(candidate: Candidate, speech: frozenset[str]) -> dict[str, float]:
    """How much speaks for each kind in this place: the name's own words, its neighbours, the parser's label.

    ``speech`` are the lemmas of verbs of saying, whose subject is mostly a person or a body.
    """
    return _sum((*_of_words(candidate), *_of_neighbours(candidate), *_of_parse(candidate, speech)))


def _sum(found: Iterable[tuple[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for kind, weight in found:
        total[kind] = total.get(kind, 0.0) + weight
    return total


def _of_words(candidate: Candidate) -> Iterator[tuple[str, float]]:
    tokens = candidate.tokens
    last = tokens[-1].lower_.rstrip(".")
    if candidate.title and not candidate.known:
        yield "person", 4.0
    if len(tokens) > 1 and _is_given(tokens[0]):
        yield "person", 3.0
    if candidate.surface in places():
        yield "place", LISTED
    if len(tokens) > 1 and last in words("titles", "organisations") | words("titles", "suffixes"):
        yield "organisation", 5.0
    if len(tokens) > 1 and last in words("places", "sorts"):
        yield "place", 4.5
    if any(t.text == "&" for t in tokens):
        yield "organisation", 5.0
    if any(t.lower_ in _LINKS for t in tokens):
        yield "organisation", 3.0
    if tokens[-1].text.isupper() and 2 <= len(last) <= 6 and not any(t.text.isupper() for t in tokens[:-1]):
        yield "organisation", 2.0


def _of_neighbours(candidate: Candidate) -> Iterator[tuple[str, float]]:
    doc = candidate.tokens[0].doc
    first, after = candidate.tokens[0].i, candidate.tokens[-1].i + 1
    before = doc[first - 1] if first else None
    if before is not None:
        if before.pos_ == "NOUN" and is_human(before.lemma_.lower()):
            yield "person", 4.0
        elif before.pos_ == "NOUN" and before.lemma_.lower() in words("titles", "bodies"):
            yield "organisation", 3.0
        elif before.lower_ in ("in", "near", "outside", "around", "across") or _is_from(before):
            yield "place", 1.5
        elif before.lower_ in ("at", "from", "to", "off", "towards"):
            yield "place", 1.0
        elif before.lower_ == "the":
            yield "organisation", 0.7
            yield "person", -2.0
    yield from _of_words_after([doc[i] for i in range(after, min(after + _REACH, len(doc)))])


def _is_from(word: Token) -> bool:
    """The "of" that tells where somebody lives ("Roe, 43, of Ostend")."""
    return word.lower_ == "of" and word.i > 0 and word.nbor(-1).text == ","


def _of_words_after(following: list[Token]) -> Iterator[tuple[str, float]]:
    texts = [t.lower_ for t in following]
    if texts[:1] in ([","], ["("]) and len(following) > 2:
        if following[1].like_num and len(following[1]) < 4 and texts[2] in (",", ")", "."):
            yield "person", 4.0
        if texts[1] == "who":
            yield "person", 2.5
        if texts[1] == "which":
            yield "organisation", 1.0
            yield "place", 1.0
        if texts[1] in ("a", "an", "the"):
            yield from _of_description(following[2:])
    if texts[:1] and texts[0] in HYPHENS and texts[1:2] == ["based"]:
        yield "place", 3.0
    if texts[:1] in (["plc"], ["ltd"], ["inc"]) or (
        texts[:1] and texts[0] in words("titles", "bodies") and following[0].pos_ == "NOUN"
    ):
        yield "organisation", 2.0


def _of_description(following: list[Token]) -> Iterator[tuple[str, float]]:
    """The noun of an apposition: "a market town", "the city's largest union"."""
    ends = [t for t, after in pairwise(following) if t.pos_ == "NOUN" and after.pos_ not in ("NOUN", "PART")]
    noun = ends[0].lemma_.lower() if ends else ""
    if is_human(noun):
        yield "person", 2.0
    elif noun in words("titles", "bodies"):
        yield "organisation", 3.0
    elif noun in words("places", "containers") | words("places", "sorts"):
        yield "place", 3.0


def _of_parse(candidate: Candidate, speech: frozenset[str]) -> Iterator[tuple[str, float]]:
    several = len([t for t in candidate.tokens if t.text[0].isupper()]) > 1
    label = candidate.tokens[-1].ent_type_ if len({t.ent_type_ for t in candidate.tokens}) == 1 else ""
    if label == "PERSON":
        yield "person", 2.0 if several else 0.6
    elif label == "ORG":
        yield "organisation", 1.5 if several else 0.8
    elif label in ("GPE", "LOC", "FAC"):
        yield "place", 1.6
    elif label in ("NORP",):
        yield "group", 1.0
    elif label in ("EVENT", "PRODUCT", "LAW", "WORK_OF_ART"):
        yield "thing", 1.0
    head = candidate.tokens[-1]
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in speech:
        yield "person", 1.0 if several else 0.4
        yield "organisation", 0.5
    if (
        several
        and len(candidate.tokens) == 2
        and all(t.is_alpha and t.tag_ == "NNP" and t.is_title for t in candidate.tokens)
    ):
        yield "person", 0.5
