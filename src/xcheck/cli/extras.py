"""What takes a library that not everybody has installed."""

from __future__ import annotations

import importlib.util

from xcheck.errors import UsageError


def require(module: str, extra: str, what: str) -> None:
    """Raise UsageError, with the line that installs it, where the library of an extra is missing."""
    if importlib.util.find_spec(module) is None:
        raise UsageError(f"{what} needs the extra '{extra}': pip install 'xcheck-claims[{extra}]'")
