"""The process ``xcheck``: what has to be in order before the command line is imported, and after it is done.

An interruption ends it without a word, from the first moment on; and no file that it opens takes the place of a
standard stream that was closed.
"""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130


def start() -> NoReturn:
    """Run the command line as a process of its own."""
    listening = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # a shell may have it ignored
    if listening:
        signal.signal(signal.SIGINT, _leave)
    _fill_standard_streams()
    from xcheck.cli.main import program  # noqa: PLC0415 - a fifth of a second, in which somebody may interrupt

    try:
        if listening:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        program()
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    finally:
        if listening:
            signal.signal(signal.SIGINT, _leave)


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)


def _fill_standard_streams() -> None:
    """Open nothing in the place of each standard stream that is closed: Python leaves them to the next file."""
    for stream in (0, 1, 2):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


if __name__ == "__main__":
    start()
