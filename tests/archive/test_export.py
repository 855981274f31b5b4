"""The archive as Parquet."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from xcheck.archive.export import export
from xcheck.archive.searching import extracted_of, named
from xcheck.archive.store import Store
from xcheck.errors import UsageError


def test_every_document_claim_and_vector_is_in_the_tables(stored: Store, tmp_path: Path) -> None:
    files = export(stored, tmp_path / "out", "now")
    documents, claims, sentences = (pq.read_table(file).to_pylist() for file in files)
    names = ["flood-first.txt", "flood-second.txt", "museum.txt", "strike.txt"]
    assert [d["document"] for d in documents] == names
    extracted = {name: extracted_of(stored, named(stored, name)) for name in names}
    assert len(claims) == sum(len(k.claims) for k in extracted.values())
    first = next(c for c in claims if c["document"] == "flood-first.txt")
    assert documents[0]["text"][first["start"] : first["end"]] == first["text"]
    assert json.loads(first["slots"])["quantities"][0]["text"] == "12 people"
    vectors = [s["vector"] for s in sentences if s["document"] == "strike.txt"]
    assert vectors == extracted["strike.txt"].vectors.tolist()


def test_the_same_archive_gives_the_same_bytes(stored: Store, tmp_path: Path) -> None:
    one, two = (export(stored, tmp_path / name, "now") for name in ("one", "two"))
    assert [f.read_bytes() for f in one] == [f.read_bytes() for f in two]
    assert sorted(f.name for f in (tmp_path / "one").iterdir()) == sorted(f.name for f in one)


def test_what_another_version_has_read_is_not_exported(stored: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="another version has read 4 of the articles: xcheck archive compact"):
        export(stored, tmp_path / "out", "later")


def test_without_pyarrow_the_way_to_install_it_is_told(
    stored: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'xcheck-claims\[archive\]'"):
        export(stored, tmp_path / "out", "now")
    assert not (tmp_path / "out").exists()
