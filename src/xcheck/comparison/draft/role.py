"""Titles and ages in a draft and its source: also an office that the source gives to somebody else."""

from __future__ import annotations

from functools import partial

from xcheck.alignment.wording import sentence_words
from xcheck.comparison.context import Context, compared
from xcheck.comparison.slots import role
from xcheck.entities.identity import folded, same_name
from xcheck.records.claim import Claim, Role
from xcheck.records.comparison import Compared
from xcheck.records.sentence import Sentence


def compare(draft: Claim, source: Claim, context: Context) -> tuple[Compared, ...]:
    """As of peers; also a ``conflict`` of titles and of ages.

    A draft's title conflicts where its source gives it to somebody else, and an age where the source says that the
    person is yet to reach it.
    """
    found = role.compare(draft, source, context, pair=partial(_pair, source=source.sentence))
    return (*found, *(_borrowed(draft.sentence, source.sentence) if context.is_told_anew else ()))


def _pair(mine: Role, yours: Role, *, source: Sentence) -> Compared:
    if mine.kind == "age" and mine.title == yours.title and mine.title in source.nearing:
        return compared("conflict", None, yours, variant="age", says=(mine.text, yours.text))
    return role.pair(mine, yours)


def _borrowed(draft: Sentence, source: Sentence) -> tuple[Compared, ...]:
    """Whom a draft calls by an office that its source gives to somebody else in the same sentence."""
    yours = {held.office: held.name for held in source.officeholders}
    said = sentence_words(source)
    return tuple(
        compared(
            "conflict",
            None,
            None,
            variant="title",
            says=(f"{held.office} {held.name}", f"{held.office} {yours[held.office]}"),
        )
        for held in draft.officeholders
        if same_name(held.name, yours.get(held.office, held.name)) is False and folded(held.name)[-1] in said
    )
