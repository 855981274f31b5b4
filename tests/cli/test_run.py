from __future__ import annotations

import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from xcheck.engine import load
from xcheck.nlp.lexicons.load import rules_folder
from xcheck.records.report import Report

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck


def test_it_finds_what_differs_and_exits_0(xcheck: Xcheck, articles: Path) -> None:
    done = xcheck("run", ".")
    assert (done.code, done.err) == (0, "")
    assert "north.txt:3" in done.out
    assert "Divergences" in done.out
    assert re.fullmatch(
        r"\d+ claims, \d+ agreements?, \d+ divergences?, \d+ extrapolations?.*", done.out.splitlines()[-1]
    )


def test_the_same_bytes_each_time_and_in_any_order(xcheck: Xcheck, articles: Path) -> None:
    first = xcheck("run", "north.txt", "south.txt", "--format", "json").out
    assert first == xcheck("run", "north.txt", "south.txt", "--format", "json").out
    assert first == xcheck("run", "south.txt", "north.txt", "--format", "json").out
    assert first == xcheck("run", ".", "--format", "json").out
    assert Report.model_validate_json(first).documents[0].path == "north.txt"


def test_no_absolute_path_in_any_format(xcheck: Xcheck, articles: Path) -> None:
    for form in ("terminal", "markdown", "json"):
        assert str(articles) not in xcheck("run", articles, "--format", form).out


def test_one_analysis_many_reports(xcheck: Xcheck, articles: Path) -> None:
    done = xcheck("run", ".", "--output", "json=r.json", "--output", "markdown=r.md", "--output", "terminal=r.txt")
    assert (done.code, done.out) == (0, "")
    assert json.loads((articles / "r.json").read_text(encoding="utf-8"))["schema_version"] == 1
    assert (articles / "r.md").read_text(encoding="utf-8").startswith("# north.txt · south.txt")
    assert (articles / "r.txt").read_text(encoding="utf-8").endswith(done.err)  # the counts, told on standard error
    assert sorted(p.name for p in articles.glob("[!.]*")) == ["north.txt", "r.json", "r.md", "r.txt", "south.txt"]


def test_a_format_and_a_file_together(xcheck: Xcheck, articles: Path) -> None:
    done = xcheck("run", ".", "--format", "json", "--output", "json=r.json")
    assert done.out == (articles / "r.json").read_text(encoding="utf-8")
    assert done.err == ""


def test_quiet_says_nothing_but_reports(xcheck: Xcheck, articles: Path) -> None:
    assert xcheck("run", ".", "--quiet", "--output", "json=r.json") == (0, "", "")


def _neither_agrees_nor_counts(finding: dict[str, Any]) -> bool:
    return not {finding["kind"], finding["type"]} & {"agreement", "quantity"}


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--select", "divergence"], lambda f: f["kind"] == "divergence"),
        (["--select", "XQ"], lambda f: f["rule"].startswith("XQ")),
        (
            ["--ignore", "agreement", "--ignore", "quantity"],
            lambda f: not {f["kind"], f["type"]} & {"agreement", "quantity"},
        ),
        (["--min-confidence", "0.8"], lambda f: f["confidence"] >= 0.8),
        (["--min-severity", "error"], lambda f: f["severity"] == "error"),
    ],
)
def test_what_is_shown_can_be_chosen(
    xcheck: Xcheck, articles: Path, options: list[str], shown: Callable[[dict[str, Any]], bool]
) -> None:
    everything = json.loads(xcheck("run", ".", "--format", "json").out)["findings"]
    chosen = json.loads(xcheck("run", ".", "--format", "json", *options).out)["findings"]
    assert chosen == [f for f in everything if shown(f)]
    assert chosen != everything


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--fail-on", "error"], 1)])
def test_what_fails_is_asked_for(xcheck: Xcheck, articles: Path, options: list[str], code: int) -> None:
    assert xcheck("run", ".", "--quiet", "--output", "json=-", *options).code == code
    assert xcheck("run", ".", "--quiet", "--select", "agreement", *options).code == 0


def test_one_article_is_nothing_to_compare(xcheck: Xcheck, articles: Path) -> None:
    (articles / "blank.txt").write_text("\n", encoding="utf-8")
    done = xcheck("run", "north.txt", "blank.txt")
    assert (done.code, done.out) == (3, "")
    assert "only north.txt could be read" in done.err
    assert "skipped blank.txt: empty" in done.err


def test_an_article_against_itself_agrees_throughout(xcheck: Xcheck, articles: Path) -> None:
    shutil.copy("north.txt", "again.txt")
    found = json.loads(xcheck("run", "north.txt", "again.txt", "--format", "json").out)["findings"]
    assert {f["kind"] for f in found} == {"agreement"}


def test_what_was_skipped_is_shown(xcheck: Xcheck, articles: Path) -> None:
    (articles / "blank.txt").write_text("\n", encoding="utf-8")
    done = xcheck("run", ".")
    assert done.code == 0
    assert "Skipped blank.txt: empty" in done.out
    assert done.out.splitlines()[-1].endswith("1 skipped")


def test_an_article_from_standard_input(xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO((articles / "south.txt").read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    done = xcheck("run", "north.txt", "-", "--stdin-filename", "wire.txt", "--format", "json")
    assert [d["path"] for d in json.loads(done.out)["documents"]] == ["north.txt", "wire.txt"]


def test_the_day_of_publication_resolves_weekdays(xcheck: Xcheck, articles: Path) -> None:
    claims = json.loads(xcheck("run", ".", "--format", "json", "--published", "2024-11-27").out)["claims"]
    assert {t["value"] for c in claims for t in c["times"] if t["text"] == "Monday"} == {"2024-11-25"}


def test_a_broken_rule_file_exits_2(xcheck: Xcheck, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = articles / "rules"
    shutil.copytree(rules_folder(), rules)
    (rules / "quantity" / "broken.yaml").write_text("id: [", encoding="utf-8")
    monkeypatch.setattr(load, "rules_folder", lambda: rules)
    done = xcheck("run", "north.txt", "south.txt")
    assert (done.code, done.out) == (2, "")
    assert "broken.yaml" in done.err
