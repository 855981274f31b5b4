"""``xcheck archive``, and ``--archive`` of check and run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck

FIRST = "4 March 2024\n\nThe flood at Orwen killed 12 people, the mayor said.\n"
SECOND = "5 March 2024\n\nThe flood at Orwen killed 14 people, the mayor said.\n"
DRAFT = "6 March 2024\n\nThe flood at Orwen killed 13 people, the mayor said.\n"
HOUSE = ("--archive", "house")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, xcheck: Xcheck) -> Path:
    """A folder with a draft, two articles, and the archive of the two."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in {"draft.md": DRAFT, "in/first.txt": FIRST, "in/second.txt": SECOND}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = xcheck("archive", "add", "in", *HOUSE)
    assert (done.code, done.err) == (0, "")
    assert done.out == "added in/first.txt\nadded in/second.txt\n2 added, 0 there before\n"
    return tmp_path


def test_adding_again_adds_nothing_and_tells_what_was_skipped(xcheck: Xcheck, desk: Path) -> None:
    (desk / "in" / "notes.zip").write_bytes(b"PK")
    done = xcheck("archive", "add", "in", *HOUSE, "--quiet")
    assert done.code == 0
    assert done.out.startswith("skipped in/notes.zip: ")
    assert done.out.endswith("0 added, 2 there before\n")


def test_what_is_stored_is_listed_shown_and_found(xcheck: Xcheck, desk: Path) -> None:
    assert xcheck("archive", "list", *HOUSE).out == "2024-03-05 · in/second.txt\n2024-03-04 · in/first.txt\n"
    assert xcheck("archive", "list", *HOUSE, "--until", "2024-03-04").out == "2024-03-04 · in/first.txt\n"
    shown = xcheck("archive", "show", "in/first.txt", *HOUSE).out
    assert "published: 2024-03-04" in shown
    assert "killed 12 people" in shown
    found = json.loads(xcheck("archive", "search", "killed 14", *HOUSE, "--format", "json").out)["articles"]
    assert [(a["name"], a["passage"]) for a in found] == [
        ("in/second.txt", "The flood at Orwen killed 14 people, the mayor said.")
    ]
    assert xcheck("archive", "search", "museum", *HOUSE).out == "no article\n"


def test_the_archive_is_kept_in_order(xcheck: Xcheck, desk: Path) -> None:
    assert xcheck("archive", "verify", *HOUSE).out == "the archive is whole\n"
    assert xcheck("archive", "remove", "in/first.txt", *HOUSE).out == "1 removed\n"
    assert xcheck("archive", "remove", "in/first.txt", *HOUSE).code == 3
    assert xcheck("archive", "compact", *HOUSE).out == "compacted; 0 articles read again\n"
    assert xcheck("archive", "export", "out", *HOUSE).out.count(".parquet") == 3


def test_a_draft_is_held_against_what_is_stored(xcheck: Xcheck, desk: Path) -> None:
    done = xcheck("check", "draft.md", *HOUSE, "--isolated", "--format", "json")
    assert done.code == 1
    report = json.loads(done.out)
    assert [d["id"] for d in report["documents"]] == [
        "draft.md",
        "in/first.txt (4 March 2024)",
        "in/second.txt (5 March 2024)",
    ]
    figures = {f["evidence"][1]["document"]: f for f in report["findings"] if f["type"] == "quantity"}
    assert figures["in/first.txt (4 March 2024)"]["severity"] == "note"
    assert "was 12 people on 4 March, 14 people on 5 March" in figures["in/first.txt (4 March 2024)"]["message"]
    assert figures["in/second.txt (5 March 2024)"]["severity"] == "error"
    shown = xcheck("check", "draft.md", *HOUSE, "--isolated", "--since", "2024-03-05").out
    assert "in/second.txt (5 March 2024):3" in shown
    assert "first.txt" not in shown


