"""A run from inputs to tables: what comes out, that nothing finished is done twice, and that nobody sees a half."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from tests.corpus.conftest import ARTICLES, Counting, files, json_lines, rss, run

from xcheck.corpus.engine import Engine, Step, started
from xcheck.corpus.plan import TABLES
from xcheck.errors import InputError, UsageError

POISON = b"{no json}\n"


class Faulty(Engine):
    """An engine that loses its workers after so many results, as often as it is told to."""

    losses: list[int]

    def each(self, step: Step, tasks: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        for number, result in enumerate(super().each(step, tasks)):
            if self.losses and self.losses[0] == number:
                self.losses.pop(0)
                raise RuntimeError("a worker is gone")
            yield result


@pytest.fixture(scope="module")
def engine() -> Engine:
    return started(1, None)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Path:
    """A folder with inputs and, in ``out``, what a run has made of them."""
    folder = tmp_path_factory.mktemp("corpus")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        _inputs(folder)
        _run(engine)
    return folder


def _inputs(folder: Path) -> None:
    (folder / "courier.jsonl").write_bytes(json_lines(ARTICLES[::2]) + POISON)
    (folder / "herald.rss").write_bytes(rss(ARTICLES[1::2]))


def _run(engine: Engine, out: str = "out", inputs: Sequence[str] = ("courier.jsonl", "herald.rss")) -> Counting:
    return run(engine, out, inputs)


def _table(folder: Path, name: str) -> list[dict[str, Any]]:
    return [row for file in sorted((folder / name).glob("*.parquet")) for row in pq.read_table(file).to_pylist()]


def _times(folder: Path) -> dict[str, int]:
    """When each file of a folder was written."""
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_the_tables_hold_articles_claims_stories_and_findings(corpus: Path) -> None:
    out = corpus / "out"
    documents = _table(out, "documents")
    assert {d["id"] for d in documents} == {*(f"courier.jsonl#{n}" for n in (1, 2, 3)), "herald.rss#1", "herald.rss#2"}
    claims = _table(out, "claims")
    texts = {d["id"]: d["text"] for d in documents}
    assert claims
    assert all(texts[c["document"]][c["start"] : c["end"]] == c["text"] for c in claims)
    told = {tuple(s["documents"]) for s in _table(out, "stories")}
    assert told == {
        ("courier.jsonl#1", "herald.rss#1"),
        ("courier.jsonl#2", "herald.rss#2"),
        ("courier.jsonl#3",),
    }
    findings = _table(out, "findings")
    parted = {f["story"] for f in findings if (f["kind"], f["type"]) == ("divergence", "quantity")}
    assert parted == {"courier.jsonl#1", "courier.jsonl#2"}
    assert json.loads((out / "corpus.json").read_text())["rows"] == {table: len(_table(out, table)) for table in TABLES}


def test_a_table_without_rows_can_be_read(
    corpus: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One article alone: there is nothing to compare, and nothing to set aside."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.jsonl").write_bytes(json_lines(ARTICLES[:1]))
    _run(engine, inputs=["one.jsonl"])
    read = {table: ds.dataset(tmp_path / "out" / table).to_table() for table in TABLES}
    assert (read["stories"].num_rows, read["findings"].num_rows, read["skipped"].num_rows) == (1, 0, 0)
    assert read["findings"].schema.names == ds.dataset(corpus / "out" / "findings").schema.names


def test_poison_is_set_aside_with_its_reason_and_counted(corpus: Path) -> None:
    (aside,) = _table(corpus / "out", "skipped")
    assert (aside["name"], aside["step"]) == ("courier.jsonl#4", "read")
    assert "not JSON" in aside["reason"]


def test_the_index_leads_to_a_page_a_story(corpus: Path) -> None:
    index = (corpus / "out" / "index.html").read_text()
    pages = sorted((corpus / "out" / "pages").glob("*.html"))
    assert len(pages) == 2
    assert all(f'href="pages/{page.name}"' in index for page in pages)
    assert "1 article tells a story alone. 1 thing was set aside." in index
    assert "Port Aldery" in "".join(page.read_text() for page in pages)


def test_nothing_finished_is_done_twice_and_the_bytes_stay(
    corpus: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    before = files(corpus / "out")
    again = _run(engine, inputs=("herald.rss", "courier.jsonl"))
    assert {step: again.given[step] for step in ("extract", "compare")} == {"extract": 0, "compare": 0}
    assert files(corpus / "out") == before


def test_who_was_killed_goes_on_where_it_was(
    corpus: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed: before its claims, while writing a file, before its findings, before its index."""
    import shutil  # noqa: PLC0415

    monkeypatch.chdir(corpus)
    before = files(corpus / "out")
    out = tmp_path / "out"
    shutil.copytree(corpus / "out", out)
    lost = sorted((out / "claims").glob("*.parquet"))[0]
    lost.rename(lost.with_name(".half"))
    for file in (out / "findings").glob("*.parquet"):
        file.unlink()
    (out / "index.html").unlink()
    read = _times(out / "documents")
    again = _run(engine, str(out))
    assert 0 < again.given["extract"] < 6
    assert _times(out / "documents") == read
    assert files(out) == before


def test_lost_workers_change_nothing(
    corpus: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    faulty = Faulty(1)
    object.__setattr__(faulty, "losses", [1, 0])
    _run(faulty, str(tmp_path / "out"))
    assert faulty.losses == []
    assert files(tmp_path / "out") == files(corpus / "out")


def test_an_engine_that_never_gets_on_is_given_up(
    corpus: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    faulty = Faulty(1)
    object.__setattr__(faulty, "losses", [0] * 9)
    told = r"cut: the engine failed 3 times .*\(a worker is gone\).* Run it again"
    with pytest.raises(InputError, match=told):
        _run(faulty, str(tmp_path / "out"))


def test_where_a_step_loses_every_worker_the_error_says_what_it_was_at(
    corpus: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Deadly(Engine):
        def each(self, step: Step, tasks: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
            if type(step).__name__ == "Extract":
                raise RuntimeError("a worker is gone")
            return super().each(step, tasks)

    monkeypatch.chdir(corpus)
    with pytest.raises(InputError, match=r"^extract: .* one of \d from (courier|herald)\.\w+#1 on"):
        _run(Deadly(1), str(tmp_path / "out"))


def test_what_goes_out_of_the_inputs_goes_out_of_the_tables(
    corpus: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil  # noqa: PLC0415

    monkeypatch.chdir(corpus)
    shutil.copytree(corpus / "out", tmp_path / "out")
    again = _run(engine, str(tmp_path / "out"), ("courier.jsonl",))
    assert again.given["extract"] == 0
    assert {d["id"].partition("#")[0] for d in _table(tmp_path / "out", "documents")} == {"courier.jsonl"}
    assert not any((tmp_path / "out" / "pages").glob("*"))
    _run(engine, str(tmp_path / "out"))
    assert files(tmp_path / "out") == files(corpus / "out")


def test_a_folder_with_other_things_is_left_alone(
    corpus: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "dear.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="holds something else"):
        _run(engine, str(tmp_path))
    assert (tmp_path / "documents" / "dear.txt").read_text() == "mine"
