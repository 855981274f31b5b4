"""A claim by itself: its offsets counted from its sentence, and without a name.

What comes out of two claims hangs on no more, so it holds wherever the sentences stand: in an edited draft, where all
that follows an edit has moved, and in articles that print one text.
"""

from __future__ import annotations

from typing import Any, TypeVar

from xcheck.records.base import Record
from xcheck.records.claim import Claim
from xcheck.resources import CLAIMS, memoised

Made = TypeVar("Made", bound=Record)

_OFFSETS = ("start", "end")


@memoised(CLAIMS)
def local(claim: Claim) -> Claim:
    """The claim by itself: one object for all that are equal."""
    return _one(_moved(claim, -claim.sentence.start).model_copy(update={"id": "", "document": ""}))


@memoised(CLAIMS)
def _one(claim: Claim) -> Claim:
    """The first of equal claims, which is found sooner than its likes."""
    return claim


def _moved(record: Made, by: int) -> Made:
    """The record with every offset in it moved."""
    fields = {name: _moved_value(name, value, by) for name, value in record.__dict__.items() if _may_move(name, value)}
    return record.model_copy(update=fields)


def _may_move(name: str, value: object) -> bool:
    first = next(iter(value), None) if type(value) is tuple else value
    return name in _OFFSETS or isinstance(first, Record)


def _moved_value(name: str, value: Any, by: int) -> Any:
    if name in _OFFSETS:
        return value + by
    return tuple(_moved(one, by) for one in value) if type(value) is tuple else _moved(value, by)
