"""Phrases of a lexicon found among the words of a sentence, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from xcheck.nlp.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

GAP = "…"
LONGEST_GAP = 4
LONGEST_PHRASE = 12  # words of a phrase of a list
_Table = dict[str, dict[str, list[tuple[int, tuple[str, ...], str]]]]


def phrases_in(tokens: Sequence[Token], name: str, key: str) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The phrases under ``key`` of a lexicon (lists by label) that stand in the tokens: ``(label, their tokens)``.

    A word of a phrase matches a token's lower-case form or lemma; ``…`` stands for up to ``LONGEST_GAP`` words. Of the
    phrases that begin at one token the longest is taken, and none begins inside another.
    """
    table = _by_first_words(name, key)
    forms = [(t.lower_, t.lemma_.lower()) for t in tokens]
    after = 0
    for i in range(len(forms)):
        ends = list(_from(i, forms, table)) if i >= after else []
        if ends:
            after, _, label = max(ends)
            yield label, tuple(tokens[i:after])


def phrase_at(token: Token, name: str, key: str) -> tuple[Token, ...]:
    """The longest phrase under ``key`` of a lexicon (a list) that begins with a token; empty where there is none."""
    table = _by_first_words(name, key)
    if table.keys().isdisjoint((token.lower_, token.lemma_.lower())):
        return ()
    ahead = token.doc[token.i : token.i + LONGEST_PHRASE]
    end, *_ = max(_from(0, [(t.lower_, t.lemma_.lower()) for t in ahead], table), default=(0,))
    return tuple(ahead[:end])


def _from(i: int, forms: Sequence[tuple[str, str]], table: _Table) -> Iterator[tuple[int, int, str]]:
    """The phrases that begin at a token, each as the index after its last word, its rank (negative) and its label."""
    following = {"", GAP, *(forms[i + 1] if i + 1 < len(forms) else ())}
    for seconds in (table[first] for first in dict.fromkeys(forms[i]) if first in table):
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


@cache
def _by_first_words(name: str, key: str) -> _Table:
    """The phrases, each with its rank and label, by their first word and their second ("" for none)."""
    table: _Table = {}
    found = lexicon(name)[key]
    by_label = found if isinstance(found, dict) else {"": found}
    listed = ((phrase, label) for label, phrases in by_label.items() for phrase in phrases)
    for rank, (phrase, label) in enumerate(listed):
        words = tuple(phrase.lower().split())
        table.setdefault(words[0], {}).setdefault((*words, "")[1], []).append((rank, words, label))
    return table
