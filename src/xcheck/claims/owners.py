"""Which clause a stretch of the document belongs to: the one that owns its first word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcheck.claims.clauses import Clause
from xcheck.records.base import Span


def shared_out(found: Sequence[Clause], slots: Mapping[str, Sequence[Span]]) -> list[dict[str, tuple[Span, ...]]]:
    """For each clause its share of each slot: a stretch goes to the clauses that own its first word.

    One whose words no clause owns goes to the clause of its sentence that starts last before it.
    """
    owners = _Owners.of(found)
    owned: list[dict[str, list[Span]]] = [{} for _ in found]
    for slot, values in slots.items():
        for value in values:
            for i in owners.of_stretch(value):
                owned[i].setdefault(slot, []).append(value)
    return [{slot: tuple(values) for slot, values in share.items()} for share in owned]


@dataclass(frozen=True)
class _Owners:
    """The clauses of a document by the words that they own, by their sentences, and the sentences' bounds."""

    found: Sequence[Clause]
    by_word: Mapping[int, Sequence[int]]
    by_sentence: Mapping[int, Sequence[int]]
    sentences: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, found: Sequence[Clause]) -> _Owners:
        """Look up each word and sentence once."""
        by_word: dict[int, list[int]] = {}
        by_sentence: dict[int, list[int]] = {}
        for i, clause in enumerate(found):
            by_sentence.setdefault(clause.sentence.start, []).append(i)
            for token in (t for t in clause.tokens if not t.is_punct):
                by_word.setdefault(token.idx, []).append(i)
        return cls(found, by_word, by_sentence, sorted({(c.sentence.start, c.sentence.end) for c in found}))

    def of_stretch(self, value: Span) -> Sequence[int]:
        """The clauses that a stretch of the document belongs to."""
        direct = next((self.by_word[o] for o in range(value.start, value.end) if o in self.by_word), None)
        if direct is not None:
            return direct
        start = next((s for s, e in self.sentences if s <= value.start < e), None)
        if start is None:
            return ()
        inside = self.by_sentence[start]
        return (max((i for i in inside if self.found[i].start <= value.start), default=inside[0]),)
