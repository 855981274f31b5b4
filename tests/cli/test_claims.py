from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from xcheck.records.claim import Claim

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck


def test_a_table_to_check_against_the_text(xcheck: Xcheck, articles: Path) -> None:
    done = xcheck("claims", ".")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("north.txt: ")
    assert "\nsouth.txt: " in done.out
    assert "400 dockers" in done.out


def test_json_lines_that_read_back(xcheck: Xcheck, articles: Path) -> None:
    done = xcheck("claims", "north.txt", "--format", "jsonl")
    claims = [Claim.model_validate_json(line) for line in done.out.splitlines()]
    text = (articles / "north.txt").read_text(encoding="utf-8")
    assert claims
    assert all(text[c.start : c.end] == c.text for c in claims)
    assert {c.document for c in claims} == {"north.txt"}


def test_one_article_is_enough(xcheck: Xcheck, articles: Path) -> None:
    assert xcheck("claims", "south.txt").code == 0


def test_the_same_lines_as_in_the_report(xcheck: Xcheck, articles: Path) -> None:
    lines = [json.loads(line) for line in xcheck("claims", ".", "--format", "jsonl").out.splitlines()]
    claims = json.loads(xcheck("run", ".", "--format", "json").out)["claims"]
    assert lines == [{k: v for k, v in claim.items() if k not in ("support", "state", "gate")} for claim in claims]
