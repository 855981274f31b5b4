"""Stretches of capitalised words that may be names, cut from a parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from xcheck.entities.gazetteer import Known, known, longest_name
from xcheck.entities.offices import is_given_name, office_words
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import HYPHENS, after, before, lower_before

if TYPE_CHECKING:
    from spacy.tokens import Token

Run = tuple["Token", ...]
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_MARKS = frozenset({"'s", "’s", "'", "’"})
_OPENING = frozenset({"“", '"', "‘", "'", "(", "[", "—", "–", ":", "•", "-"})
_SHOUTED = 4
_MOST_WORDS = 0.7  # the share of capitals in a headline in title case
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_AFTER_PARTICLE = _NOMINAL | {"ADP"}
_LONGEST_LINK = 2


def is_title_case(sentence: Sentence) -> bool:
    """A headline or cross-heading with capitals on most words, where a capital tells nothing."""
    longer = [t for t in sentence.tokens if t.is_alpha and len(t) > 3]
    capitals = sum(t.text[0].isupper() for t in longer)
    if sentence.headline:
        return len(longer) > 2 and capitals > _MOST_WORDS * len(longer)
    return _is_shouting(sentence) or (capitals == len(longer) and not any(_is_of_clause(t) for t in sentence.tokens))


def _is_shouting(sentence: Sentence) -> bool:
    return all(t.is_upper for t in sentence.tokens if t.is_alpha)


def _is_of_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.dep_ == "nsubj"


def capitalised_inside(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The words that stand with a capital where none is due: inside a sentence that is no headline in title case."""
    return frozenset(
        t.text
        for s in sentences
        if not is_title_case(s)
        for t in s.tokens
        if t.text[0].isupper() and t.pos_ in ("PROPN", "NOUN", "ADJ") and not t.is_stop and not _opens(t, s)
    )


def runs(sentence: Sentence, inside: frozenset[str]) -> Iterator[Run]:
    """The maximal stretches of name words of a sentence, joined by "of", "and", a hyphen or "'s" where names have them.

    ``inside`` are the words of the document that a capital marks as names (``capitalised_inside``).
    """
    tokens = tuple(sentence.tokens)
    start = last = -1
    for i, token in enumerate(tokens):
        goes_along = start >= 0 and _goes_along(token, i - last, sentence)
        if not goes_along and not _is_name_word(token, sentence, inside):
            continue
        if start >= 0 and not _joins(tokens, start, last, i):
            yield tokens[start : last + 1]
            start = i
        start, last = (start if start >= 0 else i), i
    if start >= 0:
        yield tokens[start : last + 1]


def known_names(tokens: Run) -> Iterator[tuple[int, int, Known]]:
    """The well-known names among neighbouring words: ``(first, after last, what it is)``, the longest at each place."""
    i = 0
    while i < len(tokens):
        found = next(
            ((j, k) for j in range(min(len(tokens), i + longest_name()), i, -1) if (k := _known(tokens[i:j]))), None
        )
        if found is not None:
            yield i, *found
        i = found[0] if found else i + 1


def _known(tokens: Run) -> Known | None:
    if tokens[-1].lower_ in _MARKS or not tokens[0].text[0].isupper():
        return None
    return known(text_of(tokens))


def text_of(tokens: Sequence[Token]) -> str:
    """The words as the document writes them, one blank between two."""
    return "".join(t.text + (" " if t.whitespace_ else "") for t in tokens).strip()


def _is_name_word(token: Token, sentence: Sentence, inside: frozenset[str]) -> bool:
    if not token.text[0].isupper() or token.like_num or token.lower_.rstrip(".") in words("titles", "calendar"):
        return False
    if token.is_stop and known(token.text) is None:
        return begins_person(token) and is_given_name(token.lower_)
    if _is_shouted(token, inside):
        return False
    if _opens(token, sentence):
        return token.text in inside or known(token.text) is not None or _opens_with_name(token)
    return token.pos_ in _NOMINAL or token.ent_type_ in NAMED


def begins_person(token: Token) -> bool:
    """Whether the parser has a person's name begin at a word."""
    return token.ent_type_ == "PERSON" and token.ent_iob_ == "B"


