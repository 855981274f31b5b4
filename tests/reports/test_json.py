from __future__ import annotations

import json

from xcheck.records.report import Report
from xcheck.reports.json import dumped, render


def test_it_is_the_dump_of_the_report(report: Report) -> None:
    assert json.loads(render(report)) == report.model_dump(mode="json")


def test_it_is_written_piece_by_piece_as_it_would_be_at_once(report: Report) -> None:
    for given in (report, report.model_copy(update={"findings": (), "skipped": (), "claims": ()})):
        assert render(given) == dumped(given.model_dump(mode="json"))


def test_it_reads_back_as_the_same_report(report: Report) -> None:
    assert Report.model_validate_json(render(report)) == report


def test_the_same_bytes_each_time_and_a_newline_at_the_end(report: Report) -> None:
    assert render(report) == render(report.model_copy(deep=True))
    assert render(report).endswith("}\n")


def test_letters_of_any_script_stay_readable(report: Report) -> None:
    odd = report.findings[0].model_copy(update={"message": "Čapek’s 港"})
    assert "Čapek’s 港" in render(report.model_copy(update={"findings": (odd,)}))
