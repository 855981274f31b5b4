"""What the lines of an article are: title, byline, dateline, furniture or body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xcheck.ingest import dates, directives, furniture, heads
from xcheck.ingest.blocks import blocks
from xcheck.ingest.reading import Reading, region
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.pages import Furniture
from xcheck.records.base import whole
from xcheck.records.document import Document, Region, RegionKind

_END = re.compile(r"[.!?…:;,][”’\"')\]]*$|[”\"]$")
_FULL_STOP = re.compile(r"(?<![A-Z]\.[A-Z])\.[”’\"')\]]*$")


@dataclass(frozen=True)
class _Line:
    """A paragraph with the kind it has so far; ``settled`` where the file's format says so."""

    start: int
    end: int
    text: str
    kind: RegionKind = "body"
    settled: bool = False

    def has(self, kind: RegionKind) -> _Line:
        return self if self.settled else replace(self, kind=kind)


def recognise(document: Document) -> Document:
    """The document with its regions, title, byline, outlet and publication date, as far as the text shows them.

    A document whose regions are there already comes back as it is; so does every fact that it already has.
    """
    if document.regions:
        return document
    reading = Reading(
        document.text,
        title=document.title,
        byline=document.byline,
        outlet=document.outlet,
        published=document.published,
    )
    return lay_out(reading, name=document.id, published=None).model_copy(
        update={"path": document.path, "sources": document.sources}
    )


def lay_out(reading: Reading, *, name: str, published: date | None) -> Document:
    """The document of a reading, with a region for each paragraph that is not blank.

    Facts of the reading stand before those of the text; ``published`` serves where neither has a date or its year.
    """
    found = _lines(reading)
    found = _classified(found)
    regions, lead = _regions(reading.text, found)
    document = Document(
        id=name, path=name, text=reading.text, regions=regions, markup=_markup(reading), sources=reading.sources
    )
    facts = {
        "title": reading.title or _title(document),
        "byline": reading.byline or next((r.text for r in regions if r.kind == "byline"), None),
        "outlet": reading.outlet or lead.outlet or _outlet(found),
        "published": reading.published or _published(found, lead, published),
    }
    return document.model_copy(update={k: whole(v) if isinstance(v, str) else v for k, v in facts.items()})


def _title(document: Document) -> str | None:
    """The first title of a text, on one line and without markup."""
    found = (document.plain[r.start : r.end] for r in document.regions if r.kind == "title")
    return next((" ".join(text.split()) for text in found), None)


def _markup(reading: Reading) -> tuple[tuple[int, int], ...]:
    """What a person does not see: the format's signs, and what an author tells xcheck."""
    return tuple(sorted({*reading.markup, *directives.stretches(reading.text)}))


def _lines(reading: Reading) -> list[_Line]:
    settled = {(r.start, r.end) for r in reading.regions}
    free = blocks(reading.text) if reading.blocks is None else reading.blocks
    lines = [_Line(r.start, r.end, r.text, r.kind, settled=True) for r in reading.regions]
    lines.extend(
        _Line(start, end, reading.text[start:end]) for start, end in free if (start, end) not in settled and end > start
    )
    return sorted(lines, key=lambda line: line.start)


def _classified(lines: list[_Line]) -> list[_Line]:
    """Each line with its kind: first furniture wherever it stands, then the head, then what is short in the body."""
    marked = [line.has("furniture") if not line.settled and _is_furniture(line.text) else line for line in lines]
    end = _head_end(marked)
    return [*_head(marked[:end], more=end < len(marked)), *_body(marked[end:])]


def _is_furniture(text: str) -> bool:
    return directives.alone(text) or furniture.is_furniture(text)


def _head_end(lines: list[_Line]) -> int:
    """The number of lines before the first paragraph of prose."""
    limits = lexicon(Furniture).limits
    seen = 0
    for i, line in enumerate(lines):
        if line.kind == "furniture" or (line.settled and line.kind != "body"):
            continue
        titled = seen == 0 and _in_title_case(line.text)
        if (_is_prose(line.text) and not titled) or seen == limits.head_lines:
            return i
        seen += 1
    return len(lines)


def _is_prose(text: str) -> bool:
    if len(text.split()) > lexicon(Furniture).limits.subtitle:
        return True
    return bool(_FULL_STOP.search(text)) and not heads.byline(text) and not heads.heading_line(text)


def _in_title_case(text: str) -> bool:
    """Whether the longer words all begin with a capital, as in an American headline."""
    longer = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return len(longer) > 3 and all(w[0].isupper() for w in longer)


def _head(lines: list[_Line], *, more: bool) -> list[_Line]:
    """The lines before the prose: one title, and around it bylines, outlets, days, kickers and standfirsts."""
    titled = any(line.kind == "title" for line in lines)
    result: list[_Line] = []
    free = [line for line in lines if not line.settled and line.kind == "body"]
    for line in lines:
        if line not in free:
            result.append(line)
        elif not titled and _is_title(line, free, more=more):
            titled = True
            result.append(line.has("title"))
        else:
            result.append(line.has(_beside_title(line.text, titled=titled, more=more)))
    return result


