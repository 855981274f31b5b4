"""The content words of a clause, brought to one form: what two claims must share to be about one thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.entities.names import Names
from xcheck.nlp.stems import stem
from xcheck.records.claim import ENTITY_MARK

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})


def of(clause: Clause, names: Names) -> tuple[str, ...]:
    """The clause's terms, sorted: stems of its content words, and ``@key`` for each entity that it names.

    The subject counts even where it stands in another clause.
    """
    tokens: list[Token] = [*clause.tokens]
    if clause.subject is not None and clause.subject not in clause.tokens:
        tokens.extend(t for t in clause.subject.subtree if t.dep_ in ("compound", "amod", "poss", "nummod"))
        tokens.append(clause.subject)
    return tuple(sorted({*_stems(tokens), *_entities(tokens, names)}))


def _stems(tokens: Iterable[Token]) -> set[str]:
    return {stem(t.lemma_.lower()) for t in tokens if t.pos_ in _CONTENT and not t.is_stop and len(t) > 1}


def _entities(tokens: Iterable[Token], names: Names) -> set[str]:
    found = (names.at(t.idx, t.idx + len(t)) for t in tokens if t.pos_ in ("PROPN", "PRON", "NOUN", "ADJ"))
    return {ENTITY_MARK + e.key for e in found if e is not None}
