"""From named mentions to all mentions: titles give descriptions, and both give pronouns their meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xcheck.entities import ages, descriptions, pronouns, titles
from xcheck.entities.mentions import Mention, Names, Title
from xcheck.nlp.analysis import Analysis


def extended(analysis: Analysis, named: Sequence[Mention]) -> Names:
    """The named mentions with the descriptions and pronouns that mean the same entities, and the titles."""
    held = _held(analysis, named)
    known = ordered((*named, *descriptions.found(analysis, named, held)))
    return Names(ordered((*known, *pronouns.found(analysis, known, held))), held)


def ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in the order of the text; of two that overlap the named one stays, else the first and longest."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        while kept and kept[-1].end > mention.start and mention.named and not kept[-1].named:
            kept.pop()
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return tuple(kept)


def _held(analysis: Analysis, named: Sequence[Mention]) -> tuple[Title, ...]:
    found = {(t.start, t.end, t.holder): t for t in (*titles.found(analysis, named), *ages.found(analysis, named))}
    return tuple(found[place] for place in sorted(found))
