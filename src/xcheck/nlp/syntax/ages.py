"""Numbers that say how old somebody is, and whom they are said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcheck.nlp.neighbours import HYPHENS, after, before
from xcheck.nlp.syntax.subjects import noun_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

OLDEST = 120  # years
_CLOSING = frozenset({",", ")", ".", ";", "?", "!", "and", "who", "from", "of", "–", "—"})
_VERBS = frozenset({"be", "turn"})
_SAID = frozenset({"attr", "dobj", "acomp", "npadvmod", "nummod"})
_YEAR_OLD = ("year", "old")


def behind(number: Token) -> Token | None:
    """Return the word that an age stands behind: "Ann Roe, 43,", "Ann Roe (43)", "a man aged 43", "a man, aged 43,"."""
    following, sign = after(number), before(number)
    if sign is None or (following is not None and following.lower_ not in _CLOSING):
        return None
    if sign.lower_ == "aged":
        sign = before(sign)
        if sign is None or sign.text != ",":
            return sign
    return before(sign) if sign.text in (",", "(") else None


def said_of(number: Token) -> Token | None:
    """Return the subject of a verb that says an age: "who is 43", "the twins turn 30"; not "was 43 years"."""
    following = after(number)
    measured = following is not None and following.pos_ in ("NOUN", "SYM", "NUM")
    if number.head.lemma_.lower() not in _VERBS or number.dep_ not in _SAID or measured or list(number.children):
        return None
    return noun_subject(number.head)


def year_old(number: Token) -> Token | None:
    """Return the last word of "43-year-old", which the tokeniser takes apart; None for any other number."""
    rest = number.doc[number.i + 1 : number.i + 5]
    if len(rest) < 4 or any(rest[i].text not in HYPHENS for i in (0, 2)):
        return None
    return rest[-1] if (rest[1].lower_, rest[3].lower_) == _YEAR_OLD else None
