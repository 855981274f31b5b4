"""The parts that need neither a store nor a web: names, folders, quotations, versions, findings beside a line."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from tests.desk.conftest import COURIER, HERALD, reported

from xcheck.desk import compared, folder
from xcheck.desk.beside import beside, units
from xcheck.desk.quoting import credit, quoted
from xcheck.desk.store.records import Version
from xcheck.desk.uploads import Upload, safe_name, unpacked
from xcheck.errors import InputError
from xcheck.records.document import Document


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("story.docx", "story.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\story.txt", "story.txt"),
        ("/abs/.hidden.txt", "hidden.txt"),
        ("..", "article"),
        ("", "article"),
        ("a\0b.txt", "aU+0000b.txt"),
        ('<img src=x onerror="1">.txt', "img src=x onerror=1.txt"),
        ("\u202egpj.txt", "U+202Egpj.txt"),
        ("two\nlines.txt", "two lines.txt"),
    ],
)
def test_a_name_is_only_a_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_is_cut_and_keeps_its_suffix() -> None:
    found = safe_name("x" * 5000 + ".docx")
    assert len(found) <= 120
    assert found.endswith("x.docx")


def test_an_archives_members_take_its_place_each_under_its_own_name() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in ("north/story.txt", "../../south/story.txt", "Story.txt"):
            archive.writestr(name, name)
    found = unpacked([Upload("story.txt", b"first"), Upload("wire.zip", held.getvalue())])
    assert [u.name for u in found] == ["story.txt", "story (2).txt", "story (3).txt", "Story (4).txt"]
    assert found[2].data == b"../../south/story.txt"


def test_a_broken_archive_is_named() -> None:
    with pytest.raises(InputError, match=r"wire\.zip: the archive cannot be read"):
        unpacked([Upload("wire.zip", b"PK no")])


def test_too_many_articles_are_refused() -> None:
    with pytest.raises(InputError, match="more than 60"):
        unpacked(Upload(f"{i}.txt", b"x") for i in range(61))


def test_an_upload_arrives_as_it_was_sent() -> None:
    upload = Upload("a.pdf", bytes(range(256)), outlet="Courier", role="draft")
    assert Upload.received(upload.sent()) == upload


def test_the_folder_lists_articles_and_nothing_that_leads_out(tmp_path: Path) -> None:
    watched, outside = tmp_path / "in", tmp_path / "out.txt"
    (watched / "wire").mkdir(parents=True)
    outside.write_text("Secret.", encoding="utf-8")
    for name in ("a.txt", "wire/b.md", "c.exe", ".d.txt"):
        (watched / name).write_text(name, encoding="utf-8")
    os.utime(watched / "a.txt", (1, 1))
    (watched / "link.txt").symlink_to(outside)
    assert [entry.name for entry in folder.listing(watched)] == ["wire/b.md", "a.txt"]
    assert folder.content(watched, "wire/b.md") == b"wire/b.md"
    for name in ("link.txt", "../out.txt", str(outside), ".d.txt", "nobody.txt"):
        with pytest.raises(InputError):
            folder.content(watched, name)


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("About 400 dockers walked out.", "“About 400 dockers walked out,” the Courier reported."),
        ("“We stay,” she said.", "“‘We stay,’ she said,” the Courier reported."),
        ("Will it end?", "“Will it end?” the Courier reported."),
        ("Two\nlines.", "“Two lines,” the Courier reported."),
    ],
)
def test_a_passage_becomes_a_quotation(passage: str, sentence: str) -> None:
    assert quoted(passage, "the Courier") == sentence


def test_credit_goes_to_the_outlet_else_to_the_file() -> None:
    document = Document.from_text("Text.", name="courier.txt")
    assert credit(document) == "courier"
    assert credit(document.model_copy(update={"outlet": "The Courier"})) == "The Courier"


def test_findings_stand_where_a_browser_counts_them() -> None:
    text = "\U0001f6a2 " + HERALD
    draft, source = Document.from_text(text, name="d.txt"), Document.from_text(COURIER, name="courier.txt")
    (found,) = beside(reported([draft, source], drafted=True), draft, [source])
    assert units("\U0001f6a2a") == [0, 2, 3]
    assert (found["from"], found["to"]) == (7, 10)
    assert found["sentence"] == [0, len(text) + 1]
    assert found["message"] == "The draft and courier part."
    assert found["type"] == "figure"
    (passage,) = found["passages"]
    assert passage["name"] == "courier"
    assert passage["quote"] == f"“{COURIER.rstrip('.')},” courier reported."
    assert [text for text, marked in passage["runs"] if marked] == ["400"]


def _texts(parts: list[compared.Stretch], left_out: compared.Change) -> str:
    return "".join(part.text for part in parts if part.change != left_out)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HERALD, COURIER),
        ("", "New.\n"),
        ("Old.\n", ""),
        ("One.\nTwo.\nThree.\n", "One.\n2 and more.\nThree.\nFour."),
        ("a b c d", "a x c d e"),
        ("The same.", "The same."),
        ("x " * 9000, "y " * 9000),
    ],
)
def test_stretches_hold_both_texts(before: str, after: str) -> None:
    parts = compared.stretches(before, after)
    assert _texts(parts, "new") == before
    assert _texts(parts, "gone") == after


def test_only_the_words_that_changed_are_marked() -> None:
    parts = compared.stretches(f"Dockers strike\n\n{HERALD}\n", f"Dockers strike\n\n{COURIER}\n")
    assert [p for p in parts if p.change != "same"] == [compared.Stretch("gone", "600"), compared.Stretch("new", "400")]


def test_findings_that_came_and_went_are_told_apart() -> None:
    draft, source = Document.from_text(HERALD, name="d.txt"), Document.from_text(COURIER, name="s.txt")
    report = reported([draft, source])
    own = report.findings[0]
    within = own.model_copy(
        update={"fingerprint": "a" * 16, "evidence": (own.evidence[0], own.evidence[0])},
    )
    agreed = own.model_copy(update={"fingerprint": "b" * 16, "kind": "agreement"})
    one = Version(number=1, text=HERALD, report=report, made="", maker="ana")
    two = one.model_copy(update={"report": report.model_copy(update={"findings": (within, agreed)})})
    found = compared.findings(one, two)
    assert (found.new, found.inside, found.gone) == ((), (within,), (own,))
    assert compared.findings(two, one).new == (own,)
