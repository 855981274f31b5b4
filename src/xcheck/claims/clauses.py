"""The asserting clauses of a document: what is said to happen or hold, each once, with its words and its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from xcheck.language.analysis import Analysis, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Clause:
    """One asserting clause.

    ``root`` carries the predicate (a verb, or the adjective or noun of a headline or an event in a noun). ``tokens``
    are the clause's own, in order, without the clauses inside it that are clauses of their own. ``subject`` is the
    token of who or what it is said of, wherever it stands (shared by coordination, or the noun before a relative).
    """

    sentence: Sentence
    root: Token
    tokens: tuple[Token, ...]
    subject: Token | None
    form: Literal["clause", "event", "title", "fragment"] = "clause"

    @property
    def start(self) -> int:
        """Its first character's offset in the document."""
        return int(self.tokens[0].idx)

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return int(self.tokens[-1].idx + len(self.tokens[-1]))


def find(analysis: Analysis) -> tuple[Clause, ...]:
    """The clauses of the document in the order of the text."""
    return tuple(
        Clause(s, s.tokens.root, tuple(s.tokens), next((t for t in s.tokens.root.children if t.dep_ in ("nsubj", "nsubjpass")), None))
        for s in analysis.sentences
    )
