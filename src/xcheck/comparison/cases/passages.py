"""How a claim is shown: its passage, the sentence it stands in, its own words, and whom it is credited to."""

from __future__ import annotations

from xcheck.records.claim import Claim
from xcheck.records.comparison import Passage
from xcheck.resources import CLAIMS, memoised

LONGEST_PASSAGE = 600


@memoised(CLAIMS)
def passage_of(claim: Claim) -> Passage:
    """The sentence of the claim, which an editor wants to read whole; the claim alone where that is very long."""
    shown = claim.sentence if len(claim.sentence.text) <= LONGEST_PASSAGE else claim
    return Passage(document=claim.document, start=shown.start, end=shown.end, text=shown.text)


@memoised(CLAIMS)
def place_of(claim: Claim) -> str:
    """A name for the sentence of the claim, the same for all claims in it."""
    return f"{claim.document}:{claim.sentence.start}"


@memoised(CLAIMS)
def told(claim: Claim) -> str:
    """The claim's own words as a message quotes them: without "that" before, with an ellipsis where they break off."""
    rest = claim.sentence.text[claim.end - claim.sentence.start :].lstrip()
    return claim.text.removeprefix("that ") + (" …" if rest[:1].isalnum() else "")


def source_of(claim: Claim) -> str:
    """Who says so: the speaker, or the document where the claim is its own."""
    credited = claim.attribution
    if credited is None or credited.source is None:
        return claim.document
    return credited.source.name or credited.source.text
