"""Two sentences that are alike but for a word or two: what turns them is found, and what does not is left in peace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml

from xcheck import api
from xcheck.engine.load import load_rules, stable
from xcheck.engine.run import findings
from xcheck.records.rule import Example

Row = tuple[str, str, str]


def rows(name: str) -> Iterator[tuple[Row, bool]]:
    """The rows of a table, and whether each is known to fail."""
    table = yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    for kind, draft, source, *known in table:
        yield (kind, draft, source), bool(known)


def params(name: str) -> list[object]:
    """The rows as parameters; those that are known to fail are strict expected failures."""
    mark = pytest.mark.xfail(strict=True, reason="no slot and no list reads this yet")
    return [
        pytest.param(row, id=f"{number}-{row[0]}", marks=[mark] if known else [])
        for number, (row, known) in enumerate(rows(name))
    ]


@cache
def found() -> dict[tuple[Row, str], set[str]]:
    """The kinds of findings on two claims of each row, as a draft and its source and as two articles (``mode``)."""
    every = [row for name in ("telling", "idle_words") for row, _ in rows(name)]
    cases = api.judge([Example(a=draft, b=source, finds=True) for _, draft, source in every])
    rules = stable(load_rules())
    kinds: dict[tuple[Row, str], set[str]] = {}
    for (row, own), mode in product(zip(every, cases, strict=True), ("check", "peers")):
        pairs = [case for case in own if len(case.claims) == 2 and case.facts["mode"] == (mode,)]
        kinds[row, mode] = {f.kind for f in findings(rules, pairs, ["a", "b"]).findings}
    return kinds


@pytest.mark.parametrize("row", params("telling"))
def test_a_draft_that_turns_its_source_is_found(row: Row) -> None:
    assert "divergence" in found()[row, "check"]


@pytest.mark.parametrize("row", [row for row, _ in rows("telling")])
def test_what_turns_a_statement_is_no_agreement(row: Row) -> None:
    assert "agreement" not in found()[row, "check"] | found()[row, "peers"]


@pytest.mark.parametrize("row", params("idle_words"))
def test_a_word_that_turns_nothing_is_no_divergence(row: Row) -> None:
    assert "divergence" not in found()[row, "check"] | found()[row, "peers"]
