"""Which articles are one text: reprints and edited copies of an agency's report count as one origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from xcheck.nlp.lexicon import lexicon
from xcheck.records.document import Document

_WORD = re.compile(r"\w+")
_NAMED = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_MARGIN = 160  # characters at either end of an article in which brackets or a dash name its agency
_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)|(?:^|\n)[—–-]+ ?([^()\n]{2,40})$")


def origins(documents: Sequence[Document]) -> dict[str, str]:
    """For each document's id the id of its origin: the first document of which it is a reprint, or itself.

    The layout of the documents is recognised: their agencies are named in it.

    Two articles are one origin when most runs of words of the shorter stand in the longer (containment of shingles:
    Broder, "On the resemblance and containment of documents", 1997), or a good part of them where both name one agency
    (the figures are in ``lexicons/origins.yaml``).
    """
    found: dict[str, str] = {}
    firsts: dict[str, tuple[frozenset[int], frozenset[str]]] = {}
    holding: dict[int, list[str]] = {}
    for document in documents:
        own, tags = _runs(document.text), agencies(document)
        near = {first for run in own for first in holding.get(run, ())}
        same = (f for f in firsts if f in near and _is_one(own, firsts[f][0], tagged=bool(tags & firsts[f][1])))
        found[document.id] = origin = next(same, document.id)
        if origin == document.id:
            firsts[origin] = own, tags
            for run in own:
                holding.setdefault(run, []).append(origin)
    return found


def agencies(document: Document) -> frozenset[str]:
    """The agencies that an article names around its text: in a byline, a dateline, brackets at its beginning or end."""
    return frozenset(_agencies()[name] for name in _named(document) if name in _agencies())


def _named(document: Document) -> Iterator[str]:
    if document.outlet:
        yield document.outlet.casefold()
    text = document.text.strip()
    around = [r.text for r in document.regions if r.kind in ("byline", "dateline", "furniture")]
    for margin in (text[: 2 * _MARGIN], text[-_MARGIN:]):
        around += [name for found in _BRACKETS.findall(margin) for name in found]
    for line in around:
        for part in re.split(r"[/,;|]| and | by |^by ", line.casefold()):
            yield from (name.removeprefix("by ") for name in _NAMED.findall(part))


@cache
def _agencies() -> dict[str, str]:
    return {name: names[0] for names in lexicon("origins")["agencies"] for name in names}


def _runs(text: str) -> frozenset[int]:
    """Every run of words, by its hash: within one process equal runs have equal hashes, and no more is asked."""
    words = _WORD.findall(text.casefold())
    length = lexicon("origins")["reprint"]["run"]
    return frozenset(hash(tuple(words[i : i + length])) for i in range(len(words) - length + 1))


def _is_one(one: frozenset[int], other: frozenset[int], *, tagged: bool) -> bool:
    limits = lexicon("origins")["reprint"]
    shorter = min(len(one), len(other))
    share = limits["tagged"] if tagged else limits["share"]
    return bool(shorter >= limits["least"] and len(one & other) >= share * shorter)
