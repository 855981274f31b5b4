"""What came out of two claims, and the answers on which it hangs.

Whatever a comparator asks of a context is written down with the answer. As long as the same questions have the same
answers, the outcome is the same, and nothing is compared again: of an edited draft every measure moves a little, and
hardly an answer does.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from xcheck.comparison.context import Context, Measures, Meeting
from xcheck.records.claim import Claim

Result = TypeVar("Result")

_MOST = 16  # outcomes of two claims
_SCORE, _DIFFERING, _LIKENESS, _CLOSENESS = range(4)


class _Asking(Context):
    """A context that writes down what it is asked, and what it answers; what ``plain`` tells is not written down.

    Of each measure it is enough to know between which two limits it has been found to be.
    """

    def __init__(self, meeting: Meeting, measures: Measures) -> None:
        """Answers for two sentences and two of their claims."""
        self.keyed, self.credited, self.copied, self.one_hour, self._of_draft = plain(meeting)
        self.least, self.beyond = [-math.inf] * 4, [math.inf] * 4
        self.asked: dict[tuple[Callable[..., bool], tuple[Any, ...]], bool] = {}
        self._meeting = meeting
        self._measures = measures

    @property
    def of_draft(self) -> bool:
        """Whether the left is a draft that is held against its source."""
        return self._of_draft

    def ask(self, what: Callable[..., bool], *about: Any) -> bool:
        """Answer what a function tells of the sentences."""
        question = what, about
        if question not in self.asked:
            self.asked[question] = what(self._meeting, *about)
        return self.asked[question]

    def meets(self, least: float) -> bool:
        """Whether it is so sure that the two sentences speak of one thing."""
        return self._reaches(_SCORE, least)

    def differs(self, least: float) -> bool:
        """Whether the judge is so sure that the sentences differ."""
        return self._reaches(_DIFFERING, least)

    def is_like(self, left: Claim, right: Claim, least: float) -> bool:  # noqa: ARG002 - no others are compared
        """Whether the two claims' terms share so much."""
        return self._reaches(_LIKENESS, least)

    def is_close(self, left: Claim, right: Claim, least: float) -> bool:  # noqa: ARG002 - as above
        """Whether the two claims speak of one thing so surely."""
        return self._reaches(_CLOSENESS, least)

    def _reaches(self, measure: int, least: float) -> bool:
        if self._measures[measure] >= least:
            self.least[measure] = max(self.least[measure], least)
            return True
        self.beyond[measure] = min(self.beyond[measure], least)
        return False


def plain(meeting: Meeting) -> tuple[bool, tuple[bool, bool], bool, bool, bool]:
    """What may be known of a meeting without a question."""
    return meeting.keyed, meeting.credited, meeting.copied, meeting.one_hour, meeting.of_draft


@dataclass(frozen=True, slots=True)
class _Told(Generic[Result]):
    """A result, and the answers on which it hangs: limits of each measure, the first included; and all others."""

    limits: tuple[tuple[float, float], ...]
    asked: tuple[tuple[Callable[..., bool], tuple[Any, ...], bool], ...]
    result: Result

    def holds(self, meeting: Meeting, measures: Measures) -> bool:
        """Whether every answer is the same for two sentences and two of their claims."""
        for (least, beyond), measure in zip(self.limits, measures, strict=True):
            if not least <= measure < beyond:
                return False
        return all(what(meeting, *about) is answer for what, about, answer in self.asked)


class Remembered(Generic[Result]):
    """The outcomes of two claims, the one that was told last first."""

    def __init__(self, left: Claim, right: Claim) -> None:
        """Remembers nothing yet of two claims."""
        self._claims = left, right
        self._told: list[_Told[Result]] = []

    def of(self, meeting: Meeting, measures: Measures, make: Callable[[Claim, Claim, Context], Result]) -> Result:
        """The result for two sentences and the claims, made only where none that is remembered holds."""
        for place, one in enumerate(self._told):
            if one.holds(meeting, measures):
                if place:
                    self._told.insert(0, self._told.pop(place))
                return one.result
        asking = _Asking(meeting, measures)
        result = make(*self._claims, asking)
        asked = tuple((what, about, answer) for (what, about), answer in asking.asked.items())
        self._told.insert(0, _Told(tuple(zip(asking.least, asking.beyond, strict=True)), asked, result))
        del self._told[_MOST:]
        return result