def test_a_new_article_is_held_against_what_is_stored(xcheck: Xcheck, desk: Path) -> None:
    report = json.loads(xcheck("run", "draft.md", *HOUSE, "--isolated", "--format", "json", "--limit", "1").out)
    assert len(report["documents"]) == 2
    assert any(f["type"] == "quantity" for f in report["findings"])


def test_every_report_names_the_article_its_day_and_the_passage(xcheck: Xcheck, desk: Path) -> None:
    check = ("check", "draft.md", *HOUSE, "--isolated")
    shown = " ".join(xcheck(*check).out.split())
    assert xcheck(*check, "--output", "html=r.html", "--output", "markdown=r.md").code == 1
    reports = [shown, *((desk / name).read_text("utf-8") for name in ("r.html", "r.md"))]
    for report in reports:
        assert "in/second.txt (5 March 2024)" in report
        assert "The flood at Orwen killed" in report
        assert "14 people" in report
        assert "was 12 people on 4 March, 14 people on 5 March" in report


def test_stories_are_told_of_stored_articles_and_new_ones(xcheck: Xcheck, desk: Path) -> None:
    (desk / "fair.txt").write_text("2 May 2021\n\nThe baker of Lower Stell sold an oven at the fair.\n", "utf-8")

    def told(*arguments: str) -> list[list[str]]:
        done = xcheck("stories", *arguments, "--format", "json")
        assert (done.code, done.err) == (0, "")
        return [s["documents"] for s in json.loads(done.out)["stories"]]

    stored = ["in/first.txt (4 March 2024)", "in/second.txt (5 March 2024)"]
    assert told(*HOUSE) == [stored]
    assert told(*HOUSE, "--since", "2024-03-05") == [stored[1:]]
    assert told("draft.md", "fair.txt", *HOUSE) == [["draft.md", *stored], ["fair.txt"]]
    assert told("in/first.txt", *HOUSE) == [["in/first.txt", stored[1]]]


def test_each_story_of_an_archive_has_a_review(xcheck: Xcheck, desk: Path) -> None:
    assert xcheck("stories", *HOUSE, "--reports", "out").code == 0
    (page,) = (desk / "out" / "stories").iterdir()
    assert "killed 14 people" in page.read_text("utf-8")
    assert page.name in (desk / "out" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("check", "draft.md", "--archive", "nowhere"), 3, "nowhere: is not an archive of xcheck"),
        (("check", "draft.md", *HOUSE, "--since", "2025-01-01"), 3, "no article in house speaks of what it says"),
        (("run", "draft.md", *HOUSE, "--outlet", "Nobody"), 3, "no article in house speaks of what draft.md says"),
        (("check", "draft.md", "--against", "in", "--limit", "3"), 2, "name an --archive DIR"),
        (("run", "in", "--outlet", "Herald"), 2, "name an --archive DIR"),
        (("check", "draft.md", *HOUSE, "--output", "json=house/archive.sqlite"), 2, "read as an input"),
        (("stories",), 2, "nothing to group: name articles, folders of articles, or an --archive DIR"),
        (("stories", "in", "--since", "2024-01-01"), 2, "--since chooses among stored articles"),
        (("stories", "--archive", "in"), 3, "in: is not an archive of xcheck"),
        (("stories", *HOUSE, "--outlet", "Nobody"), 3, "no article"),
        (("archive", "show", "lost.txt", *HOUSE), 3, "no article is called lost.txt"),
        (("archive", "list", "--archive", "in"), 3, "in: is not an archive of xcheck"),
    ],
)
def test_errors_name_the_way_out(xcheck: Xcheck, desk: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = xcheck(*arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_without_an_archive_nothing_of_it_is_loaded(desk: Path) -> None:
    """What run and check import, in a process of their own: neither SQLite nor pyarrow."""
    script = (
        "import sys\nfrom xcheck.cli.main import main\n"
        "try:\n    main(['check', 'draft.md', '--against', 'in', '--isolated', '--quiet'])\n"
        "except SystemExit as left:\n    assert left.code == 1, left.code\n"
        "assert not {'sqlite3', 'pyarrow', 'xcheck.archive.store'} & {*sys.modules}\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=desk, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
