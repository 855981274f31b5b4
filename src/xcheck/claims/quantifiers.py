"""How much of something, and how often: "most of the boats", "some", "always"; and the adverbs that tell a habit."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Quantifiers
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.sentence import Quantifier
from xcheck.resources import loaded


def quantifiers(sentence: Span) -> tuple[Quantifier, ...]:
    """Return the quantifiers of a sentence, without those in a phrase that is none ("at all", "all day")."""
    found = []
    for match in _pattern().finditer(sentence.text):
        step = _steps().get(match[0].casefold())
        if step is not None and not _is_superlative(sentence.text, match):
            start = sentence.start + match.start()
            things = _things(sentence.text[match.end() :])
            found.append(Quantifier(start=start, end=start + len(match[0]), text=match[0], step=step, things=things))
    return tuple(found)


def habits(clause: Span) -> tuple[Span, ...]:
    """Return the words of a clause that make a habit of what it tells: "often", "regularly"."""
    found = _habits().finditer(clause.text)
    return tuple(Span(start=clause.start + m.start(), end=clause.start + m.end(), text=m[0]) for m in found)


def _is_superlative(text: str, match: re.Match[str]) -> bool:
    """Whether "most" is the most of a quality or a deed: "the most dangerous", "it fell most on Monday"."""
    before, after = text[: match.start()].split(), text[match.end() :].split()
    return match[0].casefold() == "most" and bool(
        (before and before[-1].casefold() in ("the", "its", "his", "her", "their", "’s"))
        or (after and after[0].casefold().endswith(("ly", "ous", "ive", "ful", "able")))
    )


def _things(after: str) -> tuple[str, ...]:
    clause = re.split(r"[.;:!?]", plain(after))[0]
    near = folded(clause)[: lexicon(Quantifiers).reach]
    return tuple(sorted({stem(w) for w in near if len(w) > 2 and w not in lexicon(SupportModel).function}))


@loaded
def _habits() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon(Quantifiers).habits))})\b")


@loaded
def _pattern() -> re.Pattern[str]:
    every = sorted((*_steps(), *lexicon(Quantifiers).not_quantifiers), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)


@loaded
def _steps() -> dict[str, int]:
    return {str(text): int(step) for step, found in lexicon(Quantifiers).steps.items() for text in found}