def _opens_with_name(token: Token) -> bool:
    """Whether the first word of a sentence, which has its capital anyway, is a name all the same."""
    following = after(token)
    if following is not None and following.pos_ == "NOUN":
        return token.ent_type_ in ("PERSON", "GPE", "NORP")
    return token.tag_ == "NNP" or (token.tag_ == "NNPS" and token.ent_type_ in ("PERSON", "GPE", "ORG"))


def _goes_along(token: Token, distance: int, sentence: Sentence) -> bool:
    """A capitalised small word right after a name belongs to it ("Homes First"); so does the end of "Min-jun"."""
    if distance == 2 and lower_before(token) in HYPHENS:
        return token.ent_type_ == "PERSON" and token.ent_iob_ == "I" and not token.doc[token.i - 2].whitespace_
    if distance > 1 or sentence.headline or _opens(token, sentence):
        return False
    return token.is_title and len(token) > 2 and token.tag_ not in ("PRP", "DT")


def _is_shouted(token: Token, inside: frozenset[str]) -> bool:
    """A common word in capitals for effect ("STUNNED fans…"), as tabloids open their stories."""
    if not token.text.isupper() or len(token) < _SHOUTED or known(token.text) is not None:
        return False
    return token.pos_ not in ("PROPN", "NOUN") or (token.text not in inside and token.is_sent_start is True)


def _opens(token: Token, sentence: Sentence) -> bool:
    """Whether a capital is due anyway: at the start of the sentence, of a quotation, or after a colon or dash."""
    previous = before(token)
    return token.i == sentence.tokens.start or previous is None or previous.text in _OPENING or previous.is_space


def _joins(tokens: Run, start: int, last: int, i: int) -> bool:
    """Whether the name word at ``i`` goes on with the name that runs from ``start`` to ``last``."""
    gap = tokens[last + 1 : i]
    if not gap or len(gap) > _LONGEST_LINK:
        return not gap
    link = [t.lower_ for t in gap]
    if len(link) == 1 and link[0] in HYPHENS:
        return _is_glued(tokens[last], gap[0])
    if link[0] in _MARKS:
        return len(link) == 1 and _owns(tokens, start, last, i)
    if link[0] in ("&", "and", "of", "for"):
        return link[1:] in ([], ["the"]) and _goes_on(tokens, start, last, i, link[0])
    return gap[-1].pos_ in _AFTER_PARTICLE and words("titles", "particles").issuperset(link)


def _is_glued(name: Token, hyphen: Token) -> bool:
    """Whether a hyphen joins two halves of a name, and not two names: "Min-jun", not "France-Spain"."""
    return not hyphen.whitespace_ and not name.whitespace_ and known(name.text) is None


def _goes_on(tokens: Run, start: int, last: int, i: int, link: str) -> bool:
    """Whether a link is part of the name: "Bank of England", "Culture and Sport Committee", not "Anna and Ben"."""
    if link == "&":
        return True
    if link in ("of", "for"):
        return tokens[last].lower_ in words("titles", "openers") or tokens[last].lower_ in office_words()
    opened = any(t.lower_ in ("of", "for") for t in tokens[start:last])
    if opened and tokens[i].ent_iob_ == "I":
        return True
    final = _final(tokens, i)
    return (
        start == last
        and final > i
        and tokens[final].lower_ in words("titles", "organisations")
        and known(tokens[last].text) is None
    )


def _final(tokens: Run, i: int) -> int:
    """The index of the last of the capitalised words that follow each other from ``i`` on."""
    while i + 1 < len(tokens) and tokens[i + 1].text[0].isupper() and tokens[i + 1].pos_ == "PROPN":
        i += 1
    return i


def _owns(tokens: Run, start: int, last: int, i: int) -> bool:
    """Whether a possessive is part of the name: "Dockers' Union", "St Anne's Hospital", not "Japan's Diet"."""
    if known(text_of(tokens[start : last + 1])) is not None:
        return False
    if tokens[_final(tokens, i)].lower_ not in words("titles", "organisations") | words("places", "sorts"):
        return False
    first = tokens[start].lower_.rstrip(".")
    return first in words("titles", "owners") or tokens[last].text.endswith("s") or tokens[i].ent_iob_ == "I"
