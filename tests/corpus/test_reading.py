"""Every kind of file gives the same articles; what cannot be read is set aside and told; nothing is without bound."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.corpus.conftest import ARTICLES, KINDS, json_lines, page, response, warc
from warcio.warcwriter import WARCWriter

from xcheck.corpus import documents, unpacking
from xcheck.corpus.inputs import sources
from xcheck.corpus.raw import Raw, batches
from xcheck.corpus.reading import raws
from xcheck.errors import InputError


def _read(file: Path, data: bytes) -> list[Raw]:
    file.write_bytes(data)
    return [raw for source in sources([str(file)])[0] for raw in raws(source)]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_gives_the_articles(here: Path, name: str) -> None:
    found = _read(here / name, KINDS[name](ARTICLES[:4]))
    read = [documents.document(raw) for raw in found]
    assert [d.id for d in read] == [f"{name}#{n}" for n in range(1, 5)]
    for document, article in zip(read, ARTICLES, strict=False):
        assert document.title == article.title
        assert document.path == article.url
        assert [r.text for r in document.regions if r.kind == "body"] == article.text.split("\n\n")


@pytest.mark.parametrize(
    ("name", "day"), [("news.jsonl", 4), ("news.parquet", 4), ("news.rss", 4), ("news.warc.gz", 5)]
)
def test_the_day_is_the_records_or_else_that_of_the_crawl(here: Path, name: str, day: int) -> None:
    found = _read(here / name, KINDS[name](ARTICLES[:1]))
    assert documents.document(found[0]).published == date(2026, 3, day)


def test_a_folder_is_read_through_whatever_it_holds(here: Path) -> None:
    inbox = here / "inbox"
    (inbox / "deep").mkdir(parents=True)
    (inbox / "deep" / "a.txt").write_text(f"{ARTICLES[0].title}\n\n{ARTICLES[0].text}", encoding="utf-8")
    (inbox / "b.html").write_bytes(page(ARTICLES[1]))
    (inbox / "c.jsonl").write_bytes(json_lines(ARTICLES[2:3]))
    (inbox / ".hidden.txt").write_text("no", encoding="utf-8")
    (inbox / "photo.jpg").write_bytes(b"\xff\xd8")
    found, unread = sources(["inbox"])
    assert sorted(raw.name for source in found for raw in raws(source)) == [
        "inbox/b.html",
        "inbox/c.jsonl#1",
        "inbox/deep/a.txt",
    ]
    assert [one.name for one in unread] == ["inbox/photo.jpg"]


def test_a_pattern_and_an_object_store_are_inputs(here: Path) -> None:
    import fsspec  # noqa: PLC0415

    (here / "one.jsonl").write_bytes(json_lines(ARTICLES[:1]))
    with fsspec.open("memory://bucket/crawl/two.jsonl", "wb") as stream:
        stream.write(json_lines(ARTICLES[1:2]))
    found, _ = sources(["*.jsonl", "memory://bucket/crawl"])
    assert [raw.name for source in found for raw in raws(source)] == ["crawl/two.jsonl#1", "one.jsonl#1"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.jsonl", b"no json\n", "not JSON"),
        ("x.jsonl", b"[1, 2]\n", "no JSON object"),
        ("x.jsonl", b'{"title": "Only that"}\n', "no text"),
        ("x.jsonl", b"[" * 100_000 + b"\n", "not JSON"),
        ("x.jsonl.gz", gzip.compress(json_lines(ARTICLES))[:-9], "compression is broken"),
        ("x.parquet", b"PAR1 and then nothing", "no whole Parquet file"),
        ("x.warc", b"WARC/1.0\r\nand then nothing", "no article in it"),
        ("x.rss", b"<html><p>a page</p></html>", "neither RSS nor Atom"),
        ("x.atom", b'<?xml version="1.0"?><!DOCTYPE f [<!ENTITY a "b">]><feed>&a;', "neither RSS nor Atom"),
    ],
)
def test_what_is_broken_is_set_aside_with_its_reason(here: Path, name: str, data: bytes, reason: str) -> None:
    found = _read(here / name, data)
    assert reason in (found[-1].reason or "")


def test_what_stands_before_a_break_is_read(here: Path) -> None:
    found = _read(here / "x.jsonl", json_lines(ARTICLES[:1]) + b"{\n" + json_lines(ARTICLES[1:2]))
    assert [raw.reason is None for raw in found] == [True, False, True]


def test_columns_that_hold_no_article_are_told(here: Path) -> None:
    sink = io.BytesIO()
    pq.write_table(pa.table({"likes": [1]}), sink)
    assert "none of its columns (likes)" in (_read(here / "x.parquet", sink.getvalue())[0].reason or "")


def test_a_bomb_is_left_alone(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "ALWAYS", 100_000)
    bomb = gzip.compress(json_lines(ARTICLES[:1]) + b" " * 3_000_000)
    found = _read(here / "x.jsonl.gz", bomb)
    assert "unpacks to more" in (found[-1].reason or "")


def test_an_endless_line_is_passed_over(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xcheck.corpus.lines.LARGEST_FILE", 1000)
    found = _read(here / "x.jsonl", b'{"text": "' + b"a" * 5000 + b'"}\n' + json_lines(ARTICLES[:1]))
    assert [raw.name for raw in found] == ["x.jsonl#1", "x.jsonl#2"]
    assert "more than the 1,000 bytes" in (found[0].reason or "")
    assert found[1].reason is None


def test_of_a_page_that_unpacks_without_end_no_more_is_read_than_allowed(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xcheck.corpus.warc.LARGEST_FILE", 10_000)
    monkeypatch.setattr("xcheck.corpus.raw.LARGEST_FILE", 10_000)
    sink = io.BytesIO()
    writer = WARCWriter(sink, gzip=False)
    packed = gzip.compress(b"<p>" + b"a" * 5_000_000)
    writer.write_record(response(writer, "https://x.example/1", packed, headers=[("Content-Encoding", "gzip")]))
    found = _read(here / "x.warc", sink.getvalue() + warc(ARTICLES[:1], gzipped=False))
    assert "more than the 10,000 bytes" in (found[0].reason or "")
    assert found[1].reason is None


@pytest.mark.parametrize("header", [b"X: " + b"a" * 90_000, b"X: a\r\n" * 20_000], ids=["one line", "many lines"])
def test_headers_without_end_are_read_no_further(here: Path, monkeypatch: pytest.MonkeyPatch, header: bytes) -> None:
    monkeypatch.setattr("xcheck.corpus.warc._MOST", 50_000)
    crawl = warc(ARTICLES[:2], gzipped=False)
    assert [raw.reason for raw in _read(here / "whole.warc", crawl)] == [None, None]
    (found,) = _read(here / "x.warc", crawl.replace(b"WARC-Type: response", header + b"\r\nWARC-Type: response"))
    assert "the headers of a record have more than the 50,000 bytes allowed" in (found.reason or "")


def test_what_is_no_page_of_a_crawl_is_set_aside(here: Path) -> None:
    sink = io.BytesIO()
    writer = WARCWriter(sink, gzip=True)
    writer.write_record(response(writer, "https://x.example/gone", b"gone", status="404 Not Found"))
    writer.write_record(response(writer, "https://x.example/p", b"\xff\xd8", headers=[]))
    found = _read(here / "x.warc.gz", sink.getvalue())
    assert found[0].reason == "the server answered 404 and gave no page"


def test_inputs_that_are_not_there_or_not_known_are_refused(here: Path) -> None:
    (here / "photo.jpg").write_bytes(b"\xff\xd8")
    for given, told in (("nowhere", "no such file"), ("photo.jpg", "unknown kind"), ("*.jsonl", "no such file")):
        with pytest.raises(InputError, match=told):
            sources([given])


def test_a_new_file_moves_few_others(here: Path) -> None:
    for n in range(300):
        (here / f"{n:03}.txt").write_text("Text.", encoding="utf-8")
    before = {source.files for source in sources([str(here)])[0]}
    (here / "000a.txt").write_text("Text.", encoding="utf-8")
    after = {source.files for source in sources([str(here)])[0]}
    assert len(after - before) <= 2
    assert len(before) > 5


def test_partitions_are_bounded_by_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xcheck.corpus.raw.MOST_BYTES", 100)
    assert [len(b) for b in batches(Raw(str(n), "", data=b"a" * 60) for n in range(5))] == [2, 2, 1]


def test_a_record_is_what_the_row_gives_back(here: Path) -> None:
    found = documents.document(_read(here / "x.jsonl", json_lines(ARTICLES[:1]))[0])
    assert documents.of_row(json.loads(json.dumps(documents.row(found), default=str))) == found
