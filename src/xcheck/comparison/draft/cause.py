"""What a draft gives as a cause, and its source as something beside it or not at all."""

from __future__ import annotations

from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import cause
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.stems import stem
from xcheck.records.claim import Claim, Participant
from xcheck.records.comparison import Compared


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers; also ``only-left`` with the variant ``doer`` or ``raised``, where the source gives no cause.

    ``doer``: a thing does it that no source has. ``raised``: the source has the two beside each other.
    """
    if context.is_told_anew and source.cause is None and (more := _raised(draft, source, context)):
        return (more,)
    return cause.compare(draft, source, context)


def _raised(draft: Claim, source: Claim, context: Context) -> Compared | None:
    doer = next((p for p in draft.participants if p.part == "agent"), None)
    if doer is not None and _is_strange_thing(doer, context) and _undergoes(source, draft):
        return compared("only-left", doer, None, variant="doer")
    made = draft.sentence.effect if _asserts(draft, doer) and _only_links(source) else None
    return None if made is None else compared("only-left", draft.predicate, None, variant="raised", says=(made, ""))


def _only_links(source: Claim) -> bool:
    """Whether a claim's sentence has two things beside each other, and no word by which one makes the other."""
    return source.sentence.effect is None and source.sentence.linked


def _asserts(draft: Claim, doer: Participant | None) -> bool:
    """Whether a claim says itself what makes what: by its cause, or because nobody does anything in it."""
    return (draft.cause is not None and draft.cause.link == "cause") or doer is None or doer.kind == "thing"


def _is_strange_thing(doer: Participant, context: Context) -> bool:
    """Whether a doer is a thing of which no word stands in the source."""
    if doer.kind != "thing" or doer.entity is not None or doer.head in lexicon(ComparisonWords).pronouns:
        return False
    telling = [w for w in folded(doer.text) if w not in lexicon(SupportModel).function]
    return bool(telling) and not any(context.has_source(stem(w)) for w in telling)


def _undergoes(source: Claim, draft: Claim) -> bool:
    """Whether what a draft has somebody do something to is alone in its source, and nobody does anything to it."""
    things = {stem(p.head) for p in draft.participants if p.part == "patient"}
    parts = [p for p in source.participants if p.part in ("agent", "patient")]
    return len(parts) == 1 and stem(parts[0].head) in things
