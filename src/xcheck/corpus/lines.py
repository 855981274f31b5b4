"""JSON lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from xcheck.corpus.fields import article
from xcheck.corpus.raw import Raw, set_aside
from xcheck.corpus.unpacking import lines
from xcheck.ingest.reading import LARGEST_FILE


def read_lines(stream: IO[bytes], name: str) -> Iterator[Raw]:
    """The articles of a file of JSON lines, each named by its line; blank lines are passed over."""
    for number, line in enumerate(lines(stream, LARGEST_FILE), 1):
        own = f"{name}#{number}"
        if line is None:
            yield set_aside(own, f"the line has more than the {LARGEST_FILE:,} bytes allowed")
        elif line.strip():
            yield _parsed(line, own)


def _parsed(line: bytes, name: str) -> Raw:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return set_aside(name, f"the line is not JSON ({error}): mend it or take it out")
    if not isinstance(found, dict):
        return set_aside(name, "the line is no JSON object: give one article a line")
    return article(found, name)
