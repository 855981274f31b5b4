"""Compressed files, unpacked as they are read, and never without bound."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO

from xcheck.errors import InputError

# Text packs three to ten times, pages of one site up to fifty; what a bomb reaches is a thousand.
MOST_TIMES = 200
ALWAYS = 100_000_000  # bytes
_MAGIC = b"\x1f\x8b"


def unpacked(stream: IO[bytes], size: int) -> IO[bytes]:
    """The stream, unpacked where it is gzip; ``size`` is how many bytes it has as it lies there.

    Reading it raises InputError where it is broken, or unpacks to more than 200 times its size and 100 MB.
    """
    buffered = io.BufferedReader(stream)  # type: ignore[type-var]  # whatever fsspec opens can be read
    if buffered.peek(2)[:2] != _MAGIC:
        return buffered
    return io.BufferedReader(_Bounded(gzip.GzipFile(fileobj=buffered), max(ALWAYS, MOST_TIMES * size)))


class _Bounded(io.RawIOBase):
    """A stream of which no more than ``most`` bytes can be read."""

    def __init__(self, inner: gzip.GzipFile, most: int) -> None:
        self._inner = inner
        self._left = most

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer. Raises InputError where the file is broken, or too much has come out of it."""
        try:
            data = self._inner.read1(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"its compression is broken ({error}): fetch the file again") from error
        self._left -= len(data)
        if self._left < 0:
            raise InputError("it unpacks to more than any text does, as made to fill a machine: leave it out")
        buffer[: len(data)] = data
        return len(data)


def lines(stream: IO[bytes], most: int) -> Iterator[bytes | None]:
    """The lines of a stream without their ends; None for one of more than ``most`` bytes, which is passed over."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield None
