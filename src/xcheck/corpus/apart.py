"""Work on an article or a story, in a process beside the one that asks for it.

What an article does to that process it does not do to a worker of the engine, nor to the run: an article that kills it
is set aside, as one is that cannot be read. Each worker has one such process, which alone loads models.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import Any, ParamSpec, TypeVar

from xcheck.errors import InputError
from xcheck.ingest.bounded import DiedError, answered

SECONDS = 3_600  # of processor time: the longest article takes some minutes, the largest story some more
MEMORY = 8_000_000_000  # bytes of address space, which is more than what is used, on a machine of many cores above all
_FUNCTION = f"{__name__}:called"

P = ParamSpec("P")
Made = TypeVar("Made")


def apart(function: Callable[P, Made], *given: P.args, **named: P.kwargs) -> Made:
    """Give what a function of a module makes of what is given, called in that process.

    If the process dies of it, a new one is asked once more, since something else may have killed the first. Raises
    InputError where both die, where the function refuses what is given, and where it fails.
    """
    asked = pickle.dumps((function, given, named))
    with suppress(DiedError):
        return _answer(asked)  # type: ignore[no-any-return]
    try:
        return _answer(asked)  # type: ignore[no-any-return]
    except DiedError as error:
        raise InputError(
            f"two processes died of it, the second {error}: it may take more than {MEMORY:,} bytes of memory or "
            f"{SECONDS:,} seconds. Take it out, and report it"
        ) from error


def _answer(asked: bytes) -> Any:
    return pickle.loads(answered(_FUNCTION, asked, seconds=SECONDS, memory=MEMORY))  # noqa: S301 - of our own process


def called(asked: bytes) -> bytes:
    """Be asked for it, in that process. Raises InputError where the function refuses what it is given, or fails."""
    function, given, named = pickle.loads(asked)  # noqa: S301 - from the process that has started this one
    try:
        return pickle.dumps(function(*given, **named))
    except (InputError, MemoryError):
        raise
    except Exception as error:
        crash = f"{type(error).__name__}: {error}"
        raise InputError(f"xcheck failed on it, which is a mistake in xcheck: please report it ({crash})") from error
