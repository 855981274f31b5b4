"""On a Ray cluster of two workers of this machine the tables are, byte for byte, those of a run in one process.

``XCHECK_CLUSTER_ARTICLES`` says how many articles; 16 unless it does.
"""

from __future__ import annotations

import json
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.cluster

COUNT = int(os.environ.get("XCHECK_CLUSTER_ARTICLES", "16"))
_PATIENCE = 3600  # seconds
_SCALE = Path(__file__).parents[2] / "benchmarks" / "scale.py"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """JSON lines of invented articles, in several files."""
    folder = tmp_path_factory.mktemp("source")
    every = [json.dumps(article) + "\n" for article in runpy.run_path(str(_SCALE))["articles"](COUNT)]
    for number in range(8):
        (folder / f"{number}.jsonl").write_text("".join(every[number::8]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def alone(source: Path) -> dict[str, bytes]:
    """What a run in one process gives."""
    out = source.parent / "alone"
    assert _started(source, out, "--jobs", "1").wait(_PATIENCE) == 0
    return _files(out)


class Cluster:
    """A head that does no work, and two workers, as ``ray start`` starts them."""

    def __init__(self) -> None:
        from ray.cluster_utils import Cluster as Started  # noqa: PLC0415 - only these tests need it

        self._cluster = Started(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
        self._workers = [self._cluster.add_node(num_cpus=1) for _ in range(2)]
        self.address: str = self._cluster.address

    def kill_one(self) -> None:
        """Kill a worker's machine, as far as the cluster can see."""
        self._cluster.remove_node(self._workers.pop(), allow_graceful=False)

    def stop(self) -> None:
        """Stop all that was started."""
        self._cluster.shutdown()  # type: ignore[no-untyped-call]


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A cluster of two workers, stopped at the end."""
    started = Cluster()
    yield started
    started.stop()


def _started(source: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "xcheck", "corpus", "run", str(source), "--out", str(out), "--quiet", *options]
    return subprocess.Popen(command)


def _files(folder: Path) -> dict[str, bytes]:
    """All that a reader of the folder sees."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".work" not in file.parts
    }


def _wait(process: subprocess.Popen[bytes], until: Callable[[], bool]) -> None:
    """Wait until something has come about in a run that goes on."""
    end = time.monotonic() + _PATIENCE
    while not until():
        assert process.poll() is None, "the run ended too soon: give it more articles"
        assert time.monotonic() < end
        time.sleep(0.2)


def _claimed(out: Path) -> dict[str, int]:
    """The partitions whose claims are kept, each with the time of its file."""
    return {file.name: file.stat().st_mtime_ns for file in (out / "claims").glob("*.parquet")}


def test_two_workers_give_the_same_bytes(
    source: Path, alone: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    assert _started(source, tmp_path, "--ray", cluster.address).wait(_PATIENCE) == 0
    assert _files(tmp_path) == alone


def test_a_worker_killed_in_the_middle_changes_nothing(
    source: Path, alone: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    run = _started(source, tmp_path, "--ray", cluster.address)
    _wait(run, lambda: bool(_claimed(tmp_path)))
    cluster.kill_one()
    assert run.wait(_PATIENCE) == 0
    assert _files(tmp_path) == alone


def test_a_driver_killed_and_started_again_does_nothing_twice(
    source: Path, alone: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    run = _started(source, tmp_path, "--ray", cluster.address)
    _wait(run, lambda: bool(_claimed(tmp_path)))
    run.send_signal(signal.SIGKILL)
    run.wait()
    finished = _claimed(tmp_path)
    assert _started(source, tmp_path, "--ray", cluster.address).wait(_PATIENCE) == 0
    assert _files(tmp_path) == alone
    after = _claimed(tmp_path)
    assert {name: after[name] for name in finished} == finished
