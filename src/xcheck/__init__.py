"""xcheck compares articles about one event: who says what, where they part, and what no source bears out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xcheck.api import check, claims, compare, read
    from xcheck.records.claim import Claim
    from xcheck.records.document import Document
    from xcheck.records.report import Report

__version__ = "0.1.0"

__all__ = ["Claim", "Document", "Report", "__version__", "check", "claims", "compare", "read"]

_HOMES = {
    "Claim": "xcheck.records.claim",
    "Document": "xcheck.records.document",
    "Report": "xcheck.records.report",
    **dict.fromkeys(("check", "claims", "compare", "read"), "xcheck.api"),
}


def __getattr__(name: str) -> Any:
    """The public names, each imported when it is first used: ``xcheck --help`` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'xcheck' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
