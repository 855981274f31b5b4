from __future__ import annotations

import pytest

from xcheck.errors import UsageError
from xcheck.records.finding import Kind
from xcheck.records.report import Report
from xcheck.records.rule import Rule
from xcheck.reports.selection import Selection, resolved, selected


def _rule(rule_id: str, name: str, kind: Kind, type_: str | None) -> Rule:
    return Rule(
        id=rule_id,
        name=name,
        kind=kind,
        type=type_,
        severity="note",
        summary="s",
        why="w",
        when={"quantity": ("conflict",)},
        message="m",
        examples=(),
    )


RULES = [
    _rule("XQ002", "figure-against-unknown", "divergence", "quantity-unknown"),
    _rule("XE001", "forecast", "extrapolation", None),
]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["XE001", "XQ002"]),
        (Selection(select=("XQ002",)), ["XQ002"]),
        (Selection(select=("xq",)), ["XQ002"]),
        (Selection(select=("Extrapolation",)), ["XE001"]),
        (Selection(select=("quantity-unknown", "XE")), ["XE001", "XQ002"]),
        (Selection(ignore=("XQ",)), ["XE001"]),
        (Selection(select=("XQ",), ignore=("divergence",)), []),
        (Selection(min_severity="warning"), ["XQ002"]),
        (Selection(min_severity="error"), []),
        (Selection(min_confidence=0.6), ["XE001", "XQ002"]),
        (Selection(min_confidence=0.61), ["XQ002"]),
    ],
)
def test_what_is_shown(report: Report, selection: Selection, expected: list[str]) -> None:
    assert [f.rule for f in selected(report, selection).findings] == expected


def test_the_rest_of_the_report_stays(report: Report) -> None:
    shown = selected(report, Selection(select=("agreement",)))
    told = {"findings": (), "hidden": 2, "states": shown.states}
    assert shown == report.model_copy(update=told)


def test_a_name_of_a_rule_stands_for_its_id() -> None:
    assert resolved(["figure-against-unknown", "XE", "Divergence", "time"], RULES) == (
        "XQ002",
        "XE",
        "Divergence",
        "time",
    )


@pytest.mark.parametrize(
    ("selector", "meant"), [("XZ", ""), ("XQ0022", "XQ002"), ("divergense", "divergence"), ("forcast", "forecast")]
)
def test_a_selector_that_can_find_nothing_is_an_error(selector: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"{selector}.*{meant}"):
        resolved([selector], RULES)
