from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from xcheck.engine.load import load_rules
from xcheck.records.finding import Evidence
from xcheck.records.report import Report, ReportedDocument, Suppressed, UnusedSuppression
from xcheck.reports.sarif import render

jsonschema = pytest.importorskip("jsonschema")

MULTITOOL = "@microsoft/sarif-multitool-linux@5.7.0"


def log(report: Report, texts: dict[str, str]) -> Any:
    """The only run of the log."""
    (run,) = json.loads(render(report, texts, load_rules()))["runs"]
    return run


def test_a_result_shows_both_sides(report: Report, texts: dict[str, str]) -> None:
    _, figure = log(report, texts)["results"]
    assert (figure["ruleId"], figure["kind"], figure["level"], figure["rank"]) == ("XQ002", "fail", "warning", 84.0)
    assert figure["message"]["text"] == (
        "north.txt gives 400 dockers; south.txt says that the number is unclear. Compare [south.txt](1)."
    )
    ((here,), (there,)) = figure["locations"], figure["relatedLocations"]
    assert here["physicalLocation"]["artifactLocation"] == {"uri": "north.txt", "uriBaseId": "%SRCROOT%", "index": 0}
    assert here["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 6,
        "endLine": 3,
        "endColumn": 17,
        "snippet": {"text": "400 dockers"},
    }
    assert here["physicalLocation"]["contextRegion"]["snippet"]["text"] == "Some 400 dockers walked out on Monday"
    assert (there["id"], there["physicalLocation"]["region"]["startLine"]) == (1, 3)
    assert figure["partialFingerprints"] == {"xcheck/v1": "0123456789abcdef"}


def test_columns_count_code_points(report: Report) -> None:
    text = "🚢🚢 e\u0301 sank"
    evidence = Evidence(document="north.txt", start=6, end=10, text="sank")
    one = report.findings[0].model_copy(update={"evidence": (evidence,)})
    run = log(report.model_copy(update={"findings": (one,)}), {"north.txt": text})
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert (region["startColumn"], region["endColumn"]) == (7, 11)


