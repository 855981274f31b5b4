from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from xcheck.errors import InputError
from xcheck.ingest.collect import collect, read

Put = Callable[..., Path]
GERMAN = (
    "Die Mauer am Hafen ist am Freitag eingestürzt, teilte die Stadt mit. Rund 200 Menschen mussten ihre Wohnungen "
    "verlassen, weil das Wasser in die Straßen lief, sagte der Bürgermeister am Abend vor der Presse.\n"
)


def ids(*paths: Path | str) -> list[str]:
    return [d.id for d in collect(paths)[0]]


def skipped(*paths: Path | str) -> dict[str, str]:
    return {s.path: s.reason for s in collect(paths)[1]}


def test_a_file_keeps_its_characters(put: Put) -> None:
    text = "Wall falls\r\n\r\nThe wall fell\u200b on Friday.\r\n"
    assert read(put("a.txt", text)).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_encodings_end_as_the_same_text(put: Put, article: str, encoding: str) -> None:
    plain = article.replace("“", '"').replace("”", '"')
    assert read(put("a.txt", plain.encode(encoding))).text == plain


def test_a_folder_is_read_in_order_and_to_its_depth(put: Put) -> None:
    for name in ("news/b.txt", "news/a.md", "news/deep/c.txt", "news/.hidden.txt", "news/.git/d.txt"):
        put(name)
    assert ids("news") == ["news/a.md", "news/b.txt", "news/deep/c.txt"]
    assert skipped("news") == {}


def test_other_files_of_a_folder_are_named(put: Put) -> None:
    put("news/a.txt")
    put("news/gold.json", "{}")
    assert list(skipped("news")) == ["news/gold.json"]


def test_paths_outside_the_current_folder_count_from_the_given_one(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("news/deep/a.txt")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert ids("../news") == ids(tmp_path / "news") == ["deep/a.txt"]
    assert ids("../news/deep/a.txt") == ["a.txt"]


def test_files_of_one_name_are_told_apart_whatever_their_order(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = put("north/x/a.txt"), put("south/x/a.txt")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert ids(one, other) == ids(other, one) == ["north/x/a.txt", "south/x/a.txt"]
    assert read(one).id == "a.txt"


def test_a_file_counts_once(put: Put) -> None:
    put("news/a.txt")
    put("news/b.txt")
    assert ids("news/a.txt", "news", "news/../news/a.txt") == ["news/a.txt", "news/b.txt"]
    assert skipped("news/a.txt", "news/a.txt") == {"news/a.txt": "the same file as news/a.txt"}


def test_loops_of_links_end(put: Put, tmp_path: Path) -> None:
    put("news/a.txt")
    (tmp_path / "news" / "again").symlink_to(tmp_path / "news")
    (tmp_path / "news" / "z.txt").symlink_to(tmp_path / "news" / "a.txt")
    (tmp_path / "news" / "loop.txt").symlink_to(tmp_path / "news" / "loop.txt")
    assert ids("news") == ["news/a.txt"]
    assert set(skipped("news")) == {"news/z.txt", "news/loop.txt"}


def test_standard_input(put: Put, article: str) -> None:
    put("a.txt")
    documents, _ = collect(["-", "a.txt"], stdin=article.encode(), stdin_name="stdin.txt")
    assert [d.id for d in documents] == ["a.txt", "stdin.txt"]


def test_standard_input_stands_for_the_file_of_its_name(put: Put) -> None:
    put("a.txt")
    documents, passed_over = collect(["a.txt", "-"], stdin=b"The wall stands.", stdin_name="a.txt")
    assert [(d.id, d.text) for d in documents] == [("a.txt", "The wall stands.")]
    assert [s.path for s in passed_over] == ["a.txt"]


def test_the_given_day_serves_where_the_article_has_none(put: Put, article: str) -> None:
    put("a.txt")
    put("b.md", f"---\ndate: 2024-03-01\n---\n{article}")
    documents, _ = collect(["a.txt", "b.md"], published=date(2025, 1, 1))
    assert [d.published for d in documents] == [date(2025, 1, 1), date(2024, 3, 1)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", " \r\n\u200b\n", "empty"),
        ("a.txt", GERMAN, "not English"),
    ],
)
def test_what_is_no_article_is_skipped_and_said(put: Put, name: str, content: str, reason: str) -> None:
    path = put(name, content)
    assert reason in skipped(name)[name]
    with pytest.raises(InputError, match=f"^{name}: {reason}"):
        read(path)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0" * 50, "not text"),
        ("a.txt", b"The wall\0fell on Friday.", "not text"),
        ("a.txt", "The wall fell. " * 20_000, "300,000 characters, more than the 250,000 allowed: split it"),
        ("a.txt", "It fell. " * 2_501, "2,502 sentences, more than the 2,500 allowed: split it"),
        ("a.jpg", b"\xff\xd8\xff", "a picture"),
        ("README", "The wall fell.", "no suffix"),
    ],
)
def test_a_named_file_that_cannot_be_read_is_an_error(put: Put, name: str, content: str, reason: str) -> None:
    put(name, content)
    with pytest.raises(InputError, match=rf"^{name}: .*{reason}"):
        collect([name])


