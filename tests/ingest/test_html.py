from __future__ import annotations

import json
from datetime import date

import pytest

from xcheck.errors import InputError
from xcheck.ingest.html import LARGEST_PAGE, read_html
from xcheck.ingest.layout import lay_out
from xcheck.records.document import Document

PARAGRAPHS = (
    "A stretch of the harbour wall in Oxmouth gave way on Friday night, the council said. Some 200 people were moved.",
    "“We heard a crack,” said Bo Ek, the harbour master. “Then the water came in, and we ran for the hill.”",
    "The council will meet on Monday. Engineers from the port will inspect the rest of it, the mayor told reporters.",
)


def page(*, head: str = "") -> str:
    prose = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:-1])
    return f"""<!DOCTYPE html><html><head><title>Harbour wall gives way | Coast Post</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/jobs">Jobs</a></li></ul></nav>
<article><h1>Harbour wall gives way</h1>{prose}<h2>What is next</h2><p>{PARAGRAPHS[2]}</p></article>
<section id="comments" class="comments"><h3>Comments</h3><div class="comment"><p>I told you so, the wall was rotten.</p>
</div></section><footer><p>© 2024 Coast Post. All rights reserved.</p></footer></body></html>"""


META = """<meta property="og:site_name" content="Coast Post"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2024-03-02T10:00:00Z">"""


def document(source: str | bytes) -> Document:
    data = source.encode() if isinstance(source, str) else source
    return lay_out(read_html(data), name="a.html", published=None)


def linked(**facts: object) -> str:
    content = json.dumps({"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", **facts}]})
    return f'<script type="application/ld+json">{content}</script>'


def test_a_saved_page_is_read_without_menus_and_comments() -> None:
    doc = document(page(head=META))
    assert [(r.kind, r.text) for r in doc.regions] == [
        ("title", "Harbour wall gives way"),
        *(("body", p) for p in PARAGRAPHS[:-1]),
        ("subtitle", "What is next"),
        ("body", PARAGRAPHS[2]),
    ]
    assert (doc.title, doc.byline, doc.outlet) == ("Harbour wall gives way", "Ann Lee", "Coast Post")
    assert doc.published == date(2024, 3, 2)


def test_a_complete_news_article_in_json_ld_comes_first() -> None:
    facts = {
        "headline": "Wall &amp; quay give way",
        "author": [{"@type": "Person", "name": "Cy Moss"}, "Ann Lee"],
        "publisher": {"name": "Port Gazette"},
        "datePublished": "2024-03-03T08:00:00+01:00",
        "articleBody": "".join(f"<p>{p}</p>" for p in (*PARAGRAPHS, "It was built in 1921.")),
    }
    doc = document(page(head=META + linked(**facts)))
    assert doc.text.splitlines() == ["Wall & quay give way", *PARAGRAPHS, "It was built in 1921."]
    assert (doc.title, doc.byline, doc.outlet) == ("Wall & quay give way", "Cy Moss, Ann Lee", "Port Gazette")
    assert doc.published == date(2024, 3, 3)


def test_a_cut_article_body_gives_way_to_the_page() -> None:
    doc = document(page(head=linked(headline="Harbour wall gives way", articleBody="A stretch of the harbour wall…")))
    assert PARAGRAPHS[1] in doc.text


@pytest.mark.parametrize(
    "script",
    ["{broken", "[" * 100_000, '{"@type": "NewsArticle"}', '{"@type": 7, "headline": []}', "null", '{"@graph": 3}'],
)
def test_odd_json_ld_does_no_harm(script: str) -> None:
    doc = document(page(head=f'<script type="application/ld+json">{script}</script>'))
    assert PARAGRAPHS[0] in doc.text


def test_the_declared_encoding() -> None:
    source = page(head='<meta charset="windows-1252">').replace("Bo Ek", "Bo Élan")
    assert "Bo Élan" in document(source.encode("cp1252")).text


def test_a_page_without_article() -> None:
    with pytest.raises(InputError, match="no article is found"):
        read_html(b"<html><body><nav><a href='/'>Home</a></nav></body></html>")
    with pytest.raises(InputError):
        read_html(b"")


def test_too_large_a_page() -> None:
    with pytest.raises(InputError, match="5,000,000"):
        read_html(b"<" * (LARGEST_PAGE + 1))


def test_too_many_elements() -> None:
    with pytest.raises(InputError, match="20,000"):
        read_html(b"<html><body>" + b"<br>" * 30_000)


def test_deep_nesting_ends() -> None:
    source = page().replace("<article>", "<div>" * 3000 + "<article>")
    try:
        doc = document(source)
    except InputError:
        return
    assert doc.regions


