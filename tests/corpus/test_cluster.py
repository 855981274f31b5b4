"""On a Ray cluster of two workers of this machine the tables are, byte for byte, those of a run in one process.

``XCHECK_CLUSTER_ARTICLES`` says how many articles there are, 16 unless it does; ``XCHECK_CLUSTER_PATIENCE`` how many
seconds a run may take. Ray's own processes give way to all others (they are nice to 15) unless told not to: on a busy
machine they would never get to work.
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
from typing import Any

import pytest
from tests.corpus.conftest import files

COUNT = int(os.environ.get("XCHECK_CLUSTER_ARTICLES", "16"))
PATIENCE = int(os.environ.get("XCHECK_CLUSTER_PATIENCE", "900"))
_FILES = 8
_TRIES = 3  # to start a machine of the cluster, for which Ray allows 30 seconds
_SETTINGS = {
    "RAY_worker_niceness": "0",
    "RAY_enable_worker_prestart": "0",
    "RAY_prestart_worker_first_driver": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}
_ARTICLES = Path(__file__).parents[2] / "benchmarks" / "recombined.py"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """JSON lines of short articles, in several files."""
    folder = tmp_path_factory.mktemp("source")
    every = [json.dumps(article) + "\n" for article in runpy.run_path(str(_ARTICLES))["articles"](COUNT)]
    for number in range(_FILES):
        (folder / f"{number}.jsonl").write_text("".join(every[number::_FILES]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def alone(source: Path) -> dict[str, bytes]:
    """What a run in one process gives."""
    out = source.parent / "alone"
    _ended(_started(source, out, "--jobs", "1"), out)
    return files(out)


class Cluster:
    """A head that does no work, and two workers, as ``ray start`` starts them."""

    def __init__(self) -> None:
        from ray.cluster_utils import Cluster as Started  # noqa: PLC0415 - only these tests need it

        self._cluster = Started()
        self._add(0, include_dashboard=False)
        self._workers = [self._add(1) for _ in range(2)]
        self.address: str = self._cluster.address

    def _add(self, processors: int, **options: Any) -> Any:
        for left in reversed(range(_TRIES)):
            try:
                return self._cluster.add_node(num_cpus=processors, object_store_memory=100_000_000, **options)
            except Exception as error:  # noqa: BLE001 - Ray raises that itself
                if not left:
                    self.stop()
                    pytest.fail(f"Ray did not start in {_TRIES} tries, at a load of {os.getloadavg()[0]:.0f}: {error}")
        return None

    def kill_one(self) -> None:
        """Kill a worker's machine, as far as the cluster can see."""
        self._cluster.remove_node(self._workers.pop(), allow_graceful=False)

    def stop(self) -> None:
        """Stop all that was started."""
        self._cluster.shutdown()  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A cluster of two workers, stopped at the end."""
    with pytest.MonkeyPatch.context() as patched:
        for name, value in _SETTINGS.items():
            patched.setenv(name, value)
        started = Cluster()
        yield started
        started.stop()


def _started(source: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "xcheck", "corpus", "run", str(source), "--out", str(out), "--quiet", *options]
    return subprocess.Popen(command)


def _wait(process: subprocess.Popen[bytes], out: Path, until: Callable[[], bool]) -> None:
    """Wait until something has come about. Fails, and ends the run, where that takes too long."""
    end = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > end:
            process.kill()
            made = {folder.name: len([*folder.iterdir()]) for folder in out.iterdir() if folder.is_dir()}
            pytest.fail(f"still at it after {PATIENCE} s, at a load of {os.getloadavg()[0]:.0f}; files so far: {made}")
        time.sleep(0.1)


def _ended(process: subprocess.Popen[bytes], out: Path) -> None:
    _wait(process, out, lambda: process.poll() is not None)
    assert process.returncode == 0


def _reached(process: subprocess.Popen[bytes], out: Path, partitions: int) -> None:
    """Wait until so many partitions have their claims, and others have not."""
    _wait(process, out, lambda: len(_claimed(out)) >= partitions or process.poll() is not None)
    assert process.poll() is None
    assert len(_claimed(out)) < _FILES, "too late to kill anybody in the middle: give it more articles"


def _claimed(out: Path) -> dict[str, int]:
    """The partitions whose claims are kept, each with the time of its file."""
    return {file.name: file.stat().st_mtime_ns for file in (out / "claims").glob("*.parquet")}


@pytest.mark.cluster
def test_two_workers_give_the_same_bytes(
    source: Path, alone: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    _ended(_started(source, tmp_path, "--ray", cluster.address), tmp_path)
    assert files(tmp_path) == alone


def test_a_driver_and_then_a_worker_killed_in_the_middle_change_nothing(
    source: Path, alone: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    """And nothing that was finished is done twice."""
    run = _started(source, tmp_path, "--ray", cluster.address)
    _reached(run, tmp_path, 1)
    run.send_signal(signal.SIGKILL)
    run.wait()
    finished = _claimed(tmp_path)
    again = _started(source, tmp_path, "--ray", cluster.address)
    _reached(again, tmp_path, len(finished) + 1)
    cluster.kill_one()
    _ended(again, tmp_path)
    assert files(tmp_path) == alone
    after = _claimed(tmp_path)
    assert {name: after[name] for name in finished} == finished
