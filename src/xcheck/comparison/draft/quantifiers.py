"""How much of something, and how often: what a draft says of all or most, and its source of fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.quantity import Quantifiers
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.resources import CLAIMS, loaded, memoised

_MUCH = 3


class Quantifier(NamedTuple):
    """A quantifier: how high it stands, where, and the stems of the words after it."""

    step: int
    span: Span
    of: frozenset[str]


def raised(draft: Claim, source: Claim) -> tuple[Span, Span] | None:
    """A quantifier of the draft's claim and a lower one of the source's, of one thing; None where there is none.

    So too a bare plural in the present for a single one: "cooks burn the soup" for "a cook burned the soup". Nothing
    where the source's sentence says as much of anything: "most of the boats, and all of the nets".
    """
    if (instance := _generalised(draft, source)) is not None:
        return instance
    mine, yours = list(_within(draft)), quantifiers_of(source)
    highest = max((e.step for e in yours), default=0)
    for high in mine:
        for low in yours:
            if high.step >= _MUCH and high.step > highest and _of_one(high, low):
                return high.span, low.span
    return None


def _generalised(draft: Claim, source: Claim) -> tuple[Span, Span] | None:
    if draft.tense != "present" or source.tense == "present":
        return None
    single = [p for p in source.participants if p.text.casefold().startswith(("a ", "an ", "one ", "a single "))]
    for many in draft.participants:
        first = many.text.split()[0].casefold()
        bare = first.endswith("s") and stem(first) == stem(many.head) and first != many.head
        one = next((p for p in single if (p.part, p.head) == (many.part, many.head)), None)
        if bare and one is not None:
            return many, one
    return None


def _of_one(high: Quantifier, low: Quantifier) -> bool:
    return bool(high.of & low.of) or not (high.of and low.of)


def _within(claim: Claim) -> Iterator[Quantifier]:
    return (e for e in quantifiers_of(claim) if claim.start <= e.span.start < claim.end)


@memoised(CLAIMS)
def quantifiers_of(claim: Claim) -> tuple[Quantifier, ...]:
    """The quantifiers of the claim's sentence; those in a phrase that is none ("at all", "all day") left out."""
    sentence = claim.sentence
    found = []
    for match in _pattern().finditer(sentence.text):
        text = match[0].casefold()
        step = _steps().get(text)
        if step is not None and not _is_superlative(sentence.text, match):
            start = sentence.start + match.start()
            after = sentence.text[match.end() :]
            found.append(Quantifier(step, Span(start=start, end=start + len(text), text=match[0]), _things(after)))
    return tuple(found)


def _is_superlative(text: str, match: re.Match[str]) -> bool:
    """Whether "most" is the most of a quality or a deed: "the most dangerous", "it fell most on Monday"."""
    before, after = text[: match.start()].split(), text[match.end() :].split()
    return match[0].casefold() == "most" and bool(
        (before and before[-1].casefold() in ("the", "its", "his", "her", "their", "’s"))
        or (after and after[0].casefold().endswith(("ly", "ous", "ive", "ful", "able")))
    )


def _things(after: str) -> frozenset[str]:
    clause = re.split(r"[.;:!?]", plain(after))[0]
    near = folded(clause)[: lexicon(Thresholds).quantifier_reach]
    return frozenset(stem(w) for w in near if len(w) > 2 and w not in lexicon(SupportModel).function)


@loaded
def _pattern() -> re.Pattern[str]:
    every = sorted((*_steps(), *lexicon(Quantifiers).not_quantifiers), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)


@loaded
def _steps() -> dict[str, int]:
    return {str(text): int(step) for step, found in lexicon(Quantifiers).steps.items() for text in found}
