"""What is kept lies the same way in a folder and on an object store."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.corpus.conftest import ARTICLES, json_lines

from xcheck.corpus.inputs import sources
from xcheck.corpus.plan import Plan
from xcheck.corpus.steps import Cut, Extract
from xcheck.corpus.store import Store, absolute
from xcheck.errors import UsageError


@pytest.fixture(params=["folder", "objects"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store."""
    return Store(str(tmp_path / "out") if request.param == "folder" else f"memory://bucket/{tmp_path.name}")


def test_what_is_written_is_there_until_it_is_removed(store: Store) -> None:
    assert store.names("tables") == []
    for name in ("a", "b", "c"):
        store.write(f"tables/{name}", name.encode())
    store.write("tables/b", b"again")
    assert store.names("tables") == ["a", "b", "c"]
    assert store.read("tables/b") == b"again"
    store.remove("tables/a")
    store.keep_only("tables", ["b"])
    assert [store.has(f"tables/{name}") for name in ("a", "b", "c")] == [False, True, False]
    with pytest.raises(FileNotFoundError):
        store.read("tables/a")


def test_partitions_are_kept_in_it(store: Store, here: Path) -> None:
    (here / "x.jsonl").write_bytes(json_lines(ARTICLES[:2]))
    plan = Plan(store, "code")
    (source,) = sources(["x.jsonl"])[0]
    (digest,) = Cut(plan)({"key": "0", "kind": source.kind, "files": source.files})["digests"]
    partition = plan.key("read", digest)
    result = Extract(plan)({"key": "0", "digest": digest, "partition": partition})
    assert [row["id"] for row in plan.kept("documents", partition)] == ["x.jsonl#1", "x.jsonl#2"]
    assert {row["document"] for row in plan.kept("claims", result["key"])} == {"x.jsonl#1", "x.jsonl#2"}


@pytest.mark.parametrize("form", ["{}", "file://{}", "local://{}"])
def test_a_folder_may_be_given_as_an_address(tmp_path: Path, form: str) -> None:
    assert absolute(form.format(tmp_path / "out")) == str(tmp_path / "out")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("memory://out", r"--out memory://out: xcheck cannot keep tables there: name a folder, or an address in s3://"),
        ("gopher://out", r"gopher://out: this address cannot be opened \(Protocol not known"),
        ("sftp://stell.example/out", r"sftp://stell\.example/out: this address cannot be opened \(.*paramiko"),
    ],
)
def test_an_address_that_no_run_can_write_to_is_refused_with_the_way_out(url: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        absolute(url)


def test_the_input_of_a_run_may_lie_in_any_store(tmp_path: Path) -> None:
    """And its output where an address of a file says."""
    inside = Store(f"memory://{tmp_path.name}")
    inside.write("x.jsonl", json_lines(ARTICLES[:2]))
    (source,) = sources([f"memory://{tmp_path.name}/x.jsonl"])[0]
    plan = Plan(Store(absolute((tmp_path / "out").as_uri())), "code")
    (digest,) = Cut(plan)({"key": "0", "kind": source.kind, "files": source.files})["digests"]
    assert [row["title"] for row in plan.kept("raw", digest)] == [article.title for article in ARTICLES[:2]]
    assert (tmp_path / "out" / ".work" / "raw" / f"{digest}.parquet").is_file()
