"""The process that reads: it answers, it ends what has no end, and the next file gets a new one."""

from __future__ import annotations

import os

import pytest

from xcheck.errors import InputError
from xcheck.ingest.bounded import bounded
from xcheck.ingest.files import MOST_READ_HERE, packed, read_as
from xcheck.ingest.reading import Reading

EVAL = "builtins:eval"  # any expression of Python: what a hostile file might bring a library to do
OWN_NUMBER = b"str(__import__('os').getpid()).encode()"
QUIET = b"[__import__('builtins').print('noise'), b'made'][1]"


def test_one_process_reads_all_files() -> None:
    first, second = bounded(EVAL, OWN_NUMBER), bounded(EVAL, OWN_NUMBER)
    assert first == second != str(os.getpid()).encode()


def test_what_a_library_prints_is_no_answer() -> None:
    assert bounded(EVAL, QUIET) == b"made"


@pytest.mark.parametrize(
    "hostile", [b"sum(iter(int, 1))", b"bytes(10**10)", b"[0] * 10**9", b"__import__('os')._exit(0)"]
)
def test_what_has_no_end_is_ended_and_the_next_is_read(hostile: bytes) -> None:
    with pytest.raises(InputError, match=r"it takes more than 1 seconds or 500,000,000 bytes of memory to read: save"):
        bounded(EVAL, hostile, seconds=1, memory=500_000_000)
    assert bounded(EVAL, b"b'next'", seconds=1, memory=500_000_000) == b"next"


def test_a_reader_that_fails_is_an_error_with_the_way_out() -> None:
    with pytest.raises(InputError, match=r"its reader fails \(ZeroDivisionError\): save its text as \.txt"):
        bounded(EVAL, b"1 / 0")


def test_a_reading_survives_the_way() -> None:
    page = b"---\ntitle: Wall\npublished: 2031-03-02\nsources: [a.txt]\n---\n# Wall\n\nThe *wall* fell.\n"
    (here,) = {read_as(".md", page)}
    there = Reading.unpacked(packed(b".md\n" + page))
    assert there == here
    assert (here.title, here.sources, bool(here.markup), str(here.published)) == (
        "Wall",
        ("a.txt",),
        True,
        "2031-03-02",
    )
    long = page + b"\nThe wall fell on Friday." * MOST_READ_HERE
    assert read_as(".md", long[: MOST_READ_HERE + 1]).title == "Wall"


def test_halves_of_characters_survive_the_way() -> None:
    assert Reading.unpacked(Reading("a\ud800", title="\udfff").packed()) == Reading("a\ud800", title="\udfff")


def test_each_file_has_all_the_time() -> None:
    assert [bounded(EVAL, b"sum(range(12_000_000)) and b'x'", seconds=1) for _ in range(6)] == [b"x"] * 6
