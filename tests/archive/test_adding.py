"""Adding: each article once, all of a batch or nothing, and durable before it is told of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from xcheck.archive import keeping
from xcheck.archive.adding import BATCH, add, keep, prepared
from xcheck.archive.records import Extracted, digest
from xcheck.archive.searching import Period, entries
from xcheck.archive.store import Store, opened
from xcheck.records.document import Document


def _names(store: Store) -> set[str]:
    return {e.name for e in entries(store, Period())}


def test_an_article_goes_in_once_under_whatever_name(filled: Store, adder: ModuleType) -> None:
    again = adder.made(7).model_copy(update={"id": "copy.txt", "path": "copy.txt"})

    def unread(documents: Sequence[Document]) -> list[Extracted]:
        assert not documents
        return []

    (one,) = add(filled, [again], unread, "made")
    assert (one.outcome, one.name, one.path) == ("known", "7.txt", "copy.txt")
    assert len(_names(filled)) == 40


def test_the_same_article_twice_in_one_batch_goes_in_once(filled: Store, adder: ModuleType) -> None:
    twins = [adder.made(50), adder.made(50).model_copy(update={"id": "twin.txt", "path": "twin.txt"})]
    assert [(a.outcome, a.name) for a in add(filled, twins, adder.read, "made")] == [
        ("added", "50.txt"),
        ("known", "50.txt"),
    ]


def test_two_articles_of_one_name_are_told_apart(filled: Store, adder: ModuleType) -> None:
    other = adder.made(60).model_copy(update={"id": "7.txt", "path": "7.txt"})
    (one,) = add(filled, [other], adder.read, "made")
    assert one.name == f"7.txt~{digest(other)[:8]}"
    assert {"7.txt", one.name} <= _names(filled)


def test_articles_are_durable_before_they_are_told_of(tmp_path: Path, adder: ModuleType) -> None:
    with opened(tmp_path, make=True) as store, opened(tmp_path) as other:
        for n, one in enumerate(add(store, [adder.made(i) for i in range(2 * BATCH)], adder.read, "made")):
            assert one.name in _names(other)
            assert len(_names(other)) == BATCH * (1 + n // BATCH)


def test_what_another_adder_put_in_meanwhile_is_known(filled: Store, adder: ModuleType) -> None:
    document = adder.made(41)
    ready = [prepared(document, *adder.read([document]))]
    assert keep(filled, ready, "made") == {digest(document): "41.txt"}
    assert keep(filled, ready, "made") == {}


def test_a_failure_in_the_middle_of_a_batch_leaves_nothing_of_it(filled: Store, adder: ModuleType) -> None:
    good, bad = adder.made(70), adder.made(71)
    sound, spoilt = (prepared(one, *adder.read([one])) for one in (good, bad))
    words = ((None, "no place"),)
    spoilt = spoilt._replace(content=spoilt.content._replace(words=words))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        keep(filled, [sound, spoilt], "made")
    assert len(_names(filled)) == 40
    assert keeping.verify(filled) == []
