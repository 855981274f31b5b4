"""The processes themselves: what they find, and that what hangs or swells is ended."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from xcheck.desk.uploads import Upload
from xcheck.desk.work import process
from xcheck.desk.work.checks import Checks
from xcheck.desk.work.jobs import Job, Jobs
from xcheck.desk.work.process import Worker
from xcheck.errors import InputError
from xcheck.records.report import Report

COURIER = "Dockers walk out\n\nAbout 400 dockers walked out at Port Aldery on Monday, as the Harbour Union put it.\n"
HERALD = "Dockers strike\n\nAbout 600 dockers walked out at Port Aldery on Monday, as the Harbour Union put it.\n"


def _asked(folder: Path, *requests: dict[str, Any]) -> tuple[list[Any], list[dict[str, Any]]]:
    """The results of requests to one process, an error in place of a result; and what it told on the way."""
    told: list[dict[str, Any]] = []

    async def ask() -> list[Any]:
        worker = await Worker.start(folder)
        try:
            return [await _result(worker.ask(one, 300, told.append)) for one in requests]
        finally:
            await worker.end()

    return asyncio.run(ask()), told


async def _result(answer: Awaitable[dict[str, Any]]) -> Any:
    try:
        return await answer
    except InputError as error:
        return error


def test_one_process_reads_checks_and_refuses(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("../wire/courier.txt", COURIER)
        archive.writestr("picture.png", b"\x89PNG")
    uploads = [Upload("herald.txt", HERALD.encode(), role="draft"), Upload("wire.zip", held.getvalue())]
    begin = {"task": "begin", "case": "a", "kind": "draft", "uploads": [one.sent() for one in uploads]}
    empty = begin | {"uploads": [Upload("a.txt", b"").sent(), Upload("b.txt", HERALD.encode()).sent()]}
    sources: list[Any] = []
    check = {"task": "check", "case": "a", "draft": "herald (draft).txt", "published": "", "whole": False}
    (begun, refused), told = _asked(tmp_path, begin, empty | {"kind": "comparison"})
    report = Report.model_validate_json(begun["report"])
    assert [d.id for d in report.documents] == ["herald (draft).txt", "courier.txt"]
    assert any(f.kind == "divergence" and f.type == "quantity" for f in report.findings)
    assert [s.path for s in report.skipped] == ["picture.png"]
    assert begun["draft"]["text"] == HERALD
    assert [said["doing"] for said in told][:2] == ["Reading herald.txt", "Reading courier.txt"]
    assert isinstance(refused, InputError)
    assert "a.txt: empty" in str(refused)
    sources = begun["articles"]
    texts = [HERALD, HERALD.replace("600", "400"), " \n"]
    (found, gone, empty_now), _ = _asked(tmp_path, *(check | {"sources": sources, "text": text} for text in texts))
    (one,) = [f for f in found["findings"] if f["type"] == "figure"]
    assert HERALD[one["from"] : one["to"]].startswith(("About 600", "600"))
    assert "400" in one["passages"][0]["quote"]
    assert not [f for f in gone["findings"] if f["type"] == "figure"]
    assert "empty" in str(empty_now)


def _in_a_process_that(does: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_START", does)


def test_what_hangs_is_ended_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _in_a_process_that("import time; time.sleep(600)", monkeypatch)

    async def ask() -> bool:
        worker = await Worker.start(tmp_path)
        with pytest.raises(InputError, match=r"more than 0\.1 seconds"):
            await worker.ask({}, 0.1)
        return worker.alive

    assert not asyncio.run(ask())


SWELLS = "import sys; from xcheck.desk.work.worker import _limit; _limit(int(sys.argv[3])); bytearray(2_000_000_000)"


@pytest.mark.parametrize("does", [SWELLS, "raise SystemExit(3)", "print('no JSON', flush=True)"])
def test_what_breaks_is_told(does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    _in_a_process_that(path + does, monkeypatch)

    async def ask() -> None:
        worker = await Worker.start(tmp_path, memory=1_000_000_000)
        with pytest.raises(InputError, match="ended early"):
            await worker.ask({}, 300)
        assert not worker.alive

    asyncio.run(ask())


SPINS = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from xcheck.desk.work.worker import allow
for line in sys.stdin:
    asked = json.loads(line)
    allow(1)
    while asked.get("text") == "spins":
        pass
    print(json.dumps({"result": asked}), flush=True)
"""


