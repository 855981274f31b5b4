from __future__ import annotations

from datetime import date

from junitparser import Failure, JUnitXml, Skipped, TestCase

from xcheck.records.report import Report, Suppressed
from xcheck.reports.junit import render


def cases(report: Report, texts: dict[str, str]) -> dict[str, list[TestCase]]:
    """The cases by suite, read back by the library that CI servers' tools use."""
    return {str(suite.name): list(suite) for suite in JUnitXml.fromstring(render(report, texts).encode())}


def test_a_suite_a_pair_of_documents(report: Report, texts: dict[str, str]) -> None:
    found = cases(report, texts)
    assert list(found) == ["north.txt", "north.txt · south.txt", "inputs that were not read"]
    (figure,) = found["north.txt · south.txt"]
    (result,) = figure.result
    assert isinstance(result, Failure)
    assert (result.type, result.message) == (
        "warning",
        "north.txt gives 400 dockers; south.txt says that the number is unclear.",
    )
    assert result.text.splitlines() == [
        "quantity-unknown · XQ002 · confidence 0.84",
        "- north.txt:3: Some 400 dockers walked out on Monday",
        "- south.txt:3: How many dockers walked out is unclear",
    ]
    assert figure.classname == "divergence.XQ002"
    assert 'file="north.txt" line="3"' in render(report, texts)


def test_the_totals_stand_at_the_root(report: Report, texts: dict[str, str]) -> None:
    root = JUnitXml.fromstring(render(report, texts).encode())
    assert (root.tests, root.failures, root.skipped, root.errors) == (3, 2, 1, 0)


def test_agreements_pass_and_show_their_passages(report: Report, texts: dict[str, str]) -> None:
    same = report.findings[1].model_copy(update={"kind": "agreement", "type": None})
    (case,) = cases(report.model_copy(update={"findings": (same,), "skipped": ()}), texts)["north.txt · south.txt"]
    assert case.is_passed
    assert "south.txt:3: How many dockers" in case.system_out


def test_what_is_alone_accepted_or_let_pass_is_skipped_with_the_reason(report: Report, texts: dict[str, str]) -> None:
    alone, old = report.findings
    alone = alone.model_copy(update={"kind": "uncorroborated"})
    old = old.model_copy(update={"baseline": "unchanged"})
    passed = Suppressed(finding=old, reason="the wire erred", written="text", place="a.md:3", until=date(2030, 1, 1))
    found = cases(report.model_copy(update={"findings": (alone, old), "suppressed": (passed,), "skipped": ()}), texts)
    results = [case.result[0] for suite in found.values() for case in suite]
    assert all(isinstance(result, Skipped) for result in results)
    reasons = ["no other article speaks of it", "accepted before", "let pass: the wire erred"]
    assert [result.message for result in results] == reasons


def test_without_a_finding_one_case_passes(report: Report) -> None:
    bare = report.model_copy(update={"findings": (), "skipped": ()})
    ((suite, (case,)),) = cases(bare, {}).items()
    assert suite == "north.txt · south.txt"
    assert case.is_passed


def test_the_same_bytes_each_time(report: Report, texts: dict[str, str]) -> None:
    assert render(report, texts) == render(report.model_copy(deep=True), dict(texts))
