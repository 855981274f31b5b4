"""What came out of two claims, and the answers on which it hangs.

Whatever a comparator asks of a context is written down with the answer. As long as the same questions have the same
answers, the outcome is the same, and nothing is compared again: of an edited draft every measure moves a little, and
hardly an answer does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from xcheck.comparison.context import Context, Measures, Meeting, is_close, is_like
from xcheck.records.claim import Claim

Result = TypeVar("Result")
Question = tuple[Callable[..., bool], tuple[Any, ...]]

_MOST = 16  # outcomes of two claims


class Asking(Context):
    """A context that writes down what it is asked, and what it answers; what ``plain`` tells is not written down."""

    def __init__(self, two: Measures) -> None:
        """Answers by the measures of two claims."""
        self.keyed, self.credited, self.copied, self.one_hour, self._of_draft = plain(two.meeting)
        self.asked: dict[Question, bool] = {}
        self._two = two

    @property
    def of_draft(self) -> bool:
        """Whether the left is a draft that is held against its source."""
        return self._of_draft

    def ask(self, what: Callable[..., bool], *about: Any) -> bool:
        """Answer what a function tells of the measures."""
        question = what, about
        if question not in self.asked:
            self.asked[question] = what(self._two, *about)
        return self.asked[question]

    def is_like(self, left: Claim, right: Claim, least: float) -> bool:  # noqa: ARG002 - no others are compared
        """Whether the two claims' terms share so much."""
        return self.ask(is_like, least)

    def is_close(self, left: Claim, right: Claim, least: float) -> bool:  # noqa: ARG002 - as above
        """Whether the two claims speak of one thing so surely."""
        return self.ask(is_close, least)


def plain(meeting: Meeting) -> tuple[bool, tuple[bool, bool], bool, bool, bool]:
    """What may be known of a meeting without a question."""
    return meeting.keyed, meeting.credited, meeting.copied, meeting.one_hour, meeting.of_draft


@dataclass(slots=True)
class _Asked(Generic[Result]):
    """A question, and what follows from each answer."""

    what: Callable[..., bool]
    about: tuple[Any, ...]
    answers: dict[bool, _Asked[Result] | _Told[Result]] = field(default_factory=dict)


@dataclass(slots=True)
class _Told(Generic[Result]):
    """What follows from all answers."""

    result: Result


class Remembered(Generic[Result]):
    """The outcomes of two claims, as a tree of questions.

    The first question is always the same one, and each other hangs on the answers before it.
    """

    def __init__(self, left: Claim, right: Claim) -> None:
        """Remembers nothing yet of two claims."""
        self._claims = left, right
        self._first: dict[bool, _Asked[Result] | _Told[Result]] = {}
        self._size = 0

    def of(self, two: Measures, make: Callable[[Claim, Claim, Context], Result]) -> Result:
        """The result for some measures of the claims, made only where it does not follow from what is remembered."""
        step = self._first.get(True)
        while isinstance(step, _Asked):
            step = step.answers.get(step.what(two, *step.about))
        if step is not None:
            return step.result
        asking = Asking(two)
        result = make(*self._claims, asking)
        self._remember(asking.asked, result)
        return result

    def _remember(self, asked: Mapping[Question, bool], result: Result) -> None:
        if self._size == _MOST:
            self._first, self._size = {}, 0
        self._size += 1
        answers, answer = self._first, True
        for (what, about), given in asked.items():
            step = answers.setdefault(answer, _Asked(what, about))
            assert isinstance(step, _Asked)  # noqa: S101 - the same answers led here
            answers, answer = step.answers, given
        answers[answer] = _Told(result)
