"""Which articles are one text: reprints and lightly edited copies of an agency report count as one origin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from xcheck.language.lexicon import lexicon
from xcheck.reports.passage import visible

_WORD = re.compile(r"\w+")


def origins(documents: Sequence[str], texts: Mapping[str, str]) -> dict[str, str]:
    """For each document's id the id of its origin: the first document of which it is a reprint, or itself.

    Two articles are one origin when most runs of words of the shorter stand in the longer (containment of shingles:
    Broder, "On the resemblance and containment of documents", 1997; the figures are in ``lexicons/reports.yaml``).
    """
    runs = {name: _runs(texts.get(name, "")) for name in documents}
    found: dict[str, str] = {}
    for name in documents:
        firsts = (first for first in dict.fromkeys(found.values()) if _contained(runs[name], runs[first]))
        found[name] = next(firsts, name)
    return found


def _runs(text: str) -> frozenset[int]:
    """Every run of words, by its hash: within one process equal runs have equal hashes, and no more is asked."""
    words = _WORD.findall(visible(text).casefold())
    length = lexicon("reports")["reprint"]["run"]
    return frozenset(hash(tuple(words[i : i + length])) for i in range(len(words) - length + 1))


def _contained(one: frozenset[int], other: frozenset[int]) -> bool:
    limits = lexicon("reports")["reprint"]
    shorter = min(len(one), len(other))
    return bool(shorter >= limits["least"] and len(one & other) >= limits["share"] * shorter)
