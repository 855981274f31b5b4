"""The formats for machines, through the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from junitparser import JUnitXml

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck

RULE = """\
id: XQ901
name: tally-differs
kind: divergence
type: quantity
severity: error
confidence: 0.99
summary: A rule of this newsroom.
why: Because we say so.
when:
  quantity: conflict
message: "{left.quantity} or {right.quantity}?"
examples:
  - {a: "The fire destroyed 40 buses on Sunday.", b: "Sunday's fire destroyed 65 buses.", finds: true}
  - {a: "Police arrested 12 people on Friday night.", b: "Nineteen people were arrested by police.", finds: true}
  - {a: "The fire destroyed 40 buses on Sunday.", b: "Sunday's fire destroyed 40 buses.", finds: false}
  - {a: "The fire destroyed 40 buses on Sunday.", b: "Some 65 men fought the fire.", finds: false}
"""


def test_one_analysis_many_reports(xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    outputs = [f"--output={form}=x.{form}" for form in ("sarif", "junit", "json", "github")]
    assert xcheck("run", ".", "--isolated", *outputs).code == 0
    (run,) = json.loads((articles / "x.sarif").read_text(encoding="utf-8"))["runs"]
    found = json.loads((articles / "x.json").read_text(encoding="utf-8"))["findings"]
    assert [result["properties"]["id"] for result in run["results"]] == [finding["id"] for finding in found]
    assert JUnitXml.fromfile(str(articles / "x.junit")).tests == len(found)
    shown = [f for f in found if f["kind"] != "agreement"]
    assert (articles / "x.github").read_text(encoding="utf-8").count("\n") == len(shown)


def test_a_rule_of_the_newsroom_is_described(xcheck: Xcheck, articles: Path) -> None:
    (articles / "tally.yaml").write_text(RULE, encoding="utf-8")
    done = xcheck("run", "north.txt", "south.txt", "--isolated", "--rules", "tally.yaml", "--format", "sarif")
    (run,) = json.loads(done.out)["runs"]
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert described["XQ901"]["fullDescription"]["text"] == "Because we say so."


def test_the_summary_of_a_step_is_appended(xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = articles / "summary.log"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    arguments = ("run", "north.txt", "south.txt", "--isolated", "--format")
    assert xcheck(*arguments, "markdown").code == 0
    assert summary.read_text(encoding="utf-8") == "before\n"
    assert xcheck(*arguments, "github").out.startswith("::error file=north.txt,line=3,")
    assert summary.read_text(encoding="utf-8").startswith("before\n# north.txt")


def test_a_summary_that_cannot_be_written_is_an_error(
    xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(articles / "gone" / "summary.log"))
    done = xcheck("run", "north.txt", "south.txt", "--isolated", "--format", "github")
    assert done.code == 2
    assert "GITHUB_STEP_SUMMARY" in done.err


def test_the_server_says_what_it_takes(xcheck: Xcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    done = xcheck("lsp")
    assert done.code == 2
    assert "xcheck-claims[lsp]" in done.err
