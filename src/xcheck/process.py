"""A process of our own: this Python with this search path, and nothing from the current folder or the environment."""

from __future__ import annotations

import json
import sys

# -I alone would leave out what this process has on its path; without it a module of the current folder could be run.
_START = (
    "import json, sys; from importlib import import_module; sys.path[:] = json.loads(sys.argv.pop(1)); "
    "module, _, name = sys.argv.pop(1).partition(':'); getattr(import_module(module), name)()"
)


def command(function: str, *arguments: str) -> list[str]:
    """Give the command that calls ``function`` (``module:name``), which finds the arguments in ``sys.argv[1:]``."""
    return [sys.executable, "-I", "-c", _START, json.dumps(sys.path), function, *arguments]
