"""A draft in the page: checked, saved, compared."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import COURIER, HandMade, begun

from xcheck.desk.work.checks import Checks
from xcheck.desk.work.process import Worker
from xcheck.errors import InputError

WINDOW = "window-1"


def test_a_check_asks_for_the_text_as_it_stands(client: TestClient, draft: str, work: HandMade) -> None:
    said = client.post(f"{draft}/check", json={"text": COURIER, "window": WINDOW}).json()
    assert (said["findings"], said["support"]) == ([], 0.5)
    assert "text" not in said
    asked = work.asked[-1]
    assert asked["text"] == COURIER
    assert [source["outlet"] or source["id"] for source in asked["sources"]] == ["Courier.txt"]
    assert not asked["whole"]


def test_spoilt_characters_come_back_mended(client: TestClient, draft: str) -> None:
    said = client.post(f"{draft}/check", json={"text": "The oﬃce said so.", "window": WINDOW}).json()
    assert said["text"] == "The office said so."


@pytest.mark.parametrize("wrong", [{"window": "x"}, {"window": "../../../x"}, {"text": 7}])
def test_a_check_of_nothing_is_refused(client: TestClient, draft: str, wrong: dict[str, Any]) -> None:
    assert client.post(f"{draft}/check", json={"text": "T.", "window": WINDOW} | wrong).status_code == 422


def test_a_version_is_kept_and_then_checked(client: TestClient, draft: str) -> None:
    said = client.post(f"{draft}/versions", json={"text": COURIER, "base": 1}).json()
    assert (said["number"], said["who"], said["text"]) == (2, "ana", COURIER)
    assert COURIER in client.get(f"{draft}/write").text
    client.post(f"{draft}/versions/2/check")
    assert "between a draft and its sources" in client.get(f"{draft}?version=2").text


def test_of_two_windows_the_later_is_told(client: TestClient, draft: str) -> None:
    assert client.post(f"{draft}/versions", json={"text": "Mine.", "base": 1}).status_code == 201
    late = client.post(f"{draft}/versions", json={"text": "Theirs.", "base": 1})
    assert late.status_code == 409
    assert late.json()["number"] == 2
    assert late.json()["who"] == "ana"
    page = client.get(f"{draft}/write").text
    assert "Mine." in page
    assert "Theirs." not in page


def test_versions_are_compared(client: TestClient, draft: str) -> None:
    client.post(f"{draft}/versions", json={"text": COURIER, "base": 1})
    client.post(f"{draft}/versions/2/check")
    page = client.get(f"{draft}/versions").text
    assert "<del>600</del><ins>400</ins>" in page
    assert "From version 1 to 2" in page
    assert "From version 2 to 1" in client.get(f"{draft}/versions?a=2&b=1").text
    assert client.get(f"{draft}/versions?a=7").status_code == 404


def test_the_line_ends_of_a_form_are_no_change(client: TestClient) -> None:
    lines = "The ferry sank.\r\n\r\nNobody was hurt.\r\n"
    draft = begun(client, {"kind": "draft", "draft_text": lines, "text": [COURIER], "outlet": [""], "published": ""})
    client.post(f"{draft}/versions", json={"text": lines.replace("\r\n", "\n"), "base": 1})
    assert "<del" not in client.get(f"{draft}/versions").text


def test_a_comparison_has_no_draft(client: TestClient, case: str) -> None:
    for address in (f"{case}/write", f"{case}/versions"):
        assert client.get(address).status_code == 404
    assert client.post(f"{case}/check", json={"text": "T.", "window": WINDOW}).status_code == 404


class Slow(Worker):
    """A process that answers when it is told to."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.asked: list[str] = []

    @property
    def alive(self) -> bool:
        return True

    async def end(self) -> None:
        return

    async def ask(self, request: dict[str, Any], seconds: float, heard: Any = None) -> dict[str, Any]:
        if request.get("task") == "ready":
            return {}
        self.asked.append(request["text"])
        await self.go.wait()
        if request["text"] == "bad":
            raise InputError("no article")
        return {"of": request["text"]}


def test_of_a_windows_texts_only_the_newest_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def told() -> None:
        slow = Slow()

        async def start(*_: object) -> Slow:
            return slow

        monkeypatch.setattr(Worker, "start", start)
        checks = Checks(tmp_path, 1)
        busy = asyncio.create_task(checks.check("ana", "other", {"text": "busy"}))
        while not slow.asked:
            await asyncio.sleep(0)
        texts = [("a", "1"), ("b", "bad"), ("a", "2"), ("a", "3")]
        waiting = [asyncio.create_task(checks.check("ana", window, {"text": text})) for window, text in texts]
        await asyncio.sleep(0)
        slow.go.set()
        one, bad, two, three = await asyncio.gather(*waiting, return_exceptions=True)
        assert await busy == {"of": "busy"}
        assert (one, two, three) == (None, None, {"of": "3"})
        assert isinstance(bad, InputError)
        assert slow.asked == ["busy", "3", "bad"]  # a's place is that of its first text
        await checks.close()

    asyncio.run(told())


def test_people_take_turns_however_many_windows_one_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def told() -> None:
        slow = Slow()

        async def start(*_: object) -> Slow:
            return slow

        monkeypatch.setattr(Worker, "start", start)
        checks = Checks(tmp_path, 1)
        busy = asyncio.create_task(checks.check("ana", "w0", {"text": "busy"}))
        while not slow.asked:
            await asyncio.sleep(0)
        asked = [("ana", "w1"), ("ana", "w2"), ("ana", "w3"), ("bea", "w1"), ("cem", "w1"), ("bea", "w2")]
        waiting = [asyncio.create_task(checks.check(who, w, {"text": f"{who} {w}"})) for who, w in asked]
        await asyncio.sleep(0)
        slow.go.set()
        await asyncio.gather(busy, *waiting)
        assert slow.asked == ["busy", "ana w1", "bea w1", "cem w1", "ana w2", "bea w2", "ana w3"]
        await checks.close()

    asyncio.run(told())
