"""An article that kills the process that reads it is set aside with its reason, and takes nothing else with it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.corpus.conftest import Article, dockers, files, fire, json_lines, run
from tests.corpus.planted import ROOT, Planted, dies_once
from tests.corpus.test_cluster import Cluster, cluster  # noqa: F401 - a fixture

from xcheck.corpus import apart
from xcheck.corpus.engine import started
from xcheck.corpus.plan import TABLES


def _with(article: Article, words: str) -> Article:
    return article._replace(text=f"{article.text}\n\n{words}")


def _odd(words: str) -> Article:
    return Article("Baker sells oven", f"The baker of Lower Stell has sold the oven of his grandfather. {words}")


PILE = (
    dockers(400, "Port Aldery", "courier"),
    dockers(900, "Port Aldery", "herald"),
    fire(3, "Lantern Quay", "courier"),
    _with(fire(7, "Lantern Quay", "herald"), "[kills compare]"),
    _odd("[fails claims]"),
    _odd("[kills claims]"),
    _odd("[fills claims]"),
    _odd("[kills read]"),
)
CLUSTER = """
import sys
sys.path.insert(0, {root!r})
from tests.corpus.conftest import run
from tests.corpus.planted import Planted
from xcheck.corpus.engine import started
started(2, {address!r})
run(Planted(2, spread=True), "out", ["pile.jsonl"])
"""


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pile, and in ``out`` what a run in this process has made of it."""
    folder = tmp_path_factory.mktemp("poison")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        patched.setattr(apart, "_FUNCTION", apart._FUNCTION)  # which the planted engine changes
        (folder / "pile.jsonl").write_bytes(json_lines(PILE))
        started(1, None)
        run(Planted(1), "out", ["pile.jsonl"])
    return folder


def _table(folder: Path, name: str) -> list[dict[str, Any]]:
    return [row for file in sorted((folder / name).glob("*.parquet")) for row in pq.read_table(file).to_pylist()]


@pytest.mark.parametrize(
    ("number", "step", "reason"),
    [
        (3, "compare", "two processes died of it, the second was killed by signal 9"),
        (5, "claims", "please report it (ZeroDivisionError: by nothing)"),
        (6, "claims", "two processes died of it, the second was killed by signal 9"),
        (7, "claims", "two processes died of it, the second ended with exit code 1"),
        (8, "read", "two processes died of it, the second was killed by signal 9"),
    ],
)
def test_what_kills_its_process_is_set_aside_with_the_reason(pile: Path, number: int, step: str, reason: str) -> None:
    (aside,) = [row for row in _table(pile / "out", "skipped") if row["name"] == f"pile.jsonl#{number}"]
    assert aside["step"] == step
    assert reason in aside["reason"]


def test_all_else_is_as_it_would_be_without(pile: Path) -> None:
    out = pile / "out"
    assert {row["document"] for row in _table(out, "claims")} == {f"pile.jsonl#{n}" for n in (1, 2, 3, 4)}
    assert {row["story"] for row in _table(out, "findings")} == {"pile.jsonl#1"}
    assert json.loads((out / "corpus.json").read_text())["rows"] == {table: len(_table(out, table)) for table in TABLES}
    assert len(_table(out, "skipped")) == 5


def test_workers_that_are_processes_go_on_as_well(here: Path) -> None:
    (here / "harbour.jsonl").write_bytes(json_lines([PILE[0]]))
    (here / "quay.jsonl").write_bytes(json_lines([PILE[2], _odd("[kills claims]")]))
    run(Planted(2), "out", ["*.jsonl"])
    (aside,) = _table(here / "out", "skipped")
    assert (aside["name"], aside["step"]) == ("quay.jsonl#2", "claims")
    assert {row["document"] for row in _table(here / "out", "claims")} == {"harbour.jsonl#1", "quay.jsonl#1"}


@pytest.mark.cluster
def test_workers_of_a_cluster_go_on_as_well(pile: Path, tmp_path: Path, cluster: Cluster) -> None:  # noqa: F811
    """In a process of its own, since one process has one engine."""
    (tmp_path / "pile.jsonl").write_bytes(json_lines(PILE))
    script = CLUSTER.format(root=ROOT, address=cluster.address)
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True)
    assert files(tmp_path / "out") == files(pile / "out")


def test_what_has_died_once_is_tried_again(tmp_path: Path) -> None:
    """Something else may have killed the first process; here it is the test."""
    assert apart.apart(dies_once, tmp_path / "been here") == "done"
