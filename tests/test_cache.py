from __future__ import annotations

import hashlib
import hmac
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

import xcheck.cache
from xcheck import api
from xcheck.alignment.vectors import Vectors, embed
from xcheck.cache import Cache
from xcheck.errors import XcheckError
from xcheck.nlp import pipeline
from xcheck.records.document import Document

TEXT = "Some 1,250.75 tonnes of ore lay at Tolmouth on Monday, the port said. It was worth 3.10 million euros.\n"


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def document() -> Document:
    return Document.from_text(TEXT, name="a", published=date(2024, 5, 6))


@pytest.fixture
def no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise XcheckError("parsed")

    monkeypatch.setattr(pipeline, "load", refused)


def test_claims_come_back_as_they_were(kept: Cache, document: Document, request: pytest.FixtureRequest) -> None:
    fresh = api.claims_of([document])
    assert api.claims_of([document], cache=kept) == fresh
    request.getfixturevalue("no_parser")
    assert api.claims_of([document], cache=kept) == fresh
    assert fresh[0][0].quantities  # a figure with a fraction, to the last digit


@pytest.mark.parametrize("change", [{"text": TEXT + "It rained."}, {"published": date(2024, 5, 7)}, {"id": "b"}])
def test_another_text_day_or_name_is_another_entry(
    kept: Cache, document: Document, change: dict[str, object], request: pytest.FixtureRequest
) -> None:
    api.claims_of([document], cache=kept)
    request.getfixturevalue("no_parser")
    with pytest.raises(XcheckError, match="parsed"):
        api.claims_of([document.model_copy(update=change)], cache=kept)


def test_other_code_is_another_entry(
    kept: Cache, document: Document, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    api.claims_of([document], cache=kept)
    monkeypatch.setattr(xcheck.cache, "_code", lambda: "another")
    request.getfixturevalue("no_parser")
    with pytest.raises(XcheckError, match="parsed"):
        api.claims_of([document], cache=kept)


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"[]"])
def test_an_entry_that_is_damaged_is_made_anew(kept: Cache, document: Document, damage: bytes) -> None:
    fresh = api.claims_of([document], cache=kept)
    (entry,) = kept.folder.glob("claims-*")
    whole = entry.read_bytes()
    for content in (damage, whole[:-10], whole.replace(b"euro", b"yuan")):
        entry.write_bytes(content)
        assert api.claims_of([document], cache=kept) == fresh
        assert entry.read_bytes() == whole


def test_vectors_come_back_as_they_were(kept: Cache) -> None:
    texts = {"a": ["The port is shut.", "Ore lay there."], "b": [], "c": ["It rained."]}
    fresh = kept.vectors(texts, embed)

    def refused(_: object) -> None:
        raise AssertionError

    again = kept.vectors(texts, refused)  # type: ignore[arg-type]
    assert all(np.array_equal(a, b) for a, b in zip(fresh, again, strict=True))
    assert [v.shape for v in again] == [(2, 384), (0, 384), (1, 384)]
    assert all(np.array_equal(a, embed(t)) for a, t in zip(again, texts.values(), strict=True))


