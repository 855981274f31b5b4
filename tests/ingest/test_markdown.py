from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from xcheck.errors import InputError
from xcheck.ingest.layout import lay_out
from xcheck.ingest.markdown import read_markdown
from xcheck.records.document import Document

DRAFT = """\
---
title: Wall falls
author: [Ann Lee, Bo Ek]
published: 2024-03-02
outlet: Coast Post
sources:
  - wire.txt
  - path: council.md
---
# Harbour wall **gives** way

A stretch of the [harbour wall](https://example.org/a_b) in *Oxmouth* gave way on
Friday night, the council said.[^1] Some 200 people were moved.

<!-- xcheck: ignore[XQ002] agreed with the desk -->
> “We heard a `crack`,” said Bo Ek, the
> harbour\\_master.

What is next
------------

- The council will meet on Monday.
1. Engineers will inspect the rest.

| ships | men |
|-------|-----|
| 3     | 40  |

```
print("no article")
```

---

[^1]: council.md
[ref]: http://example.org
"""


FIRST = "A stretch of the harbour wall in Oxmouth gave way on Friday night, the council said."


def document(text: str) -> Document:
    return lay_out(read_markdown(text.encode()), name="a.md", published=None)


def seen(doc: Document, kind: str) -> list[str]:
    return [" ".join(doc.plain[r.start : r.end].split()) for r in doc.regions if r.kind == kind]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_draft_is_read_as_its_reader_sees_it(newline: str) -> None:
    doc = document(DRAFT.replace("\n", newline))
    assert seen(doc, "title") == ["Harbour wall gives way"]
    assert seen(doc, "subtitle") == ["What is next"]
    assert seen(doc, "body") == [
        f"{FIRST} Some 200 people were moved.",
        "“We heard a crack ,” said Bo Ek, the harbour _master.",
        "The council will meet on Monday.",
        "Engineers will inspect the rest.",
    ]
    assert all(doc.text[r.start : r.end] == r.text for r in doc.regions)
    assert len(doc.plain) == len(doc.text)


def test_what_is_markup_alone_is_furniture() -> None:
    doc = document(DRAFT)
    assert "xcheck: ignore" not in doc.plain, "nobody reads a directive"
    furniture = " ".join(" ".join(r.text.split()) for r in doc.regions if r.kind == "furniture")
    for words in (
        "title: Wall falls",
        "xcheck: ignore",
        "------------",
        "| 3 | 40 |",
        "print(",
        "[^1]: council.md",
        "[ref]:",
    ):
        assert words in furniture


def test_front_matter_gives_the_facts() -> None:
    doc = document(DRAFT)
    assert (doc.title, doc.byline, doc.outlet) == ("Wall falls", "Ann Lee, Bo Ek", "Coast Post")
    assert doc.published == date(2024, 3, 2)
    assert doc.sources == ("wire.txt", "council.md")


def test_without_front_matter_the_heading_is_the_title() -> None:
    assert document("# Wall falls #\n\nThe wall fell on Friday.\n").title == "Wall falls"
    assert document("Wall falls\n==========\n\nThe wall fell on Friday.\n").title == "Wall falls"


def test_signs_that_are_no_markup_stay() -> None:
    doc = document("The snake_case_name cost 5 < 6 dollars, and R&D said [sic] so.\n")
    assert doc.plain == doc.text


def test_two_rules_are_no_front_matter() -> None:
    assert document("---\nThe wall fell.\n---\nIt rained.\n").published is None


@pytest.mark.parametrize("header", ["title: 'Wall", "a: [", "a: b: c"])
def test_broken_front_matter_is_named_with_its_line(header: str) -> None:
    with pytest.raises(InputError, match=r"front matter is not YAML, line [23]"):
        document(f"---\n{header}\n---\nThe wall fell.\n")


def test_front_matter_of_odd_values_is_passed_over() -> None:
    doc = document("---\ntitle: [1, 2]\ndate: soon\nsources: 7\n---\nThe wall fell on Friday.\n")
    assert (doc.title, doc.published, doc.sources) == (None, None, ())


def test_much_markup_takes_no_time() -> None:
    assert document("[" * 20_000 + "<!--" * 5_000 + "`*_" * 5_000 + " The wall fell.").regions


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n" for a, b in pairwise("abcdefghij")
)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (BOMB + "title: *j\n", "line 3: write out what it stands for"),
        ("title: &t Wall\nbyline: *t\n", r"an alias \(\*t\), line 3"),
        ("a: " + "[" * 9000 + "\n", "nested too deep, line 2"),
        ("a: !!int ''\n", "not YAML"),
        ("a: !!bool x\n", "not YAML"),
        ("a: !!timestamp x\n", "not YAML"),
        ("a: !!python/object/apply:os.system [ls]\n", "not YAML"),
        ("a: " + "1:" * 4000 + "1.5\n", "not YAML"),
        ("0x" + "f" * 9000 + ": a\n", "not YAML"),
        ('title: "\\ud800"\n', "not YAML"),
    ],
    ids=range(10),
)
def test_front_matter_that_is_not_plain_is_refused_at_once(header: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_markdown(f"---\n{header}---\nThe wall fell on Friday.\n".encode())


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "9999-12-31T23:59:59-12:00"])
def test_a_day_that_no_article_is_of_is_none(day: str) -> None:
    assert read_markdown(f"---\npublished: {day}\n---\nThe wall fell on Friday.\n".encode()).published is None
