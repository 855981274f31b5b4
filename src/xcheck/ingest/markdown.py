"""Markdown: the file's text as it stands; what is markup in it is marked, so that offsets count in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcheck.ingest.decode import decode
from xcheck.ingest.metadata import facts, front_matter
from xcheck.ingest.reading import Reading, lines, region
from xcheck.records.document import Region

if TYPE_CHECKING:
    from markdown_it.token import Token

_PROSE = ("heading_open", "paragraph_open")
_OTHER = ("fence", "code_block", "html_block", "hr", "table_open")
_NEWLINE = re.compile(r"\r\n?|\n")
_MARKER = re.compile(r"[ \t]*(?:(?:>|(?:#{1,6}|[-*+]|\d{1,9}[.)]|\[[ xX]\])(?=[ \t]))[ \t]*)*")
_CLOSING = re.compile(r"[ \t]#+[ \t]*$")
_DEFINITION = re.compile(r"\[\^?[^\]\n]{1,200}\]:")
_INLINE = re.compile(
    r"!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)"  # an image, with its words
    r"|\[\^[^\]\n]{1,200}\]"  # a reference to a footnote
    r"|\]\([^)\n]{0,500}\)|\]\[[^\]\n]{0,200}\]|\[(?=[^\]\n]{1,500}\][(\[])"  # a link, around its words
    r"|<!--.{0,500}?-->|</?[A-Za-z][^<>\n]{0,500}>"  # comments, tags, bare addresses
    r"|`+|~~|\*+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"  # code and emphasis
    r"|\\(?:[!-/:-@\[-`{-~]|$)"  # a backslash that keeps a sign from being markup, or breaks a line
    r"|^[ \t]*(?:>[ \t]?)+",  # a quotation that goes on
    re.DOTALL | re.MULTILINE,
)


def read_markdown(data: bytes) -> Reading:
    """The reading of a ``.md`` file, with the facts of its front matter.

    Headings are settled; tables, code, rules, definitions and front matter are furniture; paragraphs stay to be told.
    Raises InputError where the bytes are no text, or the front matter is no YAML.
    """
    text = decode(data)
    header, begin = front_matter(text)
    known = facts(header)
    regions = [region(text, 0, begin, "furniture")] if begin else []
    blocks: list[tuple[int, int]] = []
    for start, end, token in _parsed(text, begin):
        if token.type == "heading_open":
            first = token.tag == "h1" and not any(r.kind == "title" for r in regions)
            regions.append(_heading(text, start, end, token, first=first))
        elif token.type == "paragraph_open" and not _DEFINITION.match(text, *_content(text, start, end)):
            blocks.append(_content(text, start, end))
        else:
            regions.append(region(text, start, end, "furniture"))
    seen = [*blocks, *((r.start, r.end) for r in regions if r.kind != "furniture")]
    regions.extend(_rest(text, [*seen, *((r.start, r.end) for r in regions if r.kind == "furniture")]))
    regions.sort(key=lambda r: r.start)
    return Reading(text, tuple(regions), tuple(blocks), tuple(_markup(text, sorted(seen))), **known)


def _parsed(text: str, begin: int) -> Iterator[tuple[int, int, Token]]:
    """The blocks of the article with the offsets of their lines."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    starts = [begin, *(found.end() for found in _NEWLINE.finditer(text, begin)), len(text)]
    for token in MarkdownIt("commonmark").enable("table").disable("inline").parse(text[begin:]):
        if token.map and token.type in (*_PROSE, *_OTHER):
            yield starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)], token


def _content(text: str, start: int, end: int) -> tuple[int, int]:
    marker = _MARKER.match(text, start, end)
    span = region(text, marker.end() if marker else start, end, "body")
    return span.start, span.end


def _heading(text: str, start: int, end: int, token: Token, *, first: bool) -> Region:
    begin, stop = _content(text, start, end)
    if token.markup.startswith("#"):
        closing = _CLOSING.search(text, begin, stop)
        stop = closing.start() if closing else stop
    else:  # the line under it is a rule
        stop = max(begin, text.rfind("\n", begin, stop), text.rfind("\r", begin, stop))
    return region(text, begin, stop, "title" if first else "subtitle")


def _rest(text: str, taken: list[tuple[int, int]]) -> list[Region]:
    """Lines of which no block has anything: definitions of links, rules under headings."""
    taken = sorted(taken)
    found, i = [], 0
    for start, end in lines(text):
        while i < len(taken) and taken[i][1] <= start:
            i += 1
        if i == len(taken) or taken[i][0] >= end:
            found.append(region(text, start, end, "furniture"))
    return found


def _markup(text: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in stretches:
        for found in _INLINE.finditer(text, start, end):
            yield found.start(), found.start() + 1 if found.group()[0] == "\\" else found.end()