def _is_title(line: _Line, free: list[_Line], *, more: bool) -> bool:
    rest = free[free.index(line) + 1 :]
    if not (rest or more) or heads.heading_line(line.text) or (heads.byline(line.text) and rest):
        return False
    return len(line.text.split()) <= lexicon(Furniture).limits.title and not _is_kicker(line, rest)


def _is_kicker(line: _Line, rest: list[_Line]) -> bool:
    """A few capitals over a headline that is not all capitals."""
    short = len(line.text.split()) <= lexicon(Furniture).limits.kicker
    following = next((other.text for other in rest), None)
    return bool(
        short
        and line.text.isupper()
        and following
        and not following.isupper()
        and len(following.split()) > 3
        and not heads.byline(following)
    )


def _beside_title(text: str, *, titled: bool, more: bool) -> RegionKind:
    if heads.byline(text):
        return "byline"
    if heads.heading_line(text):
        return "furniture"
    if titled and heads.bare_name(text) and more:
        return "byline"
    if not titled:
        return "furniture" if more else "body"
    return "subtitle" if more and not _END.search(text) else "body"


def _body(lines: list[_Line]) -> list[_Line]:
    """Crossheads inside the prose are subtitles; a byline or a few loose words behind it are furniture."""
    lines = _without_teasers(lines)
    last = max((i for i, line in enumerate(lines) if line.kind == "body" and _END.search(line.text)), default=-1)
    if last < 0:
        return lines
    return [_beside_prose(line, before_last=i < last) if _is_loose(line) else line for i, line in enumerate(lines)]


def _is_loose(line: _Line) -> bool:
    """Whether a line lies in the prose and ends no sentence."""
    return not line.settled and line.kind == "body" and not _END.search(line.text)


def _beside_prose(line: _Line, *, before_last: bool) -> _Line:
    """A loose line as what it is, by its words and by whether it is before the last sentence."""
    limits = lexicon(Furniture).limits
    length = len(line.text.split())
    if heads.byline(line.text):
        return line.has("byline")
    if not before_last:
        return line.has("furniture") if length <= limits.tail else line
    return line.has("subtitle") if length <= limits.crosshead and not line.text[0].islower() else line


def _without_teasers(lines: list[_Line]) -> list[_Line]:
    """The headlines of other articles below a label ("Related stories") are furniture, up to the next sentence."""
    limit = lexicon(Furniture).limits.teaser
    result, teasing = [], False
    for line in lines:
        if line.kind == "furniture":
            teasing = teasing or furniture.opens_teasers(line.text)
        else:
            teasing = teasing and not _END.search(line.text) and len(line.text.split()) <= limit and not line.settled
        result.append(line.has("furniture") if teasing else line)
    return result


def _regions(text: str, lines: list[_Line]) -> tuple[tuple[Region, ...], heads.Dateline]:
    """The regions, with the datelines cut from their paragraphs; and the first dateline, an empty one for none."""
    regions: list[Region] = []
    lead = None
    first = True
    for line in lines:
        found = heads.dateline(line.text, first=first) if line.kind == "body" and not line.settled else None
        if found:
            lead = lead or found
            regions.append(region(text, line.start, line.start + found.length, "dateline"))
            regions.append(region(text, line.start + found.length, line.end, "body"))
        else:
            regions.append(region(text, line.start, line.end, line.kind))
        first = first and line.kind != "body"
    return tuple(r for r in regions if r.end > r.start), lead or heads.Dateline(0, "", None)


def _outlet(lines: list[_Line]) -> str | None:
    return next(
        (name for line in _around(lines) if line.kind == "furniture" and (name := heads.outlet(line.text))), None
    )


def _around(lines: list[_Line]) -> Iterator[_Line]:
    """The lines that are not prose and that may tell of day and outlet: those of the head and of the very end."""
    body = [i for i, line in enumerate(lines) if line.kind == "body"]
    for i, line in enumerate(lines):
        if line.kind in ("byline", "furniture") and (not body or i < body[0] or i > body[-1]):
            yield line


def _published(lines: list[_Line], lead: heads.Dateline, given: date | None) -> date | None:
    """The day that the dateline or the lines around the prose state; a copyright line or ``given`` gives the year."""
    stated = _stated([lead.date, *(line.text for line in _around(lines) if len(line.text) < furniture.LONGEST)])
    if not stated:
        return given
    for year, month, day in stated:
        if year is not None:
            return date(year, month, day)
    _, month, day = stated[0]
    near = _end_of_noticed_year(lines) or given
    return dates.placed(month, day, near) if near else None


def _stated(told: Sequence[str]) -> list[tuple[int | None, int, int]]:
    """The days that some lines state (a year, where they have one, a month, a day): those of issue come first."""
    first = [dates.of_issue(words) for words in told]
    return [parts for words in (*first, *told) if (parts := dates.stated(words))]


def _end_of_noticed_year(lines: list[_Line]) -> date | None:
    """The last day of the latest year that a copyright line names."""
    years = [year for line in lines if line.kind == "furniture" and (year := furniture.year_of_notice(line.text))]
    return date(max(years), 12, 31) if years else None
