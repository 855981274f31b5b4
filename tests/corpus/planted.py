"""What the process that works on articles is made to do in tests: what an article's own text says, such as to die.

``[kills claims]`` kills the process that looks for claims, ``[fails claims]`` raises there, after ``[fills claims]`` it
has no memory; ``read`` and ``compare`` are the other functions of ``xcheck.corpus.work``.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from xcheck.corpus import apart
from xcheck.corpus.engine import Engine, Step

ROOT = str(Path(__file__).parents[2])


def called(asked: bytes) -> bytes:
    """Stand in for ``apart.called``."""
    function, given, named = pickle.loads(asked)  # noqa: S301 - from the test itself
    return apart.called(pickle.dumps((done, (function, *given), named)))


def done(function: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Do what the text says, or else call the function."""
    told, name = repr((given, named)), function.__name__
    if f"[kills {name}]" in told:
        os.kill(os.getpid(), signal.SIGKILL)
    if f"[fails {name}]" in told:
        raise ZeroDivisionError("by nothing")
    if f"[fills {name}]" in told:
        raise MemoryError
    return function(*given, **named)


def dies_once(mark: Path) -> str:
    """End the process that calls this first; ``mark`` is a file that tells the next."""
    if not mark.exists():
        mark.touch()
        os._exit(1)
    return "done"


class Planted(Engine):
    """An engine each of whose workers asks ``called``."""

    def each(self, step: Step, tasks: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Tell the workers so, which are sent this function as it is, since they don't have the tests on their path."""
        root = ROOT

        def told(task: Mapping[str, Any]) -> dict[str, Any]:
            from xcheck.corpus import apart  # noqa: PLC0415

            if root not in sys.path:
                sys.path.append(root)
            apart._FUNCTION = "tests.corpus.planted:called"
            return step(task)

        return super().each(told, tasks)
