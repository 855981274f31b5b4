"""A desk without processes: what would take seconds to compare is made by hand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from xcheck.desk.settings import Settings
from xcheck.desk.store.store import Store
from xcheck.desk.uploads import Upload, unpacked
from xcheck.desk.web.app import application
from xcheck.desk.work.process import Worker
from xcheck.errors import InputError
from xcheck.records.base import Span
from xcheck.records.document import Document
from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report, ReportedClaim, ReportedDocument
from xcheck.records.sentence import Sentence

PORT = 8722
BASE = f"http://127.0.0.1:{PORT}"
TOKEN = "a-token-of-the-tests"  # noqa: S105 - of no desk
COURIER = "About 400 dockers walked out at Port Aldery."
HERALD = "About 600 dockers walked out at Port Aldery."
PRINT = "0123456789abcdef"


def reported(documents: list[Document], *, drafted: bool = False) -> Report:
    """A report in which the first two texts part over all their words; no claim where one is empty."""
    heads = [
        ReportedDocument(id=d.id, path=d.path, support=0.5 if drafted and not i else None)
        for i, d in enumerate(documents)
    ]
    claims = [_claim(f"{i}", d) for i, d in enumerate(documents[:2])]
    finding = Finding(
        id="f1",
        rule="XQ001",
        kind="divergence",
        type="quantity",
        severity="warning",
        confidence=0.87,
        message=f"{documents[0].id} and {documents[1].id} part.",
        fingerprint=PRINT,
        claims=("0", "1"),
        evidence=tuple(
            Evidence(document=d.id, start=0, end=len(d.text), text=d.text, focus=((6, 9),)) for d in documents[:2]
        ),
    )
    return Report(documents=tuple(heads), claims=tuple(claims), findings=(finding,))


def _claim(name: str, document: Document) -> ReportedClaim:
    span = Span(start=0, end=len(document.text), text=document.text)
    return ReportedClaim(
        id=name,
        document=document.id,
        start=0,
        end=span.end,
        text=span.text,
        sentence=Sentence(**dict(span)),
        state="diverging",
    )


class HandMade(Worker):
    """A process that is none: it parts what it is given, refuses what says so, and never ends on what hangs."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    @property
    def alive(self) -> bool:
        return True

    async def end(self) -> None:
        return

    async def ask(self, request: dict[str, Any], seconds: float, heard: Any = None) -> dict[str, Any]:
        if request["task"] == "ready":
            return {}
        self.asked.append(request)
        if any(b"hangs" in Upload.received(one).data for one in request.get("uploads", ())):
            await asyncio.sleep(3600)
        return _begun(request) if request["task"] == "begin" else _checked(request)


def _begun(request: dict[str, Any]) -> dict[str, Any]:
    uploads = unpacked(Upload.received(one) for one in request["uploads"])
    documents = [Document.from_text(u.data.decode("utf-8", "replace"), name=u.name) for u in uploads]
    if any("unreadable" in d.text for d in documents):
        raise InputError("nothing to compare")
    draft = documents.pop(0) if request["kind"] == "draft" else None
    report = reported([draft, *documents] if draft else documents, drafted=draft is not None)
    return {
        "articles": [d.model_dump(mode="json") for d in documents],
        "draft": {"name": draft.id, "text": draft.text, "published": ""} if draft else None,
        "report": report.model_dump_json(),
    }


def _checked(request: dict[str, Any]) -> dict[str, Any]:
    draft = Document.from_text(request["text"], name=request["draft"])
    report = reported([draft, *(Document.model_validate(one) for one in request["sources"])], drafted=True)
    return {"findings": [], "support": 0.5, "report": report.model_dump_json()}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store whose clock goes a second forward with each look."""
    seconds = iter(range(60))
    return Store(tmp_path / "data", lambda: f"2026-03-01T12:00:{next(seconds):02}Z")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", port=PORT, token=TOKEN, user="ana", processes=2)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> HandMade:
    made = HandMade()

    async def start(*_: object) -> HandMade:
        return made

    monkeypatch.setattr(Worker, "start", start)
    return made


@pytest.fixture
def stranger(settings: Settings, work: HandMade) -> Iterator[TestClient]:
    """A browser that has not opened the link."""
    with TestClient(application(settings), base_url=BASE, headers={"origin": BASE}) as client:
        yield client


@pytest.fixture
def client(stranger: TestClient) -> TestClient:
    """A browser that has."""
    assert stranger.get(f"/?token={TOKEN}").status_code == 200
    return stranger


@pytest.fixture
def case(client: TestClient) -> str:
    """The address of a comparison of two articles."""
    return begun(client, {"text": [COURIER, HERALD], "outlet": ["Courier", ""], "published": ["2026-02-28", ""]})


@pytest.fixture
def draft(client: TestClient) -> str:
    """The address of a draft with a source."""
    return begun(
        client, {"kind": "draft", "draft_text": HERALD, "text": [COURIER], "outlet": ["Courier"], "published": ""}
    )


def begun(client: TestClient, data: dict[str, Any]) -> str:
    """Hand in a comparison and wait until it is read."""
    answer = client.post("/cases", data=data, headers={"accept": "application/json"})
    assert answer.status_code == 201, answer.text
    address: str = answer.json()["url"]
    assert "event: over" in client.get(f"{address}/progress").text
    return address


def told(client: TestClient, case: str, since: int = 0) -> Any:
    """What the desk tells of a case's decisions once it hangs up: else it would go on telling."""
    news = client.app.state.desk.news  # type: ignore[attr-defined]
    news.over = True
    lines = client.get(f"{case}/events", params={"since": since}).text.splitlines()
    news.over = False
    data = [line.removeprefix("data: ") for line in lines if line.startswith("data: ")]
    return json.loads(data[-1]) if data else {}
