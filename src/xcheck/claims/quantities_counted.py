"""What is counted or measured: the noun that a figure belongs to, read from the parse and the order of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from xcheck.claims.quantities_units import is_unit, singular
from xcheck.language.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "VBD", "PRP$", "POS", "HYPH", "CD", "AFX"})
_OPENS_PART = frozenset({"DT", "PRP$", "PDT", "WP$"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_STATES = frozenset({"be", "double", "halve", "worth", "stand", "remain", "total", "reach", "hit", "average", "cost", "measure", "weigh", "amount"})
_LONGEST = 14


@dataclass(frozen=True)
class Counted:
    """The noun phrase after a figure: its head, and the token that names the unit (the same, or the measure before it)."""

    head: Token
    unit: Token
    last: Token


def noun_after(following: Sequence[Token], *, plural: bool, part: bool, hyphenated: bool) -> Counted | None:
    """The noun phrase that begins with the tokens after a figure, or after its "of".

    ``plural`` says that the figure asks for a plural; ``part`` that it is a share, which may take an article ("half
    the homes"); ``hyphenated`` that a hyphen follows it, and the next noun is a measure ("a 12-seat bus").
    """
    nouns = list(_run(following[:_LONGEST], part=part))
    if not nouns:
        return None
    if hyphenated:
        return Counted(nouns[0], nouns[0], nouns[0])
    head = nouns[-1]
    measure = plural and head.tag_ == "NN" and nouns[0] is not head and nouns[0].tag_ == "NN" and not part
    return Counted(head, nouns[0] if measure else head, head)


def noun_right_after(following: Sequence[Token]) -> Counted | None:
    """The noun that a measure stands before ("a $150,000 contract", "5% pay rise"), where the parse bears it out."""
    counted = noun_after(following, plural=False, part=False, hyphenated=False)
    if counted is None or following[0].lower_ == "of" or following[0].tag_ in ("VBD", "CD"):
        return None
    return counted


def _run(tokens: Sequence[Token], *, part: bool) -> Iterator[Token]:
    """The nouns of the first noun phrase, which may begin with "of" and an article, and have adjectives before them."""
    started = False
    for place, token in enumerate(tokens):
        nxt = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.lower_ in ("last", "next") or (token.text in ("-", "–", "—") and _is_dash(token)):
            return
        if token.tag_ in _NOUNS and (_joins(token, nxt) or _is_glued(token)):
            continue
        if token.tag_ in _NOUNS:
            started = True
            yield token
            if token.tag_ in ("NNS", "NNPS") and not (nxt is not None and _continues(token, nxt)):
                return
        elif started and token.tag_ not in ("POS", "HYPH", "JJ", "VBN"):
            return
        elif token.tag_ == "VBD" and token.dep_ != "amod":
            return
        elif not started and place == 0 and (token.lower_ == "of" or (part and token.tag_ in _OPENS_PART)):
            continue
        elif not started and (place == 1 and tokens[0].lower_ == "of" or part) and token.tag_ in _OPENS_PART:
            continue
        elif not _may_stand_before(token, nxt):
            return


def _is_dash(token: Token) -> bool:
    return token.i > 0 and bool(token.whitespace_ or token.nbor(-1).whitespace_)


def _joins(noun: Token, nxt: Token | None) -> bool:
    """The first half of a compound adjective ("coal-fired") is no noun of the phrase."""
    return nxt is not None and nxt.text == "-" and not noun.whitespace_ and not nxt.whitespace_


def _is_glued(token: Token) -> bool:
    """The magnitude of a figure inside the phrase ("the 4.3M sales")."""
    return token.i > 0 and token.nbor(-1).tag_ == "CD" and not token.nbor(-1).whitespace_ and len(token) < 3


def _continues(noun: Token, nxt: Token) -> bool:
    return nxt.tag_ == "POS" or (nxt.tag_ in _NOUNS and noun.dep_ in ("compound", "nmod"))


def _may_stand_before(token: Token, nxt: Token | None) -> bool:
    if token.tag_ in _BEFORE_NOUN:
        return True
    if nxt is None:
        return False
    if token.tag_ in ("RB", "RBR", "RBS"):
        return nxt.tag_ in ("JJ", "VBN", "VBG") and token.lower_ not in ("ago", "later", "not")
    return (token.tag_ == "CC" or token.text == ",") and nxt.tag_ == "JJ" and token.i > 0 and token.nbor(-1).tag_ == "JJ"


def lemma(token: Token) -> str:
    """The noun in lower case and the singular, also where the parser takes it for a name."""
    plain = token.lemma_.lower()
    return singular(plain) if token.tag_ == "NNPS" or (token.tag_ == "NNP" and token.text.endswith("s")) else plain


def measured(tokens: Sequence[Token], counted: Counted | None) -> Token | None:
    """The noun whose size a figure with a unit of measure gives ("a fine of $3bn": fine; "the price rose 5%": price)."""
    inside = {t.i for t in tokens}
    last = tokens[-1]
    of = next((c for t in tokens for c in t.children if c.lower_ == "of" and c.i > last.i), None)
    if of is not None:
        return next((c for c in of.children if c.dep_ == "pobj" and c.tag_ in _NOUNS), None)
    if counted is not None:
        return counted.head
    top = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), last)
    governor = top.head
    if top.dep_ in _MODIFIERS and governor.tag_ in _NOUNS and governor.i > last.i:
        return governor
    joined = governor.dep_ in ("prep", "agent")
    if joined and governor.head.tag_ in _NOUNS:
        return governor.head if governor.head.text[0].isalpha() and not is_unit(governor.head.text) else None
    return _subject(governor.head if joined or governor.tag_ in ("RB", "RP", "IN", "JJ") else governor)


def _subject(verb: Token) -> Token | None:
    changes = words("numbers", "rises") | words("numbers", "falls") | _STATES
    changes |= words("numbers", "rises_amounts_only") | words("numbers", "falls_amounts_only")
    if verb.lemma_.lower() not in changes:
        return None
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in _NOUNS), None)


def subject_of(verb: Token) -> str | None:
    """The lemma of a verb's subject, where that is a noun."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in _NOUNS), None)
    return lemma(subject) if subject is not None else None


def qualifiers(noun: Token, beyond: int = -1) -> tuple[str, ...]:
    """The words that narrow down what is counted, in lower case and in order: "North Korean" soldiers, sacks "of rice".

    ``beyond`` leaves out what stands before that character of the document: the figure itself.
    """
    found = [t for t in noun.subtree if t.idx >= beyond and _qualifies(t, noun) and not t.is_stop and t.text[0].isalpha() and not is_unit(t.text)]
    return tuple(t.lemma_.lower() for t in sorted(found, key=lambda t: t.i) if t.lower_ not in _of_numbers())


@cache
def _of_numbers() -> frozenset[str]:
    return words("numbers", "fillers") | words("numbers", "magnitudes")


def _qualifies(token: Token, noun: Token) -> bool:
    if token.i == noun.i or token.tag_ not in _NOUNS | {"JJ", "JJS", "VBN", "VBG"}:
        return False
    if token.head.i == noun.i:
        return token.dep_ in _MODIFIERS
    if token.dep_ in ("compound", "amod", "nmod") and token.head.head.i == noun.i:
        return token.head.dep_ in _MODIFIERS and token.i < noun.i
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.i == noun.i
