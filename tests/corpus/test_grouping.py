"""The program on columns tells the same stories as the one in memory, however its rows are dealt out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.corpus.conftest import ARTICLES, dockers, fire

from xcheck.corpus import marked
from xcheck.corpus.engine import Engine, started
from xcheck.corpus.grouping import Grouping
from xcheck.corpus.parts import parts
from xcheck.corpus.plan import Plan
from xcheck.corpus.store import Store
from xcheck.records.document import Document
from xcheck.stories.group import stories

PILE = [
    *ARTICLES,
    *(dockers(count, town, "x") for count, town in ((120, "Glenmarrow"), (150, "Glenmarrow"), (60, "Loch Arran"))),
    *(fire(hurt, street, "y") for hurt, street in ((1, "Mill Brae"), (2, "Mill Brae"), (5, "Ostrava Row"))),
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return started(1, None)


def test_the_stories_are_those_of_the_grouping_in_memory(engine: Engine, tmp_path: Path) -> None:
    documents = [Document.from_text(f"{a.title}\n\n{a.text}", name=f"{n}.txt") for n, a in enumerate(PILE)]
    plan = Plan(Store(str(tmp_path)), "code")
    for place in range(3):
        rows = [{**marked.row(d), "digest": "d", "partition": "p"} for d in documents[place::3]]
        plan.keep("marks", f"part{place}", [rows])
    found = Grouping(engine, plan.store).stories(["part0", "part1", "part2"], len(documents))
    assert tuple(found) == stories(documents)
    assert any(len(story.documents) > 1 for story in found)


def test_no_article_is_no_story(engine: Engine, tmp_path: Path) -> None:
    assert Grouping(engine, Store(str(tmp_path))).stories([], 0) == []


def test_parts_are_named_by_their_first() -> None:
    assert parts([("d", "c"), ("b", "c"), ("x", "y"), ("b", "d")]) == {
        "b": "b",
        "c": "b",
        "d": "b",
        "x": "x",
        "y": "x",
    }
    assert parts([]) == {}
