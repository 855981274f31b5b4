"""Cases through the web: handed in, read, decided about, saved and opened again."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import BASE, COURIER, HERALD, PRINT, TOKEN, HandMade, begun, told

from xcheck.desk.exports import FORMS
from xcheck.desk.settings import Settings
from xcheck.desk.web.app import application

JSON = {"accept": "application/json"}
DECISION = {"fingerprint": PRINT, "rule": "XQ001", "decision": "false-alarm", "note": "Two ports."}
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"' {{ 7 * 7 }} {% raw %} \u202e & <!--"


def test_pasted_articles_become_a_review(client: TestClient, case: str, work: HandMade) -> None:
    page = client.get(case).text
    assert "1 divergence in 2 articles" in page
    assert "no-referrer" not in page  # a browser would hide the origin of the page's forms, and the desk refuse them
    assert COURIER.split()[1] in page
    uploads = work.asked[0]["uploads"]
    assert [(u["name"], u["outlet"], u["published"]) for u in uploads] == [
        ("Courier.txt", "Courier", "2026-02-28"),
        ("Article 2.txt", "", None),
    ]
    home = client.get("/").text
    assert f'href="{case}"' in home
    assert "2 articles" in home


def test_files_and_archives_are_taken_by_their_last_name(client: TestClient, work: HandMade) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("../../../etc/cron.d/herald.txt", HERALD)
    files = [
        ("files", ("../../courier.txt", COURIER.encode(), "text/plain")),
        ("files", ("..\\wire.zip", held.getvalue(), "application/zip")),
    ]
    answer = client.post("/cases", data={"kind": "comparison"}, files=files, headers=JSON)
    assert answer.status_code == 201
    client.get(f"{answer.json()['url']}/progress")
    assert [u["name"] for u in work.asked[0]["uploads"]] == ["courier.txt", "wire.zip"]
    page = client.get(answer.json()["url"]).text
    assert "herald.txt" in page
    assert "cron.d" not in page
    assert "../" not in page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"text": [COURIER]}, "two articles or more"),
        ({"text": ["", " \n"]}, "two articles or more"),
        ({"kind": "draft", "text": [COURIER]}, "one draft"),
        ({"kind": "draft", "draft_text": HERALD}, "a source at least"),
        ({"text": [COURIER, HERALD], "outlet": ["", ""], "published": ["yesterday", ""]}, "is not a date"),
    ],
)
def test_too_little_is_told_before_anything_begins(
    client: TestClient, work: HandMade, data: dict[str, Any], said: str
) -> None:
    full = {"outlet": [""] * len(data.get("text", [])), "published": [""] * len(data.get("text", [])), **data}
    answer = client.post("/cases", data=full, headers=JSON)
    assert answer.status_code in (400, 422)
    assert said in answer.json()["problem"]
    assert work.asked == []


def test_what_cannot_be_read_says_why(client: TestClient) -> None:
    address = begun(client, {"text": ["unreadable", HERALD], "outlet": ["", ""], "published": ["", ""]})
    assert "nothing to compare" in client.get(address).text
    assert client.get(f"{address}/write").status_code == 404
    assert client.get(f"{address}/export/case").status_code == 409


def test_one_that_hangs_stalls_nobody(client: TestClient) -> None:
    data = {"text": ["It hangs.", HERALD], "outlet": ["", ""], "published": ["", ""]}
    hanging = client.post("/cases", data=data, headers=JSON).json()["url"]
    other = begun(client, {"text": [COURIER, HERALD], "outlet": ["", ""], "published": ["", ""]})
    assert "1 divergence in 2 articles" in client.get(other).text
    assert 'id="progress"' in client.get(hanging).text


def test_what_the_desk_was_reading_when_it_was_stopped_is_told(settings: Settings, work: HandMade) -> None:
    data = {"text": ["It hangs.", HERALD], "outlet": ["", ""], "published": ["", ""]}
    with TestClient(application(settings), base_url=BASE, headers={"origin": BASE}) as client:
        client.get(f"/?token={TOKEN}")
        address = client.post("/cases", data=data, headers=JSON).json()["url"]
    with TestClient(application(settings), base_url=BASE) as client:
        client.get(f"/?token={TOKEN}")
        assert "was stopped while it read this" in client.get(address).text


def test_a_thousand_files_are_refused_and_a_thousand_comparisons_wait_in_no_line(
    client: TestClient, work: HandMade
) -> None:
    files = [("files", (f"{i}.txt", b"x", "text/plain")) for i in range(1000)]
    assert client.post("/cases", files=files, headers=JSON).status_code == 400
    assert work.asked == []
    data = {"text": ["It hangs.", HERALD], "outlet": ["", ""], "published": ["", ""]}
    answers = [client.post("/cases", data=data, headers=JSON).status_code for _ in range(40)]
    assert answers[:22] == [201] * 22
    assert set(answers[22:]) == {429}
    assert len(work.asked) == 2


def test_a_decision_is_kept_with_who_and_when_and_seen_by_others(
    client: TestClient, case: str, settings: Settings
) -> None:
    answer = client.post(f"{case}/decisions", json=DECISION)
    assert answer.status_code == 201
    said = answer.json()
    assert said["who"] == "ana"
    seen = told(client, case)
    assert seen[PRINT] | {"when": "", "id": 0} == {
        "as": "false-alarm",
        "note": "Two ports.",
        "rule": "XQ001",
        "who": "ana",
        "when": "",
        "id": 0,
    }
    assert told(client, case, since=said["id"]) == {}
    assert "Two ports." in client.get(case).text
    assert "0 of 1" in client.get("/rules").text
    with TestClient(application(settings), base_url=BASE) as again:
        again.get(f"/?token={TOKEN}")
        assert "Two ports." in again.get(case).text


@pytest.mark.parametrize(
    "wrong",
    [
        {"fingerprint": "x"},
        {"rule": "<script>"},
        {"decision": "maybe"},
        {"note": "x" * 2001},
        {"fingerprint": None},
    ],
)
def test_a_decision_that_is_none_is_refused(client: TestClient, case: str, wrong: dict[str, Any]) -> None:
    answer = client.post(f"{case}/decisions", json=DECISION | wrong, headers=JSON)
    assert answer.status_code == 422
    assert next(iter(wrong)) in answer.json()["problem"]
    assert client.post(f"{case}/decisions", content=b"{", headers=JSON).status_code == 422
    assert told(client, case) == {}


@pytest.mark.parametrize("form", FORMS)
def test_each_format_is_saved_as_a_file(client: TestClient, case: str, form: str) -> None:
    answer = client.get(f"{case}/export/{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="')
    assert "400" in answer.text


def test_nothing_else_is_saved(client: TestClient, case: str) -> None:
    for address in (f"{case}/export/exe", f"{case}/export/html?version=9", "/cases/nobody/export/html"):
        assert client.get(address).status_code == 404


def test_a_case_goes_to_another_desk_and_is_whole_there(
    client: TestClient, draft: str, tmp_path: Path, work: HandMade
) -> None:
    client.post(f"{draft}/decisions", json=DECISION)
    client.post(f"{draft}/notes", data={"text": "Ask the port."})
    saved = client.get(f"{draft}/export/case")
    other = Settings(data=tmp_path / "other", port=8722, token=TOKEN, user="bea")
    with TestClient(application(other), base_url=BASE, headers={"origin": BASE}) as there:
        there.get(f"/?token={TOKEN}")
        opened = there.post("/import", files={"case": ("strike.xcheck", saved.content)})
        assert opened.status_code == 200
        address = opened.url.path
        page = opened.text
        assert "between a draft and its sources" in page
        assert "Ask the port." in page
        assert "Two ports." in page
        assert there.get(f"{address}/write").status_code == 200
        assert there.post("/import", files={"case": ("x.xcheck", b"PK no case")}).status_code == 400


def test_hostile_words_are_words_on_every_page(client: TestClient, work: HandMade) -> None:
    text = f"{HOSTILE} {COURIER}"
    address = begun(
        client,
        {"kind": "draft", "draft_text": text, "text": [text], "outlet": [HOSTILE], "published": ""},
    )
    client.post(f"{address}/notes", data={"text": HOSTILE})
    client.post(f"{address}/decisions", json=DECISION | {"note": HOSTILE})
    client.post(f"{address}/versions", json={"text": f"{text} {HOSTILE}", "base": 1})
    client.post(f"{address}/title", data={"title": HOSTILE})
    pages = ["/", "/rules", address, f"{address}/write", f"{address}/versions", f"{address}?version=1"]
    for page in pages:
        shown = client.get(page).text
        outside = re.sub(r'<script type="application/json".*?</script>', "", shown, flags=re.DOTALL)
        assert "<img" not in shown
        assert "<script>" not in shown
        assert "alert(1)</script>" not in shown
        assert "\u202e" not in outside
        assert not re.search(r"\s(?:on[a-z]+|style)=\"", shown)
        assert "49" not in re.sub(r"[0-9a-f]{12,}|2026[-0-9T:Z]*", "", outside)


def test_the_watched_folder_offers_its_articles(settings: Settings, work: HandMade, tmp_path: Path) -> None:
    watched = tmp_path / "wire"
    watched.mkdir()
    (watched / "courier.txt").write_text(COURIER, encoding="utf-8")
    own = Settings(data=settings.data, port=settings.port, token=TOKEN, folder=watched)
    with TestClient(application(own), base_url=BASE, headers={"origin": BASE}) as client:
        client.get(f"/?token={TOKEN}")
        assert [entry["name"] for entry in client.get("/folder").json()] == ["courier.txt"]
        (watched / "herald.txt").write_text(HERALD, encoding="utf-8")
        assert {entry["name"] for entry in client.get("/folder").json()} == {"courier.txt", "herald.txt"}
        begun(client, {"from_folder": ["courier.txt", "herald.txt"]})
        assert [u["name"] for u in work.asked[0]["uploads"]] == ["courier.txt", "herald.txt"]
        answer = client.post("/cases", data={"from_folder": ["../data/desk.sqlite3", "courier.txt"]}, headers=JSON)
        assert answer.status_code == 400
        assert len(work.asked) == 1


def test_a_case_is_deleted_and_its_title_changed(client: TestClient, case: str) -> None:
    client.post(f"{case}/title", data={"title": "Night shifts"})
    assert "Night shifts" in client.get("/").text
    client.post(f"{case}/delete")
    assert client.get(case).status_code == 404
    assert "Night shifts" not in client.get("/").text
