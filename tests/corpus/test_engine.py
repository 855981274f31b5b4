"""Two workers are at work at the same time, and give the bytes of one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.corpus.conftest import ARTICLES, files, json_lines, run

from xcheck.corpus.engine import started


def test_two_workers_are_at_work_at_the_same_time(tmp_path: Path) -> None:
    """Each of two tasks ends when it has seen the other begin; one worker alone would wait until it gives up."""

    # Inside the test, so that it goes to the workers as it is: they don't have the tests on their path.
    def meet(task: Mapping[str, Any]) -> dict[str, Any]:
        import os  # noqa: PLC0415
        import time  # noqa: PLC0415

        (tmp_path / task["own"]).touch()
        end = time.monotonic() + 240
        while not (met := (tmp_path / task["other"]).exists()) and time.monotonic() < end:
            time.sleep(0.05)
        return {"process": os.getpid(), "met": met}

    results = [*started(2, None).each(meet, [{"own": "a", "other": "b"}, {"own": "b", "other": "a"}])]
    assert [result["met"] for result in results] == [True, True]
    assert len({result["process"] for result in results}) == 2


def test_two_workers_give_the_bytes_of_one(here: Path) -> None:
    for number, article in enumerate(ARTICLES):
        (here / f"{number}.jsonl").write_bytes(json_lines([article]))
    for jobs in (1, 2):
        run(started(jobs, None), f"out{jobs}", ["*.jsonl"])
    assert files(here / "out1") == files(here / "out2")
    assert any("findings" in name for name in files(here / "out1"))
