"""What finished work is named by: all that it hangs on. Nothing kept is ever stale; what changes has another name."""

from __future__ import annotations

import hashlib
from importlib.metadata import distributions
from pathlib import Path

from xcheck.nlp.lexicons.load import rules_folder
from xcheck.resources import loaded

_LENGTH = 32


def key(*parts: str) -> str:
    """The name of the work that hangs on some parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


@loaded
def code() -> str:
    """A digest of xcheck, its rules and word lists, and of the version of each library that may read an article."""
    package = Path(__file__).resolve().parent.parent
    files = [*package.rglob("*.py"), *package.rglob("*.onnx"), *rules_folder().rglob("*.yaml")]
    digest = hashlib.sha256("\n".join(sorted(f"{d.name} {d.version}" for d in distributions())).encode())
    for file in sorted(files):
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()
