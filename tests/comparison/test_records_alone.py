"""The comparison reads records. The text of a claim or of its sentence is shown, or looked up by alignment."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from xcheck.alignment.match import Alignment, SentencePair
from xcheck.alignment.sentences import sentences
from xcheck.alignment.sides import Rarity, frequency
from xcheck.comparison.cases.corroboration import claim_cases
from xcheck.comparison.cases.known import Index
from xcheck.comparison.cases.pairs import pair_cases
from xcheck.comparison.context import Mode
from xcheck.records.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

# What makes a passage, and the words of a message: they show text.
SHOWING = frozenset({"xcheck.comparison.cases.passages", "xcheck.comparison.cases.telling"})
READING = (
    *("__contains__", "__getitem__", "__iter__", "casefold", "count", "endswith", "find", "index", "lower", "lstrip"),
    *("partition", "removeprefix", "removesuffix", "replace", "rfind", "rpartition", "rsplit", "rstrip", "split"),
    *("splitlines", "startswith", "strip", "translate", "upper"),
)

PEER = (
    "“The mill will close in May, but only if the ford floods,” said the treasurer, Ida Moss, on Monday at 3 p.m.\n\n"
    "Most of the 40 carters often turned down the offer before the fog led to the closure of a barn near Orle.\n\n"
    "Her aunt, who turns 50 and is certain to win, came with a team from the Tarn Institute; inflation rose to 3.1%."
)
OTHER = (
    "“The mill will close,” said Ida Moss, the mayor, on Tuesday at 9 a.m. The treasurer, Odo Fenn, denied it.\n\n"
    "A carter accepted the offer after the barn in Tarn had been closed. Fewer than 12 of the carters may come.\n\n"
    "Her uncle, a nurse of 50, came from the Orle Institute; inflation fell to 2.9% in 2019."
)


class Opaque(str):
    """A text that may be compared, kept and shown, but in which no module of the comparison may look."""

    __slots__ = ()


def _guarded(name: str) -> Callable[..., Any]:
    def method(text: Opaque, *args: Any, **named: Any) -> Any:
        caller = str(sys._getframe(1).f_globals["__name__"])
        assert not caller.startswith("xcheck.comparison") or caller in SHOWING, f"{caller} reads a text: {name}"
        return getattr(str, name)(text, *args, **named)

    return method


for _name in READING:
    setattr(Opaque, _name, _guarded(_name))


def _opaque(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(
        claim.model_copy(
            update={
                "text": Opaque(claim.text),
                "sentence": claim.sentence.model_copy(update={"text": Opaque(claim.sentence.text)}),
            }
        )
        for claim in claims
    )


@pytest.mark.parametrize("mode", ["peers", "check", "draft"])
def test_no_comparator_looks_into_a_text(claims_of: ClaimsOf, mode: Mode) -> None:
    found = [_opaque(claims_of(text, published="2024-03-06")) for text in (PEER, OTHER)]
    left, right = (sentences(own) for own in found)
    rarity = Rarity(frequency(left), frequency(right), len(left) + len(right))
    pairs = tuple(
        SentencePair(one, other, 0.95, rank=0, keyed=pinned, features=())
        for one in left
        for other in right
        for pinned in (True, False)
    )
    alignment = Alignment(pairs, rarity)
    cases = [*pair_cases(alignment, mode)]
    cases += claim_cases(found[0], [alignment], Index(found).but([0]), mode, {})
    assert {outcome for case in cases for outcome in case.facts.get("quantity", ())}
    assert any(case.facts.get("adds") for case in cases)


def test_a_text_that_the_comparison_looked_into_would_be_seen() -> None:
    text = Opaque("fog")
    assert text.casefold() == "fog"
    program = compile("text.casefold()", "probe", "eval")
    with pytest.raises(AssertionError, match="reads a text: casefold"):
        eval(program, {"__name__": "xcheck.comparison.probe", "text": text})  # noqa: S307
