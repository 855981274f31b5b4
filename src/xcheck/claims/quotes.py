"""Words in quotation marks, as quotes of a claim: their bare words, and whether somebody may be speaking."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.syntax import quotations
from xcheck.records.base import Span
from xcheck.records.claim import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOES_ON = re.compile(r"[,.]?([\"']) [^\"]{1,80}? \1(?=[a-z])(.+?),?\1(?!\w)")
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‛": "'",
        "ʼ": "'",
        "＇": "'",
        "‹": "'",
        "›": "'",
        "…": "...",
        "–": "-",
        "—": "-",
        "\u00a0": " ",
    }
)


def find(analysis: Analysis) -> tuple[Quote, ...]:
    """Every outermost quotation of the document, marks included, in order.

    One that runs over several paragraphs, each opened by a mark and only the last one closed, is a quote a paragraph.
    ``scare`` marks a few quoted words in a sentence where nobody speaks. ``speaker`` is left open: see
    ``attribution.speakers``.
    """
    text, speech = analysis.document.text, _speech_sentences(analysis.sentences)
    return tuple(_quote(text, start, end, speech) for start, end in quotations.in_document(analysis.document))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Text with one glyph for each kind of mark, dash and ellipsis, and single blanks: what two quotations share."""
    return " ".join(text.translate(_PLAIN).replace("``", '"').replace("''", '"').split())


def bare(text: str) -> str:
    """The words of a quotation: plain, without the marks around them and a comma at their end."""
    words = plain(text)
    opened = words[:1] if words[:1] in ("'", '"') else ""
    words = words.removeprefix(opened)
    return words.removesuffix("'" if opened == "'" else '"').strip(" ").rstrip(", ")


def resumed(words: str, sentence: str) -> str:
    """Return what a sentence goes on to quote after some quoted words and "she said"; empty where it doesn't."""
    _, found, after = plain(sentence).partition(words) if words else ("", "", "")
    more = _GOES_ON.match(after) if found else None
    return more[2] if more else ""


def _quote(text: str, start: int, end: int, speech: Sequence[tuple[int, int]]) -> Quote:
    span = Span.of(text, start, end)
    inner = bare(span.text)
    return Quote(start=span.start, end=span.end, text=span.text, words=inner, scare=_is_scare(span, inner, speech))


def _is_scare(span: Span, inner: str, speech: Sequence[tuple[int, int]]) -> bool:
    limit: int = lexicon("reporting")["scare_words_at_most"]
    if len(inner.split()) > limit or (inner and inner[-1] in ".!?"):
        return False
    near = bisect_right(speech, span.start, key=lambda s: s[0]) - 1
    return near < 0 or span.start >= speech[near][1]


def _speech_sentences(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Where the sentences lie, in order, in which somebody may be speaking."""
    verbs = words("reporting", "clause") | words("reporting", "naming")
    return [(s.start, s.end) for s in sentences if ":" in s.tokens.text or any(_tells(t, verbs) for t in s.tokens)]


def _tells(token: Token, verbs: frozenset[str]) -> bool:
    return token.pos_ == "VERB" and token.dep_ != "amod" and token.lemma_.lower() in verbs
