"""xcheck compares articles about one event: who says what, where they part, and what no source bears out."""

from __future__ import annotations

from xcheck.api import claims
from xcheck.records.claim import Claim
from xcheck.records.document import Document

__version__ = "0.1.0"

__all__ = ["Claim", "Document", "__version__", "claims"]
