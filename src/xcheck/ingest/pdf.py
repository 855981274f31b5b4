"""PDF: lines put back in reading order, columns one after the other, words joined, running heads taken off."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from xcheck.errors import InputError
from xcheck.ingest.reading import Reading, joined

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_PAGES = 200
LARGEST_DRAWN = 10_000_000  # characters, blanks among them
_LONGEST_LINE = 2_000  # in which compounds are looked for
_LONGEST_WORD = 100
_EDGE = 2
_LEAST_ROWS = 4
_GAP = re.compile(r"\s{3,}")
_BREAK = "\f"  # the end of a column or page, where a sentence may go on
_NUMBER = re.compile(r"\d+")
_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010\u00ad]$")
_BULLET = re.compile(r"[•▪‣●]\s*")
_ENDED = (".", "!", "?", "”", '"')  # how the line before a paragraph's first ends
_INDENT = 2
_SHORT = 0.85  # of the usual width


def read_pdf(data: bytes) -> Reading:
    """The reading of a ``.pdf`` file with text in it, one line a paragraph.

    Raises InputError where it is broken, locked, scanned, or has more than ``MOST_PAGES`` pages.
    """
    pages = without_running_heads(drawn(data))
    lines = [line for page in pages for line in [*_trimmed(in_reading_order(page)), _BREAK]]
    if not any(line.strip() for line in lines):
        raise InputError("there is no text in this PDF (scanned pages?): run text recognition on it first")
    return joined([(None, words) for words in paragraphs(lines)])


def drawn(data: bytes) -> list[list[str]]:
    """The lines of each page as they are drawn, blanks and all. Raises as above."""
    from pypdf import PdfReader  # noqa: PLC0415 - only PDF needs it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells standard error about each flaw that it mends
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
        texts = list(_texts(reader.pages[: min(count, MOST_PAGES)]))
    except (InputError, MemoryError):
        raise
    except Exception as error:  # the library raises many kinds of error on a broken file
        raise InputError("this PDF is broken or locked: save its text as .txt") from error
    if locked:
        raise InputError("this PDF is locked by a password: save it without one")
    if count > MOST_PAGES:
        raise InputError(f"the PDF has {count} pages, more than the {MOST_PAGES} allowed: split it")
    return [text.split("\n") for text in texts]


def _texts(pages: Sequence[PageObject]) -> Iterator[str]:
    left = LARGEST_DRAWN
    for page in pages:
        text = page.extract_text(extraction_mode="layout")
        left -= len(text)
        if left < 0:
            raise InputError(f"its lines are drawn over more than {LARGEST_DRAWN:,} places: save its text as .txt")
        yield text


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without page numbers, and without the outermost lines that come back on most pages."""
    counted = Counter(key for page in pages for key in {_key(page[i]) for i in _edges(page)})
    often = max(2, (len(pages) + 1) // 2)
    running = {key for key, times in counted.items() if times >= often}
    return [_without_edges(page, running) for page in pages]


def _without_edges(page: Sequence[str], running: Container[str]) -> list[str]:
    """A page without those of its outermost lines that are running heads or have no letter."""
    gone = {i for i in _edges(page) if _key(page[i]) in running or not any(c.isalpha() for c in page[i])}
    return [line for i, line in enumerate(page) if i not in gone]


def _edges(page: Sequence[str]) -> list[int]:
    full = [i for i, line in enumerate(page) if line.strip()]
    return sorted({*full[:_EDGE], *full[-_EDGE:]}) if len(full) > 2 * _EDGE else []


def _key(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()))


def in_reading_order(page: Sequence[str]) -> list[str]:
    """A page's lines, drawn as on paper: where an empty gutter divides them, the left column before the right one."""
    gutter = _gutter(page)
    if gutter is None:
        return list(page)
    result: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for line in [*page, None]:
        if line is None or line[gutter - 1 : gutter + 1].strip():  # a line across both columns
            if any(part.strip() for part in right):
                result.extend(["", *in_reading_order(_trimmed(left)), _BREAK, *in_reading_order(_trimmed(right)), ""])
            else:
                result.extend(left)
            left, right = [], []
            result.extend([] if line is None else [line])
        else:
            left.append(line[:gutter].rstrip())
            right.append(line[gutter:])
    return result