def test_rules_are_described_from_their_files(report: Report, texts: dict[str, str]) -> None:
    run = log(report, texts)
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(described) == {"XE001", "XQ002"}
    rule = described["XQ002"]
    assert rule["name"] == "FigureAgainstUnknown"
    assert rule["defaultConfiguration"]["level"] == "warning"
    assert "## Why it matters" in rule["help"]["markdown"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(
    ("kind", "expected", "level"),
    [
        ("agreement", "pass", "none"),
        ("divergence", "fail", "warning"),
        ("extrapolation", "fail", "warning"),
        ("uncorroborated", "open", "none"),
    ],
)
def test_kinds_and_levels(report: Report, kind: str, expected: str, level: str) -> None:
    one = report.findings[1].model_copy(update={"kind": kind})
    (result,) = log(report.model_copy(update={"findings": (one,)}), {})["results"]
    assert (result["kind"], result["level"]) == (expected, level)


def test_a_baseline_is_told_for_each_result(report: Report, texts: dict[str, str]) -> None:
    states = ("new", "unchanged")
    found = tuple(f.model_copy(update={"baseline": s}) for f, s in zip(report.findings, states, strict=True))
    run = log(report.model_copy(update={"findings": found}), texts)
    assert [result["baselineState"] for result in run["results"]] == ["new", "unchanged"]
    assert all("baselineState" not in result for result in log(report, texts)["results"])


def full(report: Report) -> Report:
    """A report with everything that a log can tell."""
    first, second = report.findings
    passed = Suppressed(
        finding=second, reason="the wire {erred}", written="text", place="a.md:3", until=date(2030, 1, 1)
    )
    listed = passed.model_copy(update={"written": "file", "until": None})
    idle = UnusedSuppression(names="XT001", place="draft.md:7", reason="it gives no reason")
    alone = first.model_copy(update={"kind": "uncorroborated"})
    same = second.model_copy(update={"kind": "agreement", "baseline": "new"})
    return report.model_copy(
        update={
            "findings": (first, second, alone, same),
            "suppressed": (passed, listed),
            "unused_suppressions": (idle,),
        }
    )


def test_what_was_let_pass_carries_its_justification(report: Report, texts: dict[str, str]) -> None:
    results = log(full(report), texts)["results"]
    assert [bool(result["suppressions"]) for result in results] == [False] * 4 + [True] * 2
    (written,), (listed,) = (result["suppressions"] for result in results[4:])
    assert (written["kind"], written["status"]) == ("inSource", "accepted")
    assert written["justification"] == "the wire {erred}"
    assert written["properties"] == {"place": "a.md:3", "until": "2030-01-01"}
    assert listed["kind"] == "external"


def test_what_was_not_read_and_what_is_idle_are_told(report: Report, texts: dict[str, str]) -> None:
    (invocation,) = log(full(report), texts)["invocations"]
    (skipped,), (idle,) = invocation["toolExecutionNotifications"], invocation["toolConfigurationNotifications"]
    assert skipped["message"]["text"] == "notes.txt was not read: empty: there is no text in it"
    assert idle["message"]["text"] == "draft.md:7: the suppression of XT001 is idle: it gives no reason"


def test_words_of_an_article_make_no_link_and_no_placeholder(report: Report) -> None:
    one = report.findings[1].model_copy(update={"message": "It {0} says [this](https://example.org)."})
    documents = (ReportedDocument(id="south.txt", path="a [b](c)%#.txt"),)
    run = log(report.model_copy(update={"findings": (one,), "documents": documents}), {})
    (result,) = run["results"]
    said = "It {{0}} says [this] (https://example.org). Compare [a \\[b\\] (c)%#.txt](1)."
    assert result["message"]["text"] == said
    assert run["artifacts"][0]["location"]["uri"] == "a%20%5Bb%5D%28c%29%25%23.txt"


def test_a_page_of_the_web_has_no_region(report: Report, texts: dict[str, str]) -> None:
    page = ReportedDocument(id="north.txt", path="north.html")
    run = log(report.model_copy(update={"documents": (page, report.documents[1])}), texts)
    location = run["results"][1]["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["message"]["text"] == "Some 400 dockers walked out on Monday"


@pytest.fixture(scope="session")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Microsoft's SARIF Multitool for Linux, from npm's registry."""
    if shutil.which("npm") is None:
        pytest.skip("npm is missing: the SARIF validator cannot be fetched")
    folder = tmp_path_factory.mktemp("multitool")
    subprocess.run(["npm", "pack", "--silent", MULTITOOL], cwd=folder, check=True, capture_output=True)
    (archive,) = folder.glob("*.tgz")
    subprocess.run(["tar", "xzf", archive], cwd=folder, check=True)
    program = folder / "package" / "Sarif.Multitool"
    program.chmod(0o755)
    return program


def validated(multitool: Path, text: str, folder: Path) -> list[tuple[str, str]]:
    """What the validator has against a log: rule and level of each complaint."""
    (folder / "xcheck.sarif").write_text(text, encoding="utf-8")
    command = [str(multitool), "validate", "xcheck.sarif", "--output", "found.sarif"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (folder / "found.sarif").exists(), done.stdout + done.stderr
    (run,) = json.loads((folder / "found.sarif").read_text(encoding="utf-8-sig"))["runs"]
    return [(result["ruleId"], result.get("level", "warning")) for result in run["results"]]


@pytest.mark.validator
@pytest.mark.parametrize(
    "mistake",
    [('"ruleIndex": 1', '"ruleIndex": 7', "SARIF1009"), ('"startLine": 4', '"startLine": 9', "SARIF1007")],
)
def test_the_validator_knows_wrong_from_right(
    multitool: Path, report: Report, texts: dict[str, str], tmp_path: Path, mistake: tuple[str, str, str]
) -> None:
    right, wrong, complaint = mistake
    text = render(report, texts, load_rules()).replace(right, wrong)
    assert (complaint, "error") in validated(multitool, text, tmp_path)


@pytest.mark.validator
def test_the_log_is_valid(multitool: Path, report: Report, texts: dict[str, str], tmp_path: Path) -> None:
    text = render(full(report), texts, load_rules())
    # It asks for the address of the tool's pages, of which there are none; and says nothing where it cannot read a log.
    assert validated(multitool, text, tmp_path) == [("SARIF2005", "warning")]
    schema = json.loads((multitool.parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(text), schema)
