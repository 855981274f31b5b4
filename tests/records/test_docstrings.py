"""What the docstring of a record describes is a field of a record, or one of the values of a field."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from typing import get_args, get_type_hints

import pytest

from xcheck import records

DESCRIBED = re.compile(
    r"``([a-z_][a-z_-]*)``(?=:| (?:is|says|names|serves|has)\b)"
)  # "``origin``: ...", "``origin`` is ..."
MODULES = [importlib.import_module(f"xcheck.records.{m.name}") for m in pkgutil.iter_modules(records.__path__)]
RECORDS = [
    record
    for module in MODULES
    for _, record in inspect.getmembers(module, inspect.isclass)
    if record.__module__ == module.__name__ and record.__doc__
]


def values(hint: object) -> Iterator[object]:
    """Every value that a type allows by name: those of its literals, however deep."""
    for part in get_args(hint):
        yield part
        yield from values(part)


FIELDS = {name for record in RECORDS for name in get_type_hints(record)}
VALUES = {value for record in RECORDS for hint in get_type_hints(record).values() for value in values(hint)}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_docstring_describes_what_there_is(record: type) -> None:
    unknown = set(DESCRIBED.findall(record.__doc__ or "")) - FIELDS - VALUES
    assert not unknown
