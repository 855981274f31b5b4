"""What the tests of reading share: a news text, and files made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLE = (
    "Harbour wall gives way in Oxmouth\n"
    "\n"
    "A stretch of the harbour wall in Oxmouth gave way on Friday night, the council said. Some 200 people were moved.\n"
    "\n"
    "“We heard a crack,” said Bo Ek, the harbour master, who was on the quay with two of his men when it fell.\n"
)


@pytest.fixture
def article() -> str:
    """A short article of a headline and two paragraphs."""
    return ARTICLE


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str | bytes], Path]:
    """Writes a file in the current folder, which is a fresh one: ``put("a.txt", text)``."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes = ARTICLE) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
