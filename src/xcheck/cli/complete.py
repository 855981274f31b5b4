"""What the shell offers to complete: rules by id, families, kinds and types; formats of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

Offered = list[tuple[str, str]]  # words, each with what it is; typer keeps those that go on from what is written


def rules() -> Offered:
    """Offer the rules and their families."""
    from xcheck.engine.load import load_rules
    from xcheck.engine.lookup import family

    known = load_rules()
    families = dict.fromkeys(family(rule) for rule in known)
    return [*((name, "a family of rules") for name in families), *((rule.id, rule.name) for rule in known)]


def selectors(incomplete: str) -> Offered:
    """Offer what ``--select`` and ``--ignore`` take, behind the last comma of what is written."""
    before, comma, _ = incomplete.rpartition(",")
    return [(f"{before}{comma}{word}", told) for word, told in (*rules(), *_kinds())]


def outputs() -> list[str]:
    """Offer the formats that ``--output`` takes, up to the path."""
    from xcheck.cli.options import Format

    return [f"{form}=" for form in Format]


def _kinds() -> Iterator[tuple[str, str]]:
    from xcheck.records.finding import DivergenceType, Kind

    yield from ((kind, "a kind of finding") for kind in get_args(Kind))
    yield from ((kind, "a type of divergence") for kind in get_args(DivergenceType))