def test_the_same_file_in_a_folder_is_skipped(put: Put) -> None:
    put("news/a.txt", b"The wall\0fell on Friday.")
    put("news/b.txt")
    assert ids("news") == ["news/b.txt"]
    assert "not text" in skipped("news")["news/a.txt"]


def test_a_missing_path(put: Put) -> None:
    put("b.txt")
    with pytest.raises(InputError, match=r"^gone\.txt: no such file"):
        collect(["b.txt", "gone.txt"])


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article in this folder"):
        collect([tmp_path])


def test_no_permission(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    put("news/a.txt")
    monkeypatch.setattr("xcheck.ingest.files.opened", refuse)  # the tests may run as root, who may read everything
    assert "no permission" in skipped("news")["news/a.txt"]
    with pytest.raises(InputError, match=r"^news/a\.txt: no permission"):
        collect(["news/a.txt"])


def test_what_is_no_regular_file(put: Put, tmp_path: Path) -> None:
    put("news/b.txt")
    os.mkfifo(tmp_path / "news" / "a.txt")
    assert "not a file" in skipped("news")["news/a.txt"]


def test_a_name_of_broken_bytes(put: Put, tmp_path: Path, article: str) -> None:
    put("news/b.txt")
    (tmp_path / "news" / os.fsdecode(b"caf\xe9.txt")).write_text(article, encoding="utf-8")
    assert ids("news") == ["news/b.txt", r"news/caf\xe9.txt"]


def test_a_line_of_100_000_characters(put: Put) -> None:
    line = "The wall fell on Friday, and nobody saw it. " * 2300
    (region,) = read(put("a.txt", line)).regions
    assert (region.kind, len(region.text)) == ("body", len(line) - 1)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("news.zip", "unpack it and give the folder"),
        ("wall.epub", "save the article that is in it"),
        ("wall.doc", "save it as .docx"),
        ("wall.jpg", "text recognition"),
        ("wall.msg", "save it as .eml"),
        ("wall.xyz", "reads .txt"),
    ],
)
def test_other_kinds_of_file_are_refused_with_the_way_out(put: Put, name: str, way: str) -> None:
    with pytest.raises(InputError, match=way):
        read(put(name, b"PK\x03\x04"))
    put("news/a.txt")
    put(f"news/{name}", b"PK\x03\x04")
    assert way in skipped("news")[f"news/{name}"]


@pytest.mark.parametrize("address", ["https://example.org/wall", "HTTP://example.org/a.html", "file:///news/a.txt"])
def test_an_address_is_not_fetched(address: str) -> None:
    with pytest.raises(InputError, match="fetches nothing: save the page"):
        collect([address])


def test_mails_and_other_documents_are_articles(put: Put, article: str) -> None:
    put("news/a.eml", f"Subject: Wall\n\n{article}".encode())
    put("news/b.rtf", b"{\\rtf1 The wall fell on Friday, the council said.\\par}")
    assert ids("news") == ["news/a.eml", "news/b.rtf"]
