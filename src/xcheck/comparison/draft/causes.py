"""What a draft gives as a cause, and its source as something beside it or not at all."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.comparison.context import Context, compared
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.modality import Causes
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Participant
from xcheck.records.comparison import Compared
from xcheck.resources import loaded, memoised


def raised(draft: Claim, source: Claim, context: Context) -> Compared | None:
    """A cause of the draft's: ``only-left``, variant ``doer`` (a thing that no source has) or ``raised``."""
    doer = next((p for p in draft.participants if p.part == "agent"), None)
    undergone = {stem(p.head) for p in draft.participants if p.part == "patient"}
    if doer is not None and _is_strange_thing(doer, context) and _undergoes(source, undergone):
        return compared("only-left", doer, None, variant="doer")
    said, told = (" ".join(folded(plain(c.sentence.text))) for c in (draft, source))
    makes = _effects().search(said)
    asserted = (draft.cause is not None and draft.cause.link == "cause") or doer is None or doer.kind == "thing"
    if makes is None or not asserted or not _are_beside(set(told.split())) or _effects().search(told):
        return None
    return compared("only-left", draft.predicate, None, variant="raised", says=(makes[0], ""))


def _are_beside(told: set[str]) -> bool:
    """Whether words tell of two things that go together or follow each other: linked, fewer in a survey, soon after."""
    own = lexicon(Causes)
    both = ((own.groups, own.asked), (own.close, own.moment))
    return bool(told & own.beside) or any(told & one and told & other for one, other in both)


def _is_strange_thing(doer: Participant, context: Context) -> bool:
    """Whether a doer is a thing of which no word stands in the source."""
    telling = [w for w in folded(doer.text) if w not in lexicon(SupportModel).function]
    source = _stems(context.source or frozenset())
    return (
        doer.kind == "thing"
        and doer.entity is None
        and doer.head not in lexicon(ComparisonWords).pronouns
        and bool(telling)
        and not any(stem(w) in source for w in telling)
    )


@memoised(64)
def _stems(source: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, source))


def _undergoes(source: Claim, things: set[str]) -> bool:
    """Whether in a claim something of these is alone, and nobody does anything to it."""
    parts = [p for p in source.participants if p.part in ("agent", "patient")]
    return len(parts) == 1 and stem(parts[0].head) in things


@loaded
def _effects() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon(Causes).makes))})\b")
