"""Plain text: the file's characters as they stand, with their line ends, so that offsets count in the file."""

from __future__ import annotations

from xcheck.ingest.decode import decode
from xcheck.ingest.reading import Reading


def read_text(data: bytes) -> Reading:
    """The reading of a ``.txt`` file. Raises InputError where the bytes are no text."""
    return Reading(decode(data))
