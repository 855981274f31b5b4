"""What an analysis works with beside its documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xcheck.engine.confidence import SURE_ENOUGH
from xcheck.records.rule import Rule

if TYPE_CHECKING:
    from xcheck.archive.records import Extracted
    from xcheck.cache import Cache


@dataclass(frozen=True)
class Options:
    """The options of an analysis.

    ``rules``: None for all but those in preview; ``model``: the spaCy model; ``cache``: where claims are kept;
    ``judged``: whether the judge reads the sentences that are held against each other; ``least``: the confidence below
    which a divergence is held back, 0 to 1; ``jobs``: how many processes extract claims, and how many threads run the
    judge, which changes no result; ``extracted``: the claims and vectors of some documents, by id, which are not read
    again; ``stored``: the ids of those that an archive brings, which are held against the others and not against each
    other, and whose older figures are updates.
    """

    rules: Sequence[Rule] | None = None
    model: str | None = None
    cache: Cache | None = None
    judged: bool = True
    least: float = SURE_ENOUGH
    jobs: int = 1
    extracted: Mapping[str, Extracted] = field(default_factory=dict)
    stored: frozenset[str] = frozenset()
