"""Phrases of a lexicon found among the words of a sentence, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from xcheck.nlp.lexicons.base import Phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

GAP = "…"
LONGEST_GAP = 4
LONGEST_PHRASE = 12  # words of a phrase of a list

Label = TypeVar("Label", bound=str)


class PhraseTable(Generic[Label]):
    """Labelled phrases, each with its rank and label, by their first word and their second ("" for none)."""

    def __init__(self, listed: Mapping[Label, Phrases]) -> None:
        self.firsts: dict[str, dict[str, list[tuple[int, tuple[str, ...], Label]]]] = {}
        for rank, (phrase, label) in enumerate((p, label) for label, phrases in listed.items() for p in phrases):
            words = tuple(phrase.lower().split())
            self.firsts.setdefault(words[0], {}).setdefault((*words, "")[1], []).append((rank, words, label))


def phrases_in(tokens: Sequence[Token], phrases: PhraseTable[Label]) -> Iterator[tuple[Label, tuple[Token, ...]]]:
    """Find phrases among tokens: yield ``(label, their tokens)`` for each, in order.

    A word of a phrase matches a token's lower-case form or lemma; ``…`` stands for up to ``LONGEST_GAP`` words. Of the
    phrases that begin at one token the longest is taken, and none begins inside another.
    """
    forms = [(t.lower_, t.lemma_.lower()) for t in tokens]
    after = 0
    for i in range(len(forms)):
        if i >= after and (ends := list(_from(i, forms, phrases))):
            after, _, label = max(ends)
            yield label, tuple(tokens[i:after])


def phrase_at(token: Token, phrases: PhraseTable[Label]) -> tuple[Token, ...]:
    """Return the longest phrase that begins with a token; empty where there is none."""
    if phrases.firsts.keys().isdisjoint((token.lower_, token.lemma_.lower())):
        return ()
    ahead = token.doc[token.i : token.i + LONGEST_PHRASE]
    end, *_ = max(_from(0, [(t.lower_, t.lemma_.lower()) for t in ahead], phrases), default=(0,))
    return tuple(ahead[:end])


def _from(i: int, forms: Sequence[tuple[str, str]], phrases: PhraseTable[Label]) -> Iterator[tuple[int, int, Label]]:
    """The phrases that begin at a token, each as the index after its last word, its rank (negative) and its label."""
    begun = [phrases.firsts[first] for first in dict.fromkeys(forms[i]) if first in phrases.firsts]
    following = {"", GAP, *(forms[i + 1] if begun and i + 1 < len(forms) else ())}
    for seconds in begun:
        for rank, words, label in (phrase for second in following & seconds.keys() for phrase in seconds[second]):
            end = _end(words, 1, forms, i + 1)
            if end is not None:
                yield end, -rank, label


def _end(words: tuple[str, ...], at: int, forms: Sequence[tuple[str, str]], i: int) -> int | None:
    """The index after the phrase's last word, where its words from ``at`` on match from ``i`` on."""
    while at < len(words):
        if words[at] == GAP:
            starts = range(i, min(i + LONGEST_GAP, len(forms)) + 1)
            return next((e for s in starts if (e := _end(words, at + 1, forms, s)) is not None), None)
        if i >= len(forms) or words[at] not in forms[i]:
            return None
        at, i = at + 1, i + 1
    return i
