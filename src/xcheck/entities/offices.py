"""Words for people by what they do, and courtesy titles: the vocabulary of titles and of human nouns."""

from __future__ import annotations

from typing import Literal

from xcheck.nlp.lexicons.entities import GenderWords, Roles, Titles
from xcheck.nlp.lexicons.load import lexicon
from xcheck.resources import loaded

Gender = Literal["male", "female"]
_HUMAN_ENDINGS = ("man", "woman", "person", "ist")


@loaded
def office_words() -> frozenset[str]:
    """The single words that a title ends in: "minister", "officer", "nurse"."""
    data = lexicon(Roles)
    named = (name for offices in data.classes.values() for office in offices for name in office)
    return frozenset(
        name.split()[-1] for name in (*named, *data.loose, *data.abbreviations, *data.abbreviations.values())
    )


@loaded
def human_words() -> frozenset[str]:
    """Every noun that means a person, as far as the lists know it."""
    gender = lexicon(GenderWords)
    return office_words() | lexicon(Roles).people | frozenset((*gender.male_words, *gender.female_words))


def is_human(lemma: str) -> bool:
    """Whether a noun's lower-case lemma means a person."""
    if lemma in human_words():
        return True
    return len(lemma) > 5 and lemma.endswith(_HUMAN_ENDINGS) and lemma not in lexicon(Titles).organisations


@loaded
def honorifics() -> dict[str, Gender | None]:
    """Courtesy titles in lower case without points, each with the gender that it tells."""
    table: dict[str, Gender | None] = {}
    for gender, listed in lexicon(Titles).honorifics.items():
        table.update(dict.fromkeys(listed, gender if gender in ("male", "female") else None))
    return table


def gender_of_word(lemma: str) -> Gender | None:
    """The gender that a human noun tells ("spokeswoman"), or None."""
    if lemma in lexicon(GenderWords).male_words:
        return "male"
    if lemma in lexicon(GenderWords).female_words or lemma.endswith("woman"):
        return "female"
    return None


def gender_of_given_name(folded: str) -> Gender | None:
    """The gender that a given name tells, or None where both bear it or it is unknown."""
    if folded in lexicon(GenderWords).male_names:
        return "male"
    return "female" if folded in lexicon(GenderWords).female_names else None


def is_given_name(folded: str) -> bool:
    """Whether a folded word is a given name of the lists."""
    return gender_of_given_name(folded) is not None


def office_of(name: str) -> str | None:
    """Return the office that a lower-case name means, by the first of its synonyms; None for what is no office."""
    return _offices().get(name)


@loaded
def _offices() -> dict[str, str]:
    return {name: names[0] for offices in lexicon(Roles).classes.values() for names in offices for name in names}
