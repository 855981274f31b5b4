from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck

NORTH = "Dockers walk out at Port Aldery"
BAKER = """\
Baker sells oven

The baker of Lower Stell has sold the oven that his grandfather built in 1911.
Jonas Wirth said that no one wanted to rise at three.
"""


def test_json_names_the_documents_of_each_story(xcheck: Xcheck, articles: Path) -> None:
    (articles / "baker.txt").write_text(BAKER, encoding="utf-8")
    done = xcheck("stories", ".", "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == {
        "stories": [
            {"id": "baker.txt", "documents": ["baker.txt"]},
            {"id": "north.txt", "documents": ["north.txt", "south.txt"]},
        ]
    }


def test_a_list_to_read(xcheck: Xcheck, articles: Path) -> None:
    (articles / "baker.txt").write_text(BAKER, encoding="utf-8")
    lines = xcheck("stories", ".").out.splitlines()
    assert lines[0].endswith(" (2 articles)")
    assert lines[1:] == [
        "  north.txt",
        "  south.txt",
        "Baker sells oven (1 article)",
        "  baker.txt",
        "2 stories, 3 articles",
    ]


def test_one_article_is_a_story(xcheck: Xcheck, articles: Path) -> None:
    assert xcheck("stories", "north.txt").out.endswith("1 story, 1 article\n")


def test_a_headline_cannot_steer_the_terminal(xcheck: Xcheck, articles: Path) -> None:
    (articles / "bad.txt").write_text(
        "Sly \x1b[31m\u202eheadline\n\nThe mill has shut for good, it was said.\n", "utf-8"
    )
    out = xcheck("stories", "bad.txt").out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_no_article_at_all(xcheck: Xcheck, articles: Path) -> None:
    (articles / "empty.txt").write_text("", encoding="utf-8")
    done = xcheck("stories", "empty.txt")
    assert done.code != 0
    assert "no article could be read" in done.err


def test_reports_are_one_a_story_and_an_index(xcheck: Xcheck, articles: Path) -> None:
    (articles / "baker.txt").write_text(BAKER, encoding="utf-8")
    done = xcheck("stories", "baker.txt", "north.txt", "south.txt", "--reports", "out")
    assert (done.code, done.err) == (0, "")
    index = (articles / "out" / "index.html").read_text(encoding="utf-8")
    (page,) = (articles / "out" / "stories").iterdir()
    assert f'href="stories/{page.name}"' in index
    assert "1 story told by more than one article" in index
    assert "1 article tells a story alone" in index
    shown = page.read_text(encoding="utf-8")
    assert "900" in shown
    assert "Baker" not in shown
    before = {f: f.read_bytes() for f in (articles / "out").rglob("*.html")}
    xcheck("stories", "south.txt", "north.txt", "baker.txt", "--reports", "out")
    assert {f: f.read_bytes() for f in (articles / "out").rglob("*.html")} == before


def test_an_index_goes_over_no_article(xcheck: Xcheck, articles: Path) -> None:
    (articles / "index.html").write_text("<p>" + NORTH, encoding="utf-8")
    done = xcheck("stories", ".", "--reports", ".")
    assert done.code == 2
    assert "is read as an input" in done.err
    assert (articles / "index.html").read_text(encoding="utf-8") == "<p>" + NORTH


def test_a_folder_of_reports_that_is_a_file_is_refused(xcheck: Xcheck, articles: Path) -> None:
    done = xcheck("stories", "north.txt", "south.txt", "--reports", "north.txt")
    assert done.code == 2
    assert "--reports north.txt: cannot be made a folder" in done.err
