from __future__ import annotations

from pathlib import Path

import pytest

from xcheck.drafts.changes import Change, changes, read_patch, touched
from xcheck.errors import UsageError
from xcheck.records.document import Document
from xcheck.records.finding import Evidence, Finding

HERE = Path("/desk")
TEXT = "Title\n\nThe old pier burnt down. Nobody was hurt.\nThe port stays shut.\n"
PATCH = """\
diff --git a/news/a.md b/news/a.md
--- a/news/a.md
+++ b/news/a.md
@@ -1,4 +1,4 @@
 Title
~
-The pier burnt down. Nobody was hurt.
+The old pier burnt down. Nobody was hurt.
 The port stays shut.
""".replace("~", " ")  # an empty line that both versions have


def document(name: str = "news/a.md", text: str = TEXT) -> Document:
    return Document.from_text(text, name=name)


def finding(text: str, document: Document) -> Finding:
    start = document.text.index(text)
    evidence = Evidence(document=document.id, start=start, end=start + len(text), text=text)
    return Finding(
        id="XQ900-0",
        rule="XQ900",
        kind="divergence",
        severity="error",
        confidence=1,
        message="",
        fingerprint="0",
        claims=(),
        evidence=(evidence,),
    )


def change_of(patch: str, name: str = "news/a.md", text: str = TEXT) -> Change:
    return changes(read_patch(patch), {HERE / name: document(name, text)}, [HERE])[name]


def test_the_lines_that_a_patch_adds() -> None:
    change = change_of(PATCH)
    assert change.lines == frozenset({3})
    assert change.removed == ("The pier burnt down. Nobody was hurt.",)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("The old pier burnt down.", True),
        ("Nobody was hurt.", False),  # it stood there before, word for word
        ("The port stays shut.", False),
        ("Title", False),
    ],
)
def test_a_passage_is_touched_where_its_own_words_are_new(passage: str, expected: bool) -> None:  # noqa: FBT001
    own = document()
    assert touched(finding(passage, own), {own.id: change_of(PATCH)}, {own.id: own}) is expected


@pytest.mark.parametrize(
    ("before", "passage", "expected"),
    [
        ("Some 1,400 men left.", "400 men left.", True),  # the end of a longer figure is no sentence of its own
        ("Not all men left.", "men left.", True),
        ("He came. All men left.", "All men left.", False),
        ("# All men left", "All men left", False),
        ("All men\nleft.", "All men left.", False),  # only its lines were broken anew
        ("All men left early.", "All men left", True),
        ("(a+)+$ ^[", "(a+)+$ ^[", False),
    ],
)
def test_what_stood_there_before(before: str, passage: str, expected: bool) -> None:  # noqa: FBT001
    own = document("b.md", passage)
    change = Change(frozenset({1}), tuple(before.split("\n")))
    assert touched(finding(passage, own), {own.id: change}, {own.id: own}) is expected


def test_a_document_that_the_patch_does_not_name_is_untouched() -> None:
    own = document("c.md")
    assert not touched(finding("Title", own), {"news/a.md": change_of(PATCH)}, {own.id: own})


def test_every_line_of_a_format_with_a_text_of_its_own() -> None:
    patch = PATCH.replace("a.md", "a.html")
    assert change_of(patch, "news/a.html").lines is None


def test_a_rename_without_a_change() -> None:
    patch = "diff --git a/x.md b/news/a.md\nsimilarity index 100%\nrename from x.md\nrename to news/a.md\n"
    assert change_of(patch).lines == frozenset()


@pytest.mark.parametrize(
    "header",
    [
        "--- a/news/a.md\n+++ b/news/a.md\n",
        "--- news/a.md\n+++ news/a.md\n",
        "--- news/a.md\t2024-05-06 10:00:00\n+++ news/a.md\t2024-05-06 10:01:00\n",
        "diff --git i/news/a.md w/news/a.md\n--- i/news/a.md\n+++ w/news/a.md\n",
    ],
)
def test_the_forms_of_a_name(header: str) -> None:
    assert change_of(header + PATCH.partition("+++ b/news/a.md\n")[2]).lines == frozenset({3})


def test_a_name_that_git_quotes() -> None:
    patch = PATCH.replace("a/news/a.md", '"a/news/caf\\303\\251.md"').replace(
        "b/news/a.md", '"b/news/caf\\303\\251.md"'
    )
    assert change_of(patch, "news/café.md").lines == frozenset({3})


def test_the_first_folder_that_has_the_file() -> None:
    own = document()
    deep = HERE / "sub"
    assert changes(read_patch(PATCH), {deep / "news/a.md": own}, [HERE, deep])[own.id].lines == frozenset({3})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT.replace("stays", "is"), "line 4"),
        (TEXT.replace("Title", "Head"), "line 1 it has 'Title', the file has 'Head'"),
        ("Title\n", "line 3 it has 'The old pier"),
    ],
)
def test_a_patch_that_does_not_fit(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=r"does not fit news/a\.md") as error:
        change_of(PATCH, text=text)
    assert told in str(error.value)


def test_lines_end_as_they_like_and_break_only_at_line_feeds() -> None:
    text = TEXT.replace("pier", "pier\x0b\u2028pier").replace("\n", "\r\n")
    patch = PATCH.replace("old pier", "old pier\x0b\u2028pier")
    assert change_of(patch, text=text).lines == frozenset({3})


def test_a_file_that_is_deleted_is_passed_over() -> None:
    assert read_patch("diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n") == ()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("late news.md", "late news.md\t", "late news.md\t"),
        ("late news.md", "a/late news.md\t", "b/late news.md\t"),
        ("news/a.md", "news/a.md", "news/a.md"),
        ("café late.md", '"caf\\303\\251 late.md"', '"caf\\303\\251 late.md"'),
        ("café late.md", '"a/caf\\303\\251 late.md"', '"b/caf\\303\\251 late.md"'),
    ],
)
def test_names_with_blanks_with_and_without_prefixes(name: str, old: str, new: str) -> None:
    patch = PATCH.replace(
        "diff --git a/news/a.md b/news/a.md", f"diff --git {old.strip()} {new.strip()}\nindex 1a..2b 100644"
    )
    patch = patch.replace("--- a/news/a.md", f"--- {old}").replace("+++ b/news/a.md", f"+++ {new}")
    assert change_of(patch, name).lines == frozenset({3})


def test_files_without_changed_lines_stand_beside_others() -> None:
    renamed = (
        "diff --git old name.md new name.md\nsimilarity index 100%\nrename from old name.md\nrename to new name.md\n"
    )
    assert change_of(renamed + PATCH).lines == frozenset({3})
    assert [file.names for file in read_patch(renamed)] != []


def test_a_ligature_of_the_file_fits_its_line_in_the_patch() -> None:
    patch = PATCH.replace("The port stays", "The ofﬁce stays")
    assert change_of(patch, text=TEXT.replace("The port stays", "The ofﬁce stays")).lines == frozenset({3})
