"""What a claim says in a slot, in the words that a reader is shown."""

from __future__ import annotations

from xcheck.records.base import Span
from xcheck.records.claim import Claim, Participant, Time
from xcheck.records.comparison import Slot
from xcheck.records.slots import TABLE
from xcheck.reports.passage import visible


def said(claim: Claim, slot: Slot) -> tuple[str, ...]:
    """What a claim says in a slot: of a list each value once, of who takes part only who does or undergoes it."""
    match slot:
        case "certainty":
            return (certainty_of(claim),)
        case "attribution":
            return (speaker(claim),)
        case "cause":
            return (visible(claim.cause.text),) if claim.cause else ()
        case "polarity":
            return (claim.polarity,)
        case _:
            return tuple(dict.fromkeys(shown(span) for span in spans(claim, slot) if not _is_beside(span)))


def spans(claim: Claim, slot: Slot) -> tuple[Span, ...]:
    """The values of a claim in a slot that holds a list; none for other slots."""
    own = TABLE[slot]
    return tuple(getattr(claim, own.field)) if own.is_list else ()


def shown(span: Span) -> str:
    """The words of a value; of a time also the days that it can reach, where its words do not tell them."""
    return time_words(span) if isinstance(span, Time) else visible(span.text)


def certainty_of(claim: Claim) -> str:
    """The claim's degree of certainty in words."""
    return "stated as fact" if claim.certainty == "fact" else claim.certainty.replace("-", " ")


def speaker(claim: Claim) -> str:
    """Who the claim credits, in words."""
    if claim.attribution is None:
        return "the article itself"
    source = claim.attribution.source
    return "somebody unnamed" if source is None else visible(source.name or source.text)


def time_words(time: Time) -> str:
    """The words of a time, and where they do not tell it the days that it can reach: ``Monday (2024-11-25)``."""
    days = dict.fromkeys(day.isoformat() for day in (time.first, time.last) if day)
    words = visible(time.text)
    return f"{words} ({' to '.join(days)})" if days and time.value not in words else words


def _is_beside(span: Span) -> bool:
    return isinstance(span, Participant) and span.part == "other"
