"""What others decide, told to a page that listens."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import StreamingResponse
from tests.desk.conftest import COURIER, HERALD, PRINT, reported

from xcheck.desk.settings import Settings
from xcheck.desk.store.records import Decided, Decision
from xcheck.desk.store.store import Store
from xcheck.desk.web.news import events
from xcheck.desk.web.pages import Desk
from xcheck.desk.work.checks import Checks
from xcheck.desk.work.jobs import Jobs
from xcheck.desk.work.news import News
from xcheck.records.document import Document


@pytest.fixture
def own(settings: Settings, store: Store, tmp_path: Path) -> Desk:
    return Desk(settings, store, Jobs(tmp_path, 1), Checks(tmp_path, 1))


@pytest.fixture
def case(store: Store) -> str:
    documents = [Document.from_text(text, name=f"{i}.txt") for i, text in enumerate((COURIER, HERALD))]
    return store.finish(store.begin("comparison", "Strike", "ana"), documents, "", reported(documents)).id


def _listening(own: Desk, case: str, since: str = "", last: str = "") -> Request:
    app = SimpleNamespace(state=SimpleNamespace(desk=own))
    headers = [(b"last-event-id", last.encode())] if last else []
    query = f"since={since}".encode()
    scope = {"type": "http", "app": app, "path_params": {"case": case}, "headers": headers, "query_string": query}
    return Request(scope)


async def _heard(request: Request) -> Any:
    answer = await events(request)
    assert isinstance(answer, StreamingResponse)
    return aiter(answer.body_iterator)


def _decide(own: Desk, case: str, decision: Decision) -> int:
    decided = Decided(id=0, fingerprint=PRINT, rule="XQ001", decision=decision, made="", maker="bea")
    return own.store.decide(case, decided).id


def _read(event: Any) -> tuple[int, Any]:
    number, data = str(event).strip().split("\n")
    return int(number.removeprefix("id: ")), json.loads(data.removeprefix("data: "))[PRINT]["as"]


def test_a_decision_reaches_whoever_listens_at_once_and_only_once(own: Desk, case: str) -> None:
    async def run() -> None:
        first = _decide(own, case, "confirmed")
        stream = await _heard(_listening(own, case, since="0"))
        assert _read(await anext(stream)) == (first, "confirmed")
        coming = asyncio.create_task(anext(stream))
        while case not in own.news._signals:
            await asyncio.sleep(0)
        second = _decide(own, case, "dismissed")
        own.news.tell("another case")
        own.news.tell(case)
        assert _read(await coming) == (second, "dismissed")
        own.news.close()
        assert [event async for event in stream] == []

    asyncio.run(run())


@pytest.mark.parametrize("back", [{"since": "0", "last": "1"}, {"since": "1"}])
def test_whoever_comes_back_hears_only_what_is_new(own: Desk, case: str, back: dict[str, str]) -> None:
    async def run() -> None:
        assert _decide(own, case, "confirmed") == 1
        own.news.close()
        assert [event async for event in await _heard(_listening(own, case, **back))] == []
        stream = await _heard(_listening(own, case, since="no number"))
        assert _read(await anext(stream)) == (1, "confirmed")

    asyncio.run(run())


def test_what_is_told_between_asking_and_waiting_is_heard() -> None:
    async def run() -> None:
        news = News()
        signal = news.of("a")
        news.tell("a")
        await signal.wait()
        assert not news.of("a").is_set()

    asyncio.run(run())
