from __future__ import annotations

from pathlib import Path

import pytest

from xcheck.drafts.binding import Citation, citations, located, named_sources
from xcheck.errors import InputError
from xcheck.records.document import Document


def targets(text: str, name: str = "a.md") -> list[str]:
    return [c.target for c in citations(Document.from_text(text, name=name))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He [said so](../wire/a.txt).", ["../wire/a.txt"]),
        ("He [said so](<wire/a b.txt> 'a note').", ["wire/a b.txt"]),
        ("He [said so](wire/a%20b.md#part).", ["wire/a b.md"]),
        ("He [said so][w].\n\n[w]: wire/a.html", ["wire/a.html"]),
        ("He said so.[^1]\n\n[^1]: Wire, wire/a.txt, page 3.", ["wire/a.txt"]),
        ("He said so.[^1]\n\n[^1]: See [the wire](wire/a.txt).", ["wire/a.txt", "wire/a.txt"]),
        ("He [said so](https://example.org/a.txt).", []),
        ("He [said so](//example.org/a.txt) and [so](mailto:a@b.txt).", []),
        ("He [said so](notes.xlsx), see [above](#top).", []),
        ("No [link] here, and no [^note].", []),
    ],
)
def test_what_a_draft_cites(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_the_offset_is_that_of_the_mark() -> None:
    assert citations(Document.from_text("Yes.[^a]\n\n[^a]: w.txt", name="a.md")) == (Citation(4, "w.txt"),)


def test_plain_text_cites_nothing() -> None:
    assert targets("He [said so](wire/a.txt).", "a.txt") == []


def test_a_file_is_sought_in_each_folder_but_never_beyond_the_project(tmp_path: Path) -> None:
    top = tmp_path / "desk"
    (top / "drafts").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (top / "w.txt").write_text("x", encoding="utf-8")
    (top / "link.txt").symlink_to(tmp_path / "secret.txt")
    folders = [top / "drafts", top]
    assert located("w.txt", folders, top) == top / "w.txt"
    assert located("../w.txt", folders, top) == top / "w.txt"
    for target in (
        "../secret.txt",
        "../../secret.txt",
        str(tmp_path / "secret.txt"),
        "link.txt",
        "gone.txt",
        "a\0b.txt",
    ):
        assert located(target, folders, top) is None


def test_a_source_of_the_front_matter_that_is_not_there(tmp_path: Path) -> None:
    draft = Document(id="a.md", path="a.md", text="x", sources=("gone.txt",))
    with pytest.raises(InputError, match=r"a\.md.*gone\.txt"):
        named_sources(draft, [tmp_path], tmp_path)


def test_many_open_brackets_take_no_time() -> None:
    assert targets("[" * 50_000 + "](" * 50_000) == []
