"""What is counted or measured: the noun that a figure belongs to, read from the parse and the order of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from xcheck.claims.quantity.units import is_unit, singular
from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.neighbours import before
from xcheck.nlp.syntax.subjects import noun_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "VBD", "PRP$", "POS", "HYPH", "CD", "AFX"})
_OPENS_PART = frozenset({"DT", "PRP$", "PDT", "WP$"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_ADJECTIVES = frozenset({"JJ", "JJS", "VBN", "VBG"})
_MOST = 40


@dataclass(frozen=True)
class Counted:
    """The noun phrase after a figure: its head, and the token that names the unit (it, or the measure before it)."""

    head: Token
    unit: Token
    last: Token


def noun_after(following: Sequence[Token], *, plural: bool, part: bool, hyphenated: bool) -> Counted | None:
    """The noun phrase that begins with the tokens after a figure, or after its "of".

    ``plural`` says that the figure asks for a plural; ``part`` that it is a share, which may take an article ("half
    the homes"); ``hyphenated`` that a hyphen follows it, and the next noun is a measure ("a 12-seat bus").
    """
    nouns = list(_run(following, part=part))
    if not nouns:
        return None
    if hyphenated:
        return Counted(nouns[0], nouns[0], nouns[0])
    head = nouns[-1]
    measure = plural and head.tag_ == "NN" and nouns[0] is not head and nouns[0].tag_ == "NN" and not part
    return Counted(head, nouns[0] if measure else head, head)


def noun_right_after(following: Sequence[Token]) -> Counted | None:
    """The noun that a measure stands before ("a $12 lamp", "a 3% levy"), where the parse bears it out."""
    counted = noun_after(following, plural=False, part=False, hyphenated=False)
    if counted is None or following[0].lower_ == "of" or following[0].tag_ in ("VBD", "CD"):
        return None
    return counted


def _run(tokens: Sequence[Token], *, part: bool) -> Iterator[Token]:
    """The nouns of the first noun phrase, which may begin with "of" and an article, and have adjectives before them."""
    started = False
    for place, (token, nxt) in enumerate(zip_longest(tokens, tokens[1:])):
        if _ends_phrase(token, started=started):
            return
        if token.tag_ not in _NOUNS:
            if not (started or _opens_phrase(tokens, place, part=part) or _may_stand_before(token, nxt)):
                return
        elif not (_joins(token, nxt) or _is_glued(token)):
            started = True
            yield token
            if _closes_phrase(token, nxt):
                return


def _closes_phrase(noun: Token, nxt: Token | None) -> bool:
    """Whether a plural ends the phrase, since what follows does not go on with it."""
    return noun.tag_ in ("NNS", "NNPS") and not (nxt is not None and _continues(noun, nxt))


def _ends_phrase(token: Token, *, started: bool) -> bool:
    """Whether a token cannot belong to the phrase: "last year" after a number, a dash, what follows its nouns."""
    if token.lower_ in ("last", "next") or (token.text in ("-", "–", "—") and _is_dash(token)):
        return True
    return started and token.tag_ not in _NOUNS | {"POS", "HYPH", "JJ", "VBN"}


def _opens_phrase(tokens: Sequence[Token], place: int, *, part: bool) -> bool:
    """Whether a token is the "of" or the article that opens the phrase of a share ("of the men", "half the men")."""
    if place == 0 and tokens[0].lower_ == "of":
        return True
    return tokens[place].tag_ in _OPENS_PART and (part or (place == 1 and tokens[0].lower_ == "of"))


def _is_dash(token: Token) -> bool:
    previous = before(token)
    return previous is not None and bool(token.whitespace_ or previous.whitespace_)


def _joins(noun: Token, nxt: Token | None) -> bool:
    """The first half of a compound adjective ("steam-driven") is no noun of the phrase."""
    return nxt is not None and nxt.text == "-" and not noun.whitespace_ and not nxt.whitespace_


def _is_glued(token: Token) -> bool:
    """The magnitude of a figure inside the phrase ("of the 7M coins")."""
    previous = before(token)
    return previous is not None and previous.tag_ == "CD" and not previous.whitespace_ and len(token) < 3


def _continues(noun: Token, nxt: Token) -> bool:
    return nxt.tag_ == "POS" or (nxt.tag_ in _NOUNS and noun.dep_ in ("compound", "nmod"))


def _may_stand_before(token: Token, nxt: Token | None) -> bool:
    if token.tag_ in _BEFORE_NOUN:
        return token.tag_ != "VBD" or token.dep_ == "amod"
    if nxt is None:
        return False
    if token.tag_ in ("RB", "RBR", "RBS"):
        return nxt.tag_ in ("JJ", "VBN", "VBG") and token.lower_ not in ("ago", "later", "not")
    previous = before(token)
    joins = (token.tag_ == "CC" or token.text == ",") and nxt.tag_ == "JJ"
    return joins and previous is not None and previous.tag_ == "JJ"


def neighbour(token: Token, step: int) -> Token | None:
    """The token before (-1) or after (1) another in its sentence; None at the edge."""
    place = token.i + step
    if not 0 <= place < len(token.doc) or token.doc[max(place, token.i)].is_sent_start:
        return None
    return token.doc[place]


def lemma(token: Token) -> str:
    """The noun in lower case and the singular, also where the parser takes it for a name."""
    plain = token.lemma_.lower()
    return singular(plain) if token.tag_ == "NNPS" or (token.tag_ == "NNP" and token.text.endswith("s")) else plain


def measured(tokens: Sequence[Token], counted: Counted | None) -> Token | None:
    """The noun whose size a figure with a unit of measure gives ("a fine of $3bn": fine; "the price rose 5%": price).

    ``counted`` is the noun phrase that the figure stands before, where there is one ("a $150 ticket").
    """
    last = tokens[-1]
    of = next((c for t in tokens for c in t.children if c.lower_ == "of" and c.i > last.i), None)
    if of is not None:
        return _object(of)
    if counted is not None:
        return counted.head
    noun = _governing(_top(tokens), last)
    return _behind_amount(noun) if noun is not None and noun.text[0].isalpha() and not is_unit(noun.text) else None


def _top(tokens: Sequence[Token]) -> Token:
    """The token of some that is governed from outside."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[-1])


def _object(word: Token, label: str = "pobj") -> Token | None:
    """The noun that a word governs under a label."""
    return next((c for c in word.children if c.dep_ == label and c.tag_ in _NOUNS), None)


def _governing(top: Token, last: Token) -> Token | None:
    """The noun that a figure modifies or completes, or the subject of its verb of change or state."""
    governor = top.head
    if top.dep_ in _MODIFIERS and governor.tag_ in _NOUNS and governor.i > last.i:
        return governor
    joined = governor.dep_ in ("prep", "agent")
    if joined and governor.head.tag_ in _NOUNS:
        return governor.head
    verb = governor.head if joined or governor.tag_ in ("RB", "RP", "IN", "JJ") else governor
    return _changed(verb, by=governor.lower_ == "by") if verb.lemma_.lower() in _changing() else None


def _changed(verb: Token, *, by: bool) -> Token | None:
    """What changes: the object that something is moved "by" a figure, else the subject."""
    moved = _object(verb, "dobj") if by else None
    return moved if moved is not None else _subject(verb)


def _behind_amount(noun: Token) -> Token:
    """What an amount is of: "crew" for "the number of crew", "death" for "the death toll"."""
    if noun.lemma_.lower() not in words("unknown-quantities", "amounts"):
        return noun
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    compounds = (c for c in noun.children if c.dep_ == "compound" and c.tag_ in ("NN", "NNS"))
    return (_object(of) if of is not None else None) or next(compounds, noun)


@cache
def _changing() -> frozenset[str]:
    keys = ("rises", "falls", "rises_amounts_only", "falls_amounts_only", "states")
    return frozenset().union(*(words("numbers", key) for key in keys), lexicon("numbers")["multiplying"])


def _subject(verb: Token) -> Token | None:
    found = noun_subject(verb)
    return found if found is not None and found.tag_ in _NOUNS else None


def subject_of(verb: Token) -> str | None:
    """The lemma of a verb's subject, where that is a noun."""
    subject = _subject(verb)
    return lemma(_behind_amount(subject)) if subject is not None else None


def qualifiers(noun: Token, beyond: int = -1) -> tuple[str, ...]:
    """The words that narrow down what is counted, in lower case and in order: "North Korean" soldiers, sacks "of rice".

    ``beyond`` leaves out what stands before that character of the document: the figure itself.
    """
    found = [t for t in islice(_modifiers(noun), _MOST) if t.idx >= beyond and t.tag_ in _NOUNS | _ADJECTIVES]
    found = [t for t in found if not t.is_stop and t.text[0].isalpha() and not is_unit(t.text)]
    return tuple(t.lemma_.lower() for t in sorted(found, key=lambda t: t.i) if t.lower_ not in _of_numbers())


@cache
def _of_numbers() -> frozenset[str]:
    return words("numbers", "fillers") | words("numbers", "magnitudes")


def _modifiers(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in _MODIFIERS:
            yield from (c for c in child.lefts if c.dep_ in ("compound", "amod", "nmod"))
            yield child
        elif child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")
