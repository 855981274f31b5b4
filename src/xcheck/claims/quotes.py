"""Words in quotation marks: curly, straight, doubled single, low and angle marks; apostrophes told apart from them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Quote
from xcheck.records.document import Region
from xcheck.resources import SENTENCES, memoised

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARK = re.compile(r"''|``|’’|‘‘|[\"“”„‟«»'‘’‹›]")
_DOUBLE = frozenset({"''", "``", "’’", "‘‘", '"', "“", "”", "„", "‟", "«", "»"})
_OPENS = frozenset({"“", "„", "‟", "«", "``", "‘‘", "‹"})
_CLOSES = frozenset({"”", "»", "’’", "›"})
_BEFORE_OPENING = frozenset(" \t\u00a0\u2009([{-–—/:;,…\"“”„«'‘")
_GOES_ON = re.compile(r"[,.]?([\"']) [^\"]{1,80}? \1(?=[a-z])(.+?),?\1(?!\w)")
_FARTHEST = 200  # marks between the two of one quotation; beyond that a mark never closed would cost quadratic time
_STOPS = frozenset(",.!?…;:-–—")
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


@dataclass(frozen=True)
class _Mark:
    """A quotation mark: where it stands, whether it is double, and what it may do there."""

    start: int
    end: int
    double: bool
    curved: bool
    opens: bool
    closes: bool


def find(analysis: Analysis) -> tuple[Quote, ...]:
    """Every outermost quotation of the document, marks included, in order.

    One that runs over several paragraphs, each opened by a mark and only the last one closed, is a quote a paragraph.
    ``scare`` marks a few quoted words in a sentence where nobody speaks. ``speaker`` is left open: see
    ``attribution.speakers``.
    """
    document = analysis.document
    told = [r for r in document.regions if r.kind in ("title", "subtitle", "body")]
    regions = [r.model_copy(update={"text": document.plain[r.start : r.end]}) for r in told]
    spans = [span for i, region in enumerate(regions) for span in _in_region(region, regions[i + 1 : i + 2])]
    speech = _speech_sentences(analysis.sentences)
    return tuple(_quote(document.text, start, end, speech) for start, end in spans)


@memoised(SENTENCES)
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
    limit: int = lexicon(Reporting).scare_words_at_most
    if len(inner.split()) > limit or (inner and inner[-1] in ".!?"):
        return False
    near = bisect_right(speech, span.start, key=lambda s: s[0]) - 1
    return near < 0 or span.start >= speech[near][1]


def _speech_sentences(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Where the sentences lie, in order, in which somebody may be speaking."""
    verbs = lexicon(Reporting).clause | lexicon(Reporting).naming
    return [(s.start, s.end) for s in sentences if ":" in s.tokens.text or any(_tells(t, verbs) for t in s.tokens)]


def _tells(token: Token, verbs: frozenset[str]) -> bool:
    return token.pos_ == "VERB" and token.dep_ != "amod" and token.lemma_.lower() in verbs


def _in_region(region: Region, following: Sequence[Region]) -> Iterator[tuple[int, int]]:
    """The outermost quotations of a paragraph as offsets into the document."""
    marks = _marks(region.text)
    i = 0
    while i < len(marks):
        mark = marks[i]
        if not mark.opens:
            i += 1
            continue
        close = _closing(region.text, marks, i)
        if close is not None:
            yield region.start + mark.start, region.start + marks[close].end
            i = close + 1
        elif mark.double and _runs_on(region, mark, following):
            yield region.start + mark.start, region.end
            return
        else:
            i += 1


def _runs_on(region: Region, mark: _Mark, following: Sequence[Region]) -> bool:
    """Whether an unclosed quotation goes on in the next paragraph, which then opens with a mark of its own."""
    return (
        bool(following)
        and following[0].kind == region.kind
        and following[0].text[:2].startswith(region.text[mark.start : mark.end])
    )


def _marks(text: str) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(text):
        glyph, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        opens = before in _BEFORE_OPENING and not after.isspace() and glyph not in _CLOSES
        closes = not before.isspace() and glyph not in _OPENS and (glyph in _DOUBLE or not after.isalnum())
        if glyph in ("'", "’") and opens and _is_elision(text, end):
            opens = False
        if glyph == '"' and before.isdecimal() and not opens and after.isdecimal():
            continue
        if opens or closes:
            curved = glyph in _OPENS or glyph in _CLOSES
            found.append(_Mark(start, end, glyph in _DOUBLE, curved, opens or glyph in _OPENS, closes))
    return found


def _is_elision(text: str, end: int) -> bool:
    """An apostrophe that stands for left-out letters at the head of a word: '90s, 'em, 'tis."""
    word = re.match(r"\w+", text[end : end + 8])
    return word is not None and (word.group()[0].isdecimal() or word.group().lower() in lexicon(Reporting).elisions)


def _closing(text: str, marks: Sequence[_Mark], opening: int) -> int | None:
    """The mark that closes the quotation opened at ``opening``: the next of its kind, past those nested in it."""
    if not marks[opening].double:
        return _closing_single(text, marks, opening)
    straight = not marks[opening].curved
    depth = 0
    for i in range(opening + 1, min(opening + _FARTHEST, len(marks))):
        mark = marks[i]
        if not mark.double:
            continue
        if mark.curved and mark.opens:
            depth += 1
        elif mark.curved and depth:
            depth -= 1
        elif mark.curved or (mark.closes and (straight or not depth)):
            return i
    return None


def _closing_single(text: str, marks: Sequence[_Mark], opening: int) -> int | None:
    """A single mark closes after a stop or a word not in s; else at the last one that may ("the miners' fund")."""
    last = None
    for i in range(opening + 1, min(opening + _FARTHEST, len(marks))):
        mark = marks[i]
        if mark.double:
            continue
        if mark.opens and not mark.closes:
            break
        if mark.closes:
            last = i
            if text[mark.start - 1] in _STOPS or text[mark.start - 1].lower() != "s":
                break
    return last
