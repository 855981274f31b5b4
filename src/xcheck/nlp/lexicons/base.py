"""What every lexicon is made of: frozen records without unknown keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, RootModel

Words = frozenset[str]  # asked whether a word is among them; their order means nothing
Phrases = tuple[str, ...]  # in the order of the file
Listed = Mapping[str, Phrases]


class Entry(BaseModel):
    """A part of a lexicon. Its schema is built when the first one is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Lexicon(Entry):
    """A file of ``rules/lexicons``. It is called as its model, without ``Words`` or ``Model``.

    ``UnknownQuantities`` is ``unknown-quantities.yaml``, and ``VerdictModel`` is ``verdict.yaml``.
    """


class Table(RootModel[Any]):
    """A file of ``rules/lexicons`` whose keys are words of the language themselves: ``root`` is its content."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class Logistic(Entry):
    """A fitted logistic model: a weight for each of its signals."""

    bias: float
    weights: Mapping[str, float]