def test_what_spins_is_ended_and_told_and_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _in_a_process_that(SPINS, monkeypatch)

    async def run() -> None:
        checks = Checks(tmp_path, 2, seconds=300)
        spinning = asyncio.create_task(checks.check("ana", "w", {"text": "spins"}))
        for i in range(5):
            text = {"text": f"text {i}"}
            assert await checks.check("bea", "w", text) == text
        with pytest.raises(InputError, match="processor time"):
            await spinning
        assert await checks.check("ana", "w", {"text": "mended"}) == {"text": "mended"}
        await checks.close()

    asyncio.run(run())


NAMES_ITSELF = """
import json, os, sys
for line in sys.stdin:
    asked = json.loads(line)
    while asked.get("text") == "spins":
        pass
    print(json.dumps({"result": {"process": os.getpid()}}), flush=True)
"""


def test_a_case_stays_with_its_process_unless_that_is_stuck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _in_a_process_that(NAMES_ITSELF, monkeypatch)

    async def run() -> None:
        checks = Checks(tmp_path, 2, seconds=300, patience=0.1)

        async def process_of(case: str, window: str = "w", text: str = "") -> int:
            found = await checks.check("ana", window, {"case": case, "text": text})
            assert found is not None
            return int(found["process"])

        one, other = await asyncio.gather(process_of("a", "1"), process_of("b", "2"))
        assert one != other
        for case in "abbaab":
            assert await process_of(case) == (one if case == "a" else other)
        stuck = asyncio.create_task(process_of("a", "3", "spins"))
        await asyncio.sleep(0)
        assert await process_of("a", "4") == other
        stuck.cancel()
        await checks.close()

    asyncio.run(run())


def test_a_process_may_use_as_much_for_each_task(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five tasks of half a second each: together more than one may use, by the same clock as the limit."""
    script = SPINS.replace(
        'while asked.get("text") == "spins":',
        "until = time.process_time() + 0.5\n    while time.process_time() < until:",
    )
    _in_a_process_that(script.replace("import json, sys", "import json, sys, time"), monkeypatch)
    tasks = [{"n": n} for n in range(5)]
    assert _asked(tmp_path, *tasks)[0] == tasks


def test_a_job_that_hangs_takes_no_other_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _in_a_process_that(
        "import json, sys, time\n"
        "asked = json.loads(sys.stdin.readline())\n"
        "time.sleep(600 if asked['case'] == 'hangs' else 0)\n"
        "print(json.dumps({'result': asked}), flush=True)\n",
        monkeypatch,
    )
    ended: dict[str, str] = {}

    def told(case: str, how: str) -> Callable[[Any], Awaitable[None]]:
        async def tell(_: Any) -> None:
            ended[case] = how

        return tell

    async def run() -> None:
        jobs = Jobs(tmp_path, most=2, seconds=30)
        for case in ("hangs", "one", "two"):
            jobs.begin({"case": case}, told(case, "done"), told(case, "failed"))
        for case in ("one", "two"):
            job = jobs.of(case)
            async for _ in job.steps() if job else _nothing():
                pass
        assert ended == {"one": "done", "two": "done"}
        assert jobs.of("hangs") is not None
        await jobs.close()
        assert jobs.of("hangs") is None

    asyncio.run(run())


async def _nothing() -> AsyncIterator[Job]:
    none: tuple[Job, ...] = ()
    for step in none:
        yield step