def test_half_a_character_in_the_data_of_a_page_is_replaced() -> None:
    told = {"@type": "NewsArticle", "headline": "Wall \ud83d gives way", "author": "Ann \udc00"}
    told["articleBody"] = "\n".join(f"\ud800{p}" for p in PARAGRAPHS)
    doc = document(page(head=f'<script type="application/ld+json">{json.dumps(told)}</script>'))
    assert (doc.title, doc.byline) == ("Wall \ufffd gives way", "Ann \ufffd")
    assert doc.text.count("\ufffd") == 4
    assert doc.model_dump_json()


CODES = ["unicode_escape", "raw-unicode-escape", "idna", "punycode", "utf-7", "undefined", "x"]


@pytest.mark.parametrize("charset", CODES)
def test_an_encoding_that_no_page_has_is_not_believed(charset: str) -> None:
    source = page(head=f'<meta charset="{charset}">').replace("way on", "w\u00e4y on \\ud800")
    doc = document(source.encode("cp1252", "replace"))
    assert "w\u00e4y on \\ud800" in doc.text


NOTICE = (
    '<div id="{name}"><p>We use cookies and like tools to make our site work, and our partners measure what you read. '
    "Whoever goes on accepts our terms and our notice on privacy.</p><button>Fine</button></div>"
)


def framed(body: str, *, head: str = "", title: str = "Harbour wall gives way in Oxmouth") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def prose(tag: str = "article", heading: str = "Harbour wall gives way in Oxmouth", extra: str = "") -> str:
    return f"<{tag}><h1>{heading}</h1>{extra}{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</{tag}>"


def bodies(source: str) -> list[str]:
    return [r.text for r in document(source).regions if r.kind == "body"]


@pytest.mark.parametrize("name", ["cookie-bar", "consent", "gdprNotice", "onetrust-banner"])
@pytest.mark.parametrize("tag", ["aside", "article", "div"])
def test_a_notice_is_not_the_article(name: str, tag: str) -> None:
    assert bodies(framed(NOTICE.format(name=name) + prose(tag))) == list(PARAGRAPHS)


def test_a_notice_alone_is_no_article() -> None:
    with pytest.raises(InputError, match="no article"):
        read_html(framed(NOTICE.format(name="cookie-bar")).encode())


def test_an_aside_beside_the_article_stays_behind() -> None:
    aside = (
        "<aside><h2>More</h2><p>Ferry fares are to rise again in May, the port of Oxmouth said last week.</p></aside>"
    )
    assert bodies(framed(prose() + aside)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("//<![CDATA[\n", "\n//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"), ("<!--\n", "\n-->")],
)
def test_linked_data_in_an_old_wrapping(opening: str, closing: str) -> None:
    facts = json.dumps({"@type": "NewsArticle", "headline": "Harbour wall falls", "datePublished": "2024-03-02"})
    head = f'<script type="application/ld+json">{opening}{facts}{closing}</script>'
    assert document(framed(prose(), head=head)).published == date(2024, 3, 2)


@pytest.mark.parametrize(
    ("head", "extra"),
    [
        ("", '<time itemprop="dateModified" datetime="2024-03-07">2 March 2024 | Updated 7 March 2024</time>'),
        ("", '<p class="m">Updated <time datetime="2024-03-07">7 March</time></p><p>Published on Sat 2 Mar 2024</p>'),
        ("", '<time class="updated" datetime="2024-03-07">x</time><time datetime="2024-03-02">y</time>'),
        (
            '<meta property="article:modified_time" content="2024-03-07">',
            "<p>First published 2 March 2024 06.00 GMT</p>",
        ),
        ('<meta name="lastmod-updated" content="2024-03-07">', "<span>Posted: March 2, 2024 (updated March 7)</span>"),
    ],
)
def test_a_day_of_change_is_no_day_of_publication(head: str, extra: str) -> None:
    assert document(framed(prose(extra=extra), head=head)).published == date(2024, 3, 2)


@pytest.mark.parametrize(
    "title",
    [
        "Harbour wall gives way in Oxmouth | Coast Post",
        "Coast Post | Harbour wall gives way in Oxmouth",
        "Harbour wall gives way in Oxmouth - Oxmouth Herald",
        "coastpost.example - Harbour wall gives way in Oxmouth",
        "Harbour wall gives way in Oxmouth — Coast Post",
    ],
)
@pytest.mark.parametrize("heading", ["Harbour wall gives way in Oxmouth", "News"])
def test_the_site_is_no_part_of_the_headline(title: str, heading: str) -> None:
    head = '<meta property="og:site_name" content="Coast Post">'
    assert document(framed(prose(heading=heading), head=head, title=title)).title == "Harbour wall gives way in Oxmouth"


def test_the_heading_of_a_pop_up_is_no_headline() -> None:
    box = '<div class="newsletter popup"><h1>Get our letter every day</h1><p>All the news at your door.</p></div>'
    box += '<div role="dialog"><h1>Join the club of readers</h1></div>'
    found = document(framed(box + prose(), title="Harbour wall gives way in Oxmouth"))
    assert found.title == "Harbour wall gives way in Oxmouth"
    assert [r.text for r in found.regions if r.kind == "body"] == list(PARAGRAPHS)
