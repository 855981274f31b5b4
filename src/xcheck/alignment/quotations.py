"""Quoted words brought to one writing: what is left is the speaker's; and where a sentence prints them, and how."""

from __future__ import annotations

import re
from types import MappingProxyType

from xcheck.claims.quotes import bare, plain
from xcheck.nlp.lexicons.attribution import Quoted
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.syntax.numbers import cardinals
from xcheck.records.claim import Claim
from xcheck.resources import SENTENCES, loaded, memoised

_SHORT_FOR = MappingProxyType({"'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "n't": "not"})
_SHORT = re.compile(r"(?<=[a-z])('ve|'re|'ll|'m|n't)\b")
_IS = re.compile(r"\b(he|she|it|that|there|here|what|who|where|how)'s\b")
_WOULD = re.compile(r"\b(i|you|he|she|it|we|they|who|that|there) (?:would|had)\b")  # both are short for 'd
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
# What the writer left out or put in: dots, brackets, and a word that is masked with asterisks.
_GAP = re.compile(r"\.{3,}|(?:\. ){2,}\.|\[[^\[\]]*\]|\([^()]*\)|(?<![\w*])\w*\*[\w*]*")
_MARKS = re.compile(r"[^\w\s'%$£€.,]|(?<!\d)[.,]|[.,](?!\d)|(?<!\w)'|'(?!\w)")
_TEN = 10
_SAID_BETWEEN = re.compile(r"[,.]?[\"'] ?[^\"]*[\"']")
_BESIDE = " ,;:-\"'."  # marks between quoted words and the word beside them


@memoised(SENTENCES)
def even(said: str) -> str:
    """Words without marks, capitals and what was put in or left out; figures for numbers, "and" for "&"."""
    return " ".join(pieces(said))


@memoised(SENTENCES)
def pieces(said: str) -> tuple[str, ...]:
    """The stretches of a quotation between what the writer has left out or put in."""
    text = said.casefold().replace("can't", "can not").replace("won't", "will not").replace("&", " and ")
    text = _slurs().sub(lambda found: lexicon(Quoted).slurred[found[0]], text)
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    text = _IS.sub(r"\1 is", _WOULD.sub(r"\1'd", text))
    text = _SHORT.sub(lambda found: f" {_SHORT_FOR[found[1]]}", text)
    evened = (_figures(_MARKS.sub(" ", piece)) for piece in _GAP.split(text))
    return tuple(piece for piece in evened if piece)


def _figures(text: str) -> str:
    """The words with figures for numbers up to ninety-nine."""
    found: list[str] = []
    tens = False
    for word in text.split():
        value = cardinals().get(word)
        if tens and value is not None and 0 < value < _TEN:
            found[-1] = str(int(found[-1]) + value)
        else:
            found.append(word if value is None else str(value))
        tens = value is not None and value > _TEN and value % _TEN == 0
    return " ".join(found)


def prints(claim: Claim, said: str) -> bool:
    """Whether a claim's sentence has some quoted words, in marks or without."""
    return f" {even(said)} " in f" {even(claim.sentence.text)} "


def limit(claim: Claim, quoted: str) -> str | None:
    """Return the word beside some quoted words in a claim's sentence that takes them back or limits them: "unless".

    None where the sentence has no such word, or does not have the words.
    """
    said = bare(quoted).rstrip(_BESIDE).casefold()
    before, found, after = plain(claim.sentence.text).casefold().partition(said)
    if not found:
        return None
    rest = after if after[:1] not in ",.\"'" else _SAID_BETWEEN.sub("", after, count=1)
    cut = next((m[0] for text in (after, rest) if (m := _limits().match(text.lstrip(_BESIDE)))), None)
    last = before.rstrip(_BESIDE).rpartition(" ")[2].lstrip(_BESIDE)
    return cut or (last if last in lexicon(Quoted).before else None)


def has_words(claim: Claim, phrase: str) -> bool:
    """Whether a claim's sentence has a phrase in lower case."""
    return re.search(rf"\b{re.escape(phrase)}\b", plain(claim.sentence.text).casefold()) is not None


@loaded
def _limits() -> re.Pattern[str]:
    limits = sorted(lexicon(Quoted).after, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, limits))})\b")


@loaded
def _slurs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon(Quoted).slurred)})\b")
