"""An archive of invented articles, read once; and a way to add made-up ones without a parse."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from xcheck import api
from xcheck.archive.adding import add
from xcheck.archive.records import Extracted
from xcheck.archive.store import Store, opened
from xcheck.records.document import Document

ADDER = Path(__file__).with_name("adder.py")
HOUSE = {
    "flood-first.txt": (
        "The flood at Orwen killed 12 people, the mayor said.\n\nThe river Tessel had burst its banks at night.",
        date(2024, 3, 4),
        "Orwen Herald",
    ),
    "flood-second.txt": (
        "The flood at Orwen killed 14 people, the mayor said.\n\nRescuers searched the valley for survivors.",
        date(2024, 3, 5),
        "Tessel Courier",
    ),
    "strike.txt": (
        "Dockers at Port Aldery walked out over night shifts, Ada Brandt said.",
        date(2023, 6, 1),
        "Orwen Herald",
    ),
    "museum.txt": ("The museum of Quillby bought a painting by Ines Falk for 2,000 euros.", None, None),
}


def article(name: str, text: str, published: date | None = None, outlet: str | None = None) -> Document:
    """A document of a text."""
    return Document.from_text(text, name=name, published=published).model_copy(update={"outlet": outlet})


def read(documents: Sequence[Document]) -> list[Extracted]:
    """What an archive keeps of documents."""
    return [*api.extract(documents).values()]


@pytest.fixture(scope="session")
def adder() -> ModuleType:
    """The module that makes articles and adds them without a parse."""
    spec = importlib.util.spec_from_file_location("adder", ADDER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive with the articles of ``HOUSE``: not to be written to."""
    folder = tmp_path_factory.mktemp("house")
    with opened(folder, make=True) as store:
        list(add(store, [article(name, *given) for name, given in HOUSE.items()], read, "now"))
    return folder


@pytest.fixture
def stored(house: Path) -> Iterator[Store]:
    """The archive of the house, open."""
    with opened(house) as store:
        yield store


@pytest.fixture
def filled(tmp_path: Path, adder: ModuleType) -> Iterator[Store]:
    """An archive of forty made-up articles, to be changed at will."""
    with opened(tmp_path / "archive", make=True) as store:
        list(add(store, [adder.made(n) for n in range(40)], adder.read, "made"))
        yield store
