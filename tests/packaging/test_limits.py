"""``docs/limits.md`` tells the limits that the code has: all of them, and as they are."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "xcheck"
ROW = re.compile(r"^\| (?P<what>.+) \| (?P<most>.+) \| `(?P<module>[\w.]+)\.(?P<name>[A-Z_]+)` \|$", re.MULTILINE)
PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
ROWS = [found.groupdict() for found in ROW.finditer(PAGE)]
# What a module bounds for others to read of: a name without an underscore that begins like this.
LIMIT = re.compile(r"^((?:LARGEST|LONGEST|MOST|DEEPEST|SECONDS|WALL_SECONDS|MEMORY)[A-Z_]*) = [\d_]+\b", re.MULTILINE)
WHERE = ("ingest/*.py", "config/*.py", "drafts/*.py", "nlp/*.py", "engine/written.py", "cli/changed.py", "api.py")
OWN = {  # bounds of how something is told or found, which refuse and cut nothing
    "ingest.furniture.LONGEST",
    "nlp.phrases.LONGEST_GAP",
    "nlp.phrases.LONGEST_PHRASE",
}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['module']}.{row['name']}" for row in ROWS])
def test_the_page_tells_what_the_code_has(row: dict[str, str]) -> None:
    value = getattr(import_module(f"xcheck.{row['module']}"), row["name"])
    assert re.match(r"[\d,]+", row["most"]), row
    assert int(re.match(r"[\d,]+", row["most"])[0].replace(",", "")) == value  # type: ignore[index]


def test_the_page_leaves_no_limit_out() -> None:
    written = {
        f"{path.relative_to(PACKAGE).with_suffix('').as_posix().replace('/', '.')}.{name}"
        for pattern in WHERE
        for path in PACKAGE.glob(pattern)
        for name in LIMIT.findall(path.read_text(encoding="utf-8"))
    }
    told = {f"{row['module']}.{row['name']}" for row in ROWS if row["module"] != "comparison.cases.passages"}
    assert written - OWN == told


def test_each_limit_has_one_row() -> None:
    names = [f"{row['module']}.{row['name']}" for row in ROWS]
    assert len(names) == len(set(names)) > 20
