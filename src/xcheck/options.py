"""What an analysis works with beside its documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.engine.confidence import SURE_ENOUGH
from xcheck.records.rule import Rule

if TYPE_CHECKING:
    from xcheck.cache import Cache


@dataclass(frozen=True)
class Options:
    """The options of an analysis.

    ``rules``: None for all but those in preview; ``model``: the spaCy model; ``cache``: where claims are kept;
    ``judged``: whether the judge reads the sentences that are held against each other; ``least``: the confidence below
    which a divergence is held back, 0 to 1; ``jobs``: how many processes extract claims, which changes no result.
    """

    rules: Sequence[Rule] | None = None
    model: str | None = None
    cache: Cache | None = None
    judged: bool = True
    least: float = SURE_ENOUGH
    jobs: int = 1