def test_of_a_changed_text_only_the_new_sentences_are_made(kept: Cache) -> None:
    kept.vectors({"a": ["The port is shut.", "Ore lay there."]}, embed)
    asked: list[str] = []

    def noted(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return embed(texts)

    now = ["Ore lay there.", "It rained.", "The port is shut."]
    (found,) = kept.vectors({"a": now}, noted)
    assert asked == ["It rained."]
    assert np.array_equal(found, embed(now))


def test_of_a_changed_text_only_the_new_paragraphs_are_parsed(
    kept: Cache, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.claims_of([document], cache=kept)
    changed = Document.from_text(
        f"The ship sailed under a new flag.\n\n{TEXT}\nIt rained.\n", name="a", published=document.published
    )
    parsed: list[str] = []
    nlp = pipeline.load(pipeline.model_name())

    def noted(pieces: Iterable[Doc]) -> Iterator[Doc]:
        for piece in pieces:
            parsed.append(piece.text.strip())
            yield from type(nlp).pipe(nlp, [piece])

    monkeypatch.setattr(nlp, "pipe", noted)
    found = api.claims_of([changed], cache=kept)
    assert [text for text in parsed if text] == ["The ship sailed under a new flag.", "It rained."]
    assert found == api.claims_of([changed])


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path, document: Document) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert api.claims_of([document], cache=Cache(tmp_path / "file/cache")) == api.claims_of([document])


@pytest.fixture
def entry(kept: Cache, document: Document) -> Path:
    """The entry of the claims of the document."""
    api.claims_of([document], cache=kept)
    (found,) = kept.folder.glob("claims-*")
    return found


def forged(entry: Path, own: bytes = b"") -> bytes:
    """The entry with another content, signed with a key, or as it was signed when a checksum was enough."""
    content = entry.read_bytes().partition(b"\n")[2].replace(b"euro", b"yuan")
    seal = hmac.digest(own, entry.name.encode() + b"\n" + content, "sha256").hex()
    return (seal if own else hashlib.sha256(content).hexdigest()[:40]).encode() + b"\n" + content


def test_an_entry_of_another_hand_counts_as_missing(kept: Cache, document: Document, entry: Path) -> None:
    fresh, whole = api.claims_of([document]), entry.read_bytes()
    nested = b"[" * 100_000
    for content in (forged(entry), forged(entry, b"guessed"), hashlib.sha256(nested).hexdigest().encode() + nested):
        entry.write_bytes(content)
        assert api.claims_of([document], cache=kept) == fresh
        assert entry.read_bytes() == whole


def test_an_entry_stands_for_no_other(kept: Cache, document: Document, entry: Path) -> None:
    other = document.model_copy(update={"text": TEXT.replace("1,250.75", "3")})
    fresh = api.claims_of([other], cache=kept)
    (its,) = set(kept.folder.glob("claims-*")) - {entry}
    shutil.copy(entry, its)
    assert api.claims_of([other], cache=kept) == fresh != api.claims_of([document], cache=kept)


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o606])
def test_a_key_that_others_can_read_or_bring_is_replaced(
    kept: Cache, document: Document, entry: Path, mode: int
) -> None:
    fresh, key = api.claims_of([document]), kept.folder / "key"
    key.write_bytes(b"k" * 32)
    entry.write_bytes(forged(entry, b"k" * 32))
    key.chmod(mode)
    assert api.claims_of([document], cache=kept) == fresh
    assert key.read_bytes() != b"k" * 32
    assert key.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["key", "claims"])
def test_what_is_no_file_counts_as_missing_and_does_not_hang(
    kept: Cache, document: Document, entry: Path, name: str
) -> None:
    path = kept.folder / "key" if name == "key" else entry
    for make in (os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")):
        path.unlink()
        make(path)
        assert api.claims_of([document], cache=kept) == api.claims_of([document])
        if path.is_dir():
            path.rmdir()
            path.touch()


def test_it_is_for_its_owner_alone(kept: Cache, entry: Path) -> None:
    assert kept.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o077 for path in (entry, kept.folder / "key")} == {0}


def test_projects_share_claims_and_not_what_they_call_by_one_name(kept: Cache, document: Document) -> None:
    for project in ("north", "south"):
        api.claims_of([document], cache=replace(kept, project=project))
    kinds = [path.name.partition("-")[0] for path in kept.folder.glob("*-*")]
    assert (kinds.count("claims"), kinds.count("parse")) == (1, 1)
    api.claims_of([document.model_copy(update={"text": TEXT + "It rained."})], cache=replace(kept, project="south"))
    assert len([*kept.folder.glob("parse-*")]) == 2


def test_git_and_backups_pass_it_over(kept: Cache, document: Document) -> None:
    api.claims_of([document], cache=kept)
    assert (kept.folder / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert (kept.folder / "CACHEDIR.TAG").read_text(encoding="utf-8").startswith("Signature: 8a477f597d28d172789f068")


def test_it_does_not_grow_for_ever(kept: Cache, document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcheck.cache, "MOST", 2)
    for name in "abcd":
        api.claims_of([document.model_copy(update={"id": name})], cache=kept)
    assert len(list(kept.folder.glob("*-*"))) == 2