def _trimmed(lines: Sequence[str]) -> Sequence[str]:
    """The lines without the blank ones at both ends."""
    full = [i for i, line in enumerate(lines) if line.strip()]
    return lines[full[0] : full[-1] + 1] if full else []


def _gutter(page: Sequence[str]) -> int | None:
    """The place of the gap that most lines have, with text on both its sides; the last one of several.

    Each line is looked at once: where its text lies, and where the gaps in it do.
    """
    width = max((len(line) for line in page), default=0)
    rows, parted = [0] * (width + 2), [0] * (width + 2)  # how many more begin at a place than have ended before it
    for line in page:
        start, end = len(line) - len(line.lstrip()), len(line.rstrip())
        if start < end:
            _add(rows, start + 1, end)
            for gap in _GAP.finditer(line, start, end):
                _add(parted, gap.start() + 1, gap.end())
    counted = list(zip(accumulate(rows), accumulate(parted), strict=True))[: width * 5 // 6 + 1]
    best = [
        (gaps, place)
        for place, (lines, gaps) in enumerate(counted)
        if place >= width // 6 and gaps >= _LEAST_ROWS and gaps >= 0.6 * lines
    ]
    return max(best)[1] if best else None


def _add(counts: list[int], start: int, end: int) -> None:
    counts[start] += 1
    counts[end] -= 1


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Lines joined to paragraphs: one begins after a gap, at an indent, or after a short line with a full stop."""
    usual, compounds = _usual_width(lines), _compounds(lines)
    found: list[list[str]] = []
    open_ = False
    previous = ""
    for line in lines:
        text = line.strip()
        if not text:
            open_ = open_ and _BREAK in line and _goes_on(previous)
        elif open_ and not _opens(line, previous, usual):
            _glue(found[-1], text, compounds)
        else:
            found.append([text])
        if text:
            open_, previous = True, text
    return [_BULLET.sub("", "".join(parts), count=1) for parts in found]


def _usual_width(lines: Sequence[str]) -> int:
    """The width that a quarter of the lines with text exceed."""
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    return widths[len(widths) * 3 // 4] if widths else 0


def _compounds(lines: Sequence[str]) -> Counter[str]:
    """How often each word with a hyphen is in the lines."""
    looked = (line.lower() for line in lines if "-" in line and len(line) <= _LONGEST_LINE)
    return Counter(word for line in looked for word in re.findall(r"[^\W_]+(?:-[^\W_]+)+", line))


def _opens(line: str, previous: str, usual: int) -> bool:
    """Whether a line begins a paragraph: with a bullet, at an indent, or after a short line, where a sentence ended."""
    if _BULLET.match(line.strip()):
        return True
    if previous.endswith(_ENDED) and len(line) - len(line.lstrip()) >= _INDENT:
        return True
    return previous.endswith((*_ENDED, ":")) and len(previous) < _SHORT * usual


def _goes_on(line: str) -> bool:
    """Whether a sentence is broken off at a page's or column's end."""
    return len(line.split()) > 3 and line[-1] not in '.!?”"’:' and (line[-1].islower() or line[-1] in ",;-")


def _glue(parts: list[str], after: str, compounds: Counter[str]) -> None:
    """Puts a line behind the parts of its paragraph, and together what a hyphen parts at the line's end."""
    broken = _HYPHEN.search("".join(parts[-4:])[-_LONGEST_WORD:])
    if not broken or not after[:1].islower():
        parts.extend((" ", after))
        return
    second = re.match(r"[^\W_]+", after)
    whole = f"{broken[1]}-{second.group() if second else ''}".lower()
    if not compounds[whole]:
        parts[-1] = parts[-1][:-1]
    parts.append(after)
