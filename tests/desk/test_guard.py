"""Who may come in, and what no page of somebody else can do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import BASE, PRINT, TOKEN, HandMade, told

from xcheck.desk.settings import Settings
from xcheck.desk.web.app import application
from xcheck.errors import UsageError

DECISION = {"fingerprint": PRINT, "rule": "XQ001", "decision": "confirmed"}


def test_without_the_link_nothing_is_shown(stranger: TestClient) -> None:
    for address in ("/", "/rules", "/folder", "/cases/x", "/cases/x/write", "/cases/x/events"):
        answer = stranger.get(address)
        assert answer.status_code == 403
        assert "Open the address" in answer.text
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("guess", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "%00", "ä" * 40])
def test_a_guessed_token_opens_nothing(stranger: TestClient, guess: str) -> None:
    for _ in range(3):
        answer = stranger.get("/", params={"token": guess})
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
    if guess.isascii():
        assert stranger.get("/", headers={"cookie": f"xcheck-desk-8722={guess}"}).status_code == 403


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_do_not_have(stranger: TestClient) -> None:
    answer = stranger.get(f"/?token={TOKEN}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert stranger.get("/").status_code == 200


def test_the_cookie_is_not_the_token(client: TestClient) -> None:
    assert client.cookies["xcheck-desk-8722"] != TOKEN


def test_two_desks_have_two_tokens(tmp_path: Path) -> None:
    one, other = Settings(data=tmp_path), Settings(data=tmp_path)
    assert one.token != other.token
    assert len(one.token) >= 43


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8722", "127.0.0.1", "127.0.0.1:1", "localhost.evil:8722", ""]
)
def test_under_another_name_there_is_no_desk(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "New comparison" not in answer.text


@pytest.mark.parametrize("name", ["localhost:8722", "127.0.0.1:8722", "[::1]:8722"])
def test_its_own_names_are_answered(stranger: TestClient, name: str) -> None:
    assert stranger.get("/", headers={"host": name}).status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:8723", "http://localhost:8722", ""]
)
def test_a_form_of_another_page_does_nothing(client: TestClient, case: str, origin: str) -> None:
    headers = {"origin": origin}
    assert client.post(f"{case}/decisions", json=DECISION, headers=headers).status_code == 403
    assert client.post(f"{case}/delete", headers=headers).status_code == 403
    assert client.post("/cases", data={"text": ["One.", "Two."]}, headers=headers).status_code == 403
    assert told(client, case) == {}
    assert client.get(case).status_code == 200


def test_a_form_that_does_not_say_where_it_comes_from_does_nothing(client: TestClient, case: str) -> None:
    del client.headers["origin"]
    assert client.post(f"{case}/delete").status_code == 403
    assert client.get(case).status_code == 200


def test_every_answer_has_the_policy(client: TestClient, case: str, draft: str) -> None:
    for address in ("/", "/rules", case, f"{draft}/write", f"{draft}/versions", "/nothing", f"{case}/export/html"):
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in headers


def test_a_desk_to_read_changes_nothing(settings: Settings, work: HandMade, tmp_path: Path) -> None:
    with TestClient(application(settings), base_url=BASE, headers={"origin": BASE}) as writer:
        writer.get(f"/?token={TOKEN}")
        writer.post("/cases", data={"text": ["One.", "Two."], "outlet": ["", ""], "published": ["", ""]})
    reading = Settings(data=settings.data, port=settings.port, token=TOKEN, read_only=True)
    with TestClient(application(reading), base_url=BASE, headers={"origin": BASE}) as reader:
        page = reader.get(f"/?token={TOKEN}").text
        assert "New comparison" not in page
        assert "<form" not in page
        for address in ("/cases", "/import", "/cases/x/decisions", "/cases/x/delete", "/cases/x/versions"):
            answer = reader.post(address)
            assert answer.status_code == 403
            assert "--read-only" in answer.text


def test_behind_a_proxy_the_header_says_who_is_there(tmp_path: Path, work: HandMade) -> None:
    settings = Settings(
        data=tmp_path, port=8722, proxy_header="X-Forwarded-User", hostnames=("desk.example.org",), token=TOKEN
    )
    base = "https://desk.example.org"
    with TestClient(application(settings), base_url=base, headers={"origin": base}) as client:
        assert client.get("/").status_code == 403
        assert client.get(f"/?token={TOKEN}").status_code == 403
        assert client.get("/", headers={"x-forwarded-user": " "}).status_code == 403
        page = client.get("/", headers={"x-forwarded-user": "bea"})
        assert page.status_code == 200
        assert "bea" in page.text
    assert "token" not in settings.address


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example.org"])  # noqa: S104
def test_the_header_of_a_proxy_is_believed_on_this_machine_alone(tmp_path: Path, host: str) -> None:
    with pytest.raises(UsageError, match="loopback"):
        Settings(data=tmp_path, host=host, proxy_header="X-Forwarded-User")


def test_a_request_beyond_its_size_is_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch, draft: str) -> None:
    monkeypatch.setattr("xcheck.desk.web.guard.LARGEST_FORM", 1000)
    large = {"text": "x" * 2000, "base": 1}
    assert client.post(f"{draft}/versions", json=large).status_code == 413

    def in_pieces() -> Iterator[bytes]:
        yield b'{"text": "'
        yield b"x" * 2000
        yield b'", "base": 1}'

    assert client.post(f"{draft}/versions", content=in_pieces()).status_code == 413
