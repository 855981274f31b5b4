"""What the judge made of two sentences."""

from __future__ import annotations

from dataclasses import dataclass

Words = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The judge's probabilities for two sentences, rounded to three places.

    ``same``: one statement, and it fits; ``differ``: one statement that does not fit; ``other``: two statements. The
    three add up to one, and so do ``borne_out``, ``contradicted`` and ``not_said``, for a draft's sentence against a
    passage of its source. ``type`` is the likeliest type of difference, ``left`` and ``right`` the stretches of the two
    sentences that it turns on, each ``(start, end)`` in characters of its sentence, or None.
    """

    same: float
    differ: float
    other: float
    borne_out: float
    contradicted: float
    not_said: float
    type: str
    left: Words | None
    right: Words | None

    @property
    def one(self) -> float:
        """The probability that the two sentences make one statement, whether it fits or not."""
        return 1.0 - self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What the judge made of one sentence: the probability that the writer goes beyond what is reported, and how.

    ``own`` is rounded to three places; ``stance`` is the likeliest way of doing so, whatever ``own`` is.
    """

    own: float
    stance: str
