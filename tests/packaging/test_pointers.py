"""The code, the rules and the lexicons point to pages and scripts that are in the checkout."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POINTER = re.compile(r"\b(?:docs|benchmarks|training|rules|src/xcheck)/[\w/-]*[\w-](?:\.(?:md|py|yaml|json))?\b")


def test_every_pointer_leads_somewhere() -> None:
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "rules").rglob("*.yaml")]
    lost = [
        f"{path.relative_to(ROOT)}: {pointer}"
        for path in sorted(files)
        for pointer in POINTER.findall(path.read_text(encoding="utf-8"))
        if "NAME" not in pointer and not (ROOT / pointer).exists()
    ]
    assert files
    assert not lost
