"""The words of a title: its head, its owner, and how it is written down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcheck.entities.offices import is_human, office_words
from xcheck.nlp.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset({"of", "for"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
INSIDE = frozenset({"NOUN", "PROPN", "ADJ"})
_SPACES = re.compile(r"\s+")


def is_age(token: Token) -> bool:
    """Whether a word is part of an age: "43-year-old", "aged 43"."""
    return (
        token.lower_ in ("year", "old", "years", "aged")
        or token.text.replace("-", "").isdecimal()
        or token.lower_.endswith("-year-old")
    )


def without_owner(phrase: Sequence[Token], head: Token | None) -> Sequence[Token]:
    """A phrase after its possessor: "the firm's sales director" → "sales director"."""
    owner = max(
        (i for i, t in enumerate(phrase) if t.lower_ in POSSESSIVE and (head is None or t.i < head.i)), default=-1
    )
    return phrase[owner + 1 :]


def head_of(phrase: Sequence[Token]) -> Token | None:
    """The noun that says what somebody is: the last human noun before an "of" or "for"."""
    nouns = [t for t in _before_link(phrase) if t.pos_ in INSIDE and t.is_alpha]
    found = next((t for t in reversed(nouns) if is_office_holder(t)), None)
    return found or (phrase[-1] if phrase and is_office_holder(phrase[-1]) else None)


def _before_link(phrase: Sequence[Token]) -> Sequence[Token]:
    """The words of a phrase before its first "of" or "for"."""
    return phrase[: next((i for i, t in enumerate(phrase) if t.lower_ in LINKS), len(phrase))]


def has_link(phrase: Sequence[Token]) -> bool:
    """Whether a phrase has an "of" or "for"."""
    return len(_before_link(phrase)) < len(phrase)


def is_office_holder(token: Token) -> bool:
    """Whether a word means a person or an office."""
    word = token.lower_.rstrip(".")
    return is_human(token.lemma_.lower()) or word in office_words()


def agentive(phrase: Sequence[Token]) -> Token | None:
    """A noun that the lists don't have, but whose ending says that it means a doer ("a bellringer")."""
    noun = next((t for t in reversed(_before_link(phrase)) if t.pos_ == "NOUN"), None)
    if noun is None or phrase[0].lower_ not in ("a", "an", "the"):
        return None
    return noun if noun.lower_.endswith(tuple(words("roles", "agentive_endings"))) else None


def from_head_on(phrase: Sequence[Token]) -> Sequence[Token]:
    """Without the words before an "of" that are another phrase: no human noun, and no body ("Board of Trade clerk")."""
    link = next((i for i, t in enumerate(phrase) if t.lower_ in LINKS), None)
    if link is None or not link or any(is_office_holder(t) for t in phrase[:link]):
        return phrase
    return phrase if phrase[link - 1].lower_ in words("titles", "openers") else phrase[link + 1 :]


def belongs(token: Token) -> bool:
    """A word that a title may hold: a noun, an adjective, a participle as in "managing director"."""
    return token.pos_ in INSIDE or token.lower_ in words("roles", "participles")


def spoken(tokens: Sequence[Token]) -> str:
    """Words in lower case, acronyms without points, glyphs straight."""
    text = "".join(t.text_with_ws for t in tokens).lower().replace("’", "'")
    text = re.sub(r"\b((?:[a-z]\.){2,})", lambda m: m[1].replace(".", ""), text)
    return _SPACES.sub(" ", text).strip(" ,.'")


def is_possessed(phrase: Sequence[Token]) -> bool:
    """Whether a phrase has a possessor: "the firm's director"."""
    return any(t.lower_ in POSSESSIVE for t in phrase)


def is_title(phrase: Sequence[Token]) -> bool:
    """Whether a phrase has a human noun, at its end or before its "of"."""
    return bool(phrase) and head_of(phrase) is not None and (is_office_holder(phrase[-1]) or has_link(phrase))
