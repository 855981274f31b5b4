"""An article as the review shows it: its text, cut into runs where claims begin and end, and a strip of its claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from xcheck.records.claim import Claim
from xcheck.reports.html_standing import STANDINGS, Standing
from xcheck.reports.passage import visible
from xcheck.resources import SENTENCES, memoised

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WRAPPED = range(50, 101)  # the lengths of a line that was wrapped at a margin; others are paragraphs
_ENDS = (".", "!", "?", "”", '"', ":")


class ShownText(NamedTuple):
    """A text made visible.

    ``at[i]`` is where its code point ``i`` stands in ``text``, in UTF-16 units as a browser counts; ``points[i]`` the
    same in code points. Both have one entry more, for the end.
    """

    text: str
    at: tuple[int, ...]
    points: tuple[int, ...]


class TextRun(NamedTuple):
    """A stretch of a paragraph. ``claim`` is the position of the claim that marks it, in the report; -1 for none."""

    text: str
    claim: int
    standing: Standing
    first: bool


class Block(NamedTuple):
    """What parts a paragraph from the one before, and the paragraph. ``title`` is set for the article's headline."""

    gap: str
    runs: tuple[TextRun, ...]
    title: bool


class Tick(NamedTuple):
    """A claim on the strip of its article: where it begins and how long it is, in per mille of the text."""

    start: float
    length: float
    standing: Standing


def shown(text: str) -> ShownText:
    """The text with what hides or steers spelled out, line breaks kept."""
    pieces = [_piece(c) for c in text]
    at = accumulate((len(p) + sum(c > "\uffff" for c in p) for p in pieces), initial=0)
    return ShownText("".join(pieces), tuple(at), tuple(accumulate(map(len, pieces), initial=0)))


def spelled(text: str) -> str:
    """The text with what hides or steers spelled out, line breaks and spaces kept."""
    return text if text.isprintable() else "".join(_piece(c) for c in text)


def blocks(
    text: ShownText, claims: Sequence[tuple[int, Claim]], standing: Mapping[str, Standing], title: str | None
) -> Iterator[Block]:
    """The paragraphs of a text, in order; gaps and runs together are ``text.text`` but for white space at its end.

    ``claims`` are the article's with their positions in the report. Where claims lie in one another, the innermost of
    which something was found marks the words, else the innermost.
    """
    cuts = _cuts(text, claims, standing)
    starts = [start for start, _, _ in cuts]
    begun: set[int] = set()
    end, headline = 0, visible(title or "")
    for first, last in _paragraphs(text.text, headline):
        inside = cuts[max(0, bisect_right(starts, first) - 1) :]
        runs = tuple(_runs(text.text, (first, last), inside, begun))
        is_title = bool(headline) and visible(text.text[first:last]) == headline
        yield Block(text.text[end:first], runs, is_title)
        end, headline = last, "" if is_title else headline


def _paragraphs(text: str, headline: str) -> list[tuple[int, int]]:
    """Where the paragraphs of a text begin and end: its lines, those that were wrapped at a margin joined."""
    found: list[tuple[int, int]] = []
    before = ""
    for line in _LINE.finditer(text):
        wrapped = len(before) in _WRAPPED and not before.rstrip().endswith(_ENDS) and visible(before) != headline
        if found and wrapped and line.start() == found[-1][1] + 1:
            found[-1] = (found[-1][0], line.end())
        else:
            found.append(line.span())
        before = line[0]
    return found


def ticks(length: int, claims: Sequence[Claim], standing: Mapping[str, Standing]) -> list[Tick]:
    """The claims of a text of ``length`` code points of which something is to be told, gravest last: drawn on top."""
    whole = max(1, length)
    told = [c for c in claims if standing[c.id] not in ("alone", "not-shown")]
    told.sort(key=lambda c: (-STANDINGS.index(standing[c.id]), c.start, c.end))
    return [Tick(_mille(c.start, whole), max(4.0, _mille(c.end - c.start, whole)), standing[c.id]) for c in told]


def _mille(part: int, whole: int) -> float:
    return round(1000 * part / whole, 1)


@memoised(SENTENCES)
def _piece(character: str) -> str:
    if character == "\n":
        return character
    return " " if character.isspace() else visible(character)


_Cut = tuple[int, int, tuple[int, Standing] | None]


def _cuts(text: ShownText, claims: Sequence[tuple[int, Claim]], standing: Mapping[str, Standing]) -> list[_Cut]:
    """The text cut at every beginning and end of a claim, each stretch with the claim that marks it."""
    last = len(text.points) - 1
    spans = sorted(
        (text.points[min(c.start, last)], text.points[min(c.end, last)], i, standing[c.id]) for i, c in claims
    )
    edges = sorted({0, len(text.text), *(s for s, _, _, _ in spans), *(e for _, e, _, _ in spans)})
    cuts: list[_Cut] = []
    open_spans: list[tuple[int, int, int, Standing]] = []
    upcoming = iter(spans)
    following = next(upcoming, None)
    for start, end in pairwise(edges):
        open_spans = [span for span in open_spans if span[1] > start]
        while following is not None and following[0] <= start:
            open_spans.append(following)
            following = next(upcoming, None)
        marking = min((s for s in open_spans if s[1] > start), key=_precedence, default=None)
        cuts.append((start, end, None if marking is None else (marking[2], marking[3])))
    return cuts


def _precedence(span: tuple[int, int, int, Standing]) -> tuple[int, int, int]:
    start, end, position, standing = span
    return {"alone": 3, "not-shown": 3, "compatible": 2, "not-compared": 1}.get(standing, 0), end - start, position


def _runs(text: str, paragraph: tuple[int, int], cuts: Sequence[_Cut], begun: set[int]) -> Iterator[TextRun]:
    """The runs of a paragraph; neighbours of one claim are joined. ``begun`` gathers the claims whose first run was."""
    start, last = paragraph
    for i, (_, cut_end, marking) in enumerate(cuts):
        if start >= last:
            return
        end = min(cut_end, last)
        if end < last and i + 1 < len(cuts) and cuts[i + 1][2] == marking:
            continue
        claim, standing = marking if marking and not text[start:end].isspace() else (-1, "alone")
        yield TextRun(text[start:end], claim, standing, claim not in begun)
        begun.add(claim)
        start = end
