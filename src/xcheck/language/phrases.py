"""Phrases of a lexicon found among the words of a sentence, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from xcheck.language.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

GAP = "…"
LONGEST_GAP = 4


def phrases_in(tokens: Sequence[Token], name: str, key: str) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The phrases under ``key`` of a lexicon (lists by label) that stand in the tokens: ``(label, their tokens)``.

    A word of a phrase matches a token's lower-case form or lemma; ``…`` stands for up to ``LONGEST_GAP`` words. Of the
    phrases that begin at one token the longest is taken, and none begins inside another.
    """
    table = _by_first_word(name, key)
    forms = [(t.lower_, t.lemma_.lower()) for t in tokens]
    after = 0
    for i, (form, lemma) in enumerate(forms):
        if i < after:
            continue
        best: tuple[int, str] | None = None
        for words, label in (*table.get(form, ()), *(table.get(lemma, ()) if lemma != form else ())):
            end = _end(words, 1, forms, i + 1)
            if end is not None and (best is None or end > best[0]):
                best = (end, label)
        if best is not None:
            after = best[0]
            yield best[1], tuple(tokens[i:after])


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
def _by_first_word(name: str, key: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for label, listed in lexicon(name)[key].items():
        for phrase in listed:
            words = tuple(phrase.lower().split())
            table[words[0]] = (*table.get(words[0], ()), (words, label))
    return table
