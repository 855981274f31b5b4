"""Invented coverage of a few events, and files of each kind that hold it, made by the libraries of their kinds."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from xcheck.corpus.engine import Engine
from xcheck.corpus.inputs import sources
from xcheck.corpus.plan import Plan
from xcheck.corpus.run import Run
from xcheck.corpus.store import Store


class Article(NamedTuple):
    """An invented article."""

    title: str
    text: str
    date: str = "2026-03-04"
    url: str = ""


def dockers(count: int, town: str, outlet: str) -> Article:
    """A walkout with a number of dockers, in a town."""
    return Article(
        f"Dockers walk out at {town}",
        f"About {count} dockers walked out at {town} on Wednesday over night shifts, the Harbour Union said.\n\n"
        f"Ida Brandt, who chairs the union in {town}, said that the walkout would last a week.\n\n"
        "Two container ships, the Marigold and the Saint Piran, lay at anchor off the breakwater. The terminal's "
        "owner, Trevannion Lines, called the rota fair and offered to talk about pay at the town hall.\n\n"
        "Cranes stood still until evening, and lorries queued along Customs Road.",
        url=f"https://{outlet}.example/{town.lower().replace(' ', '-')}",
    )


def fire(hurt: int, street: str, outlet: str) -> Article:
    """A fire with a number of people hurt, in a street."""
    return Article(
        f"Fire in {street} warehouse",
        f"A fire in a warehouse in {street} hurt {hurt} people on Tuesday, Fire Chief Oskar Lindqvist said.\n\n"
        f"The warehouse in {street} belongs to the wool merchant Petra Novak. The fire was out by noon.\n\n"
        "Sparks from a faulty heater are thought to have lit bales on the second floor, Lindqvist told reporters. "
        "Smoke drifted over Gasworks Lane, and pupils of Saint Brigid's school were sent home.\n\n"
        "Novak thanked the neighbours who had carried her archive out into the yard.",
        "2026-02-10",
        url=f"https://{outlet}.example/{street.lower().replace(' ', '-')}",
    )


ARTICLES = (
    dockers(400, "Port Aldery", "courier"),
    dockers(900, "Port Aldery", "herald"),
    fire(3, "Lantern Quay", "courier"),
    fire(7, "Lantern Quay", "herald"),
    Article("Baker sells oven", "The baker of Lower Stell has sold the oven that his grandfather built in 1911."),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one as well."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def json_lines(articles: Sequence[Article]) -> bytes:
    """The articles as JSON lines."""
    return b"".join(json.dumps(one._asdict()).encode() + b"\n" for one in articles)


def parquet(articles: Sequence[Article]) -> bytes:
    """The articles as Parquet, under the names that another program gave its columns."""
    sink = io.BytesIO()
    rows = [{"Headline": a.title, "body": a.text, "publish_date": a.date, "link": a.url, "likes": 3} for a in articles]
    pq.write_table(pa.Table.from_pylist(rows), sink, row_group_size=2)
    return sink.getvalue()


def page(article: Article) -> bytes:
    """The article as a web page, with a menu round it."""
    paragraphs = "".join(f"<p>{words}</p>" for words in article.text.split("\n\n"))
    return (
        f"<!doctype html><html lang=en><head><title>{article.title}</title></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{article.title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def warc(articles: Sequence[Article], *, gzipped: bool = True) -> bytes:
    """A crawl of the articles' pages, each with the request that was made for it."""
    sink = io.BytesIO()
    writer = WARCWriter(sink, gzip=gzipped)
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "an invented crawler"}))
    for article in articles:
        writer.write_record(response(writer, article.url or "https://stell.example/oven", page(article)))
    return sink.getvalue()


def response(
    writer: WARCWriter, url: str, body: bytes, *, status: str = "200 OK", headers: Sequence[tuple[str, str]] = ()
) -> object:
    """A record of what a server answered."""
    told = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8"), *headers], protocol="HTTP/1.1")
    return writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        http_headers=told,
        warc_headers_dict={"WARC-Date": "2026-03-05T06:00:00Z"},
    )


def rss(articles: Sequence[Article]) -> bytes:
    """The articles as RSS 2.0, whole in ``content:encoded``."""
    items = "".join(
        f"<item><title>{a.title}</title><link>{a.url}</link><pubDate>{_stamp(a)}</pubDate>"
        f"<description>In short.</description><content:encoded><![CDATA[{_marked(a)}]]></content:encoded></item>"
        for a in articles
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Aldery Courier</title>{items}</channel></rss>"
    ).encode()


def atom(articles: Sequence[Article]) -> bytes:
    """The articles as Atom 1.0."""
    entries = "".join(
        f'<entry><id>urn:x:{n}</id><title>{a.title}</title><link href="{a.url}"/>'
        f"<updated>{a.date}T08:00:00Z</updated>"
        f'<content type="html"><![CDATA[{_marked(a)}]]></content></entry>'
        for n, a in enumerate(articles)
    )
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Aldery Courier</title>'
        f"<id>urn:x</id><updated>2026-03-04T08:00:00Z</updated>{entries}</feed>"
    ).encode()


def _stamp(article: Article) -> str:
    return format_datetime(datetime.fromisoformat(article.date))


def _marked(article: Article) -> str:
    return "".join(f"<p>{words}</p>" for words in article.text.split("\n\n")) + "<script>track()</script>"


class Counting:
    """Counts what each step is given to do."""

    def __init__(self) -> None:
        self.given: dict[str, int] = {}

    def begin(self, step: str, total: int) -> None:
        """Count it."""
        self.given[step] = self.given.get(step, 0) + total

    def advance(self, done: int) -> None:
        """Go on."""


def run(engine: Engine, out: str, inputs: Sequence[str]) -> Counting:
    """Run some inputs to tables in a folder, and tell what there was to do."""
    watch = Counting()
    Run(Plan(Store(out), "code"), engine, watch)(*sources(inputs))
    return watch


def files(folder: Path) -> dict[str, bytes]:
    """All that a reader of the folder sees."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".work" not in file.parts
    }


Writer = Callable[[Sequence[Article]], bytes]

KINDS: dict[str, Writer] = {
    "news.jsonl": json_lines,
    "news.jsonl.gz": lambda articles: gzip.compress(json_lines(articles)),
    "news.parquet": parquet,
    "news.warc.gz": warc,
    "news.warc": lambda articles: warc(articles, gzipped=False),
    "news.rss": rss,
    "news.atom": atom,
}
