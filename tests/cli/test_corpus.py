"""``xcheck corpus``: what goes wrong before an engine starts is told in a line."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck


def test_without_the_extra_the_way_to_it_is_told(xcheck: Xcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "daft" else object())
    done = xcheck("corpus", "run", "x.jsonl", "--out", "out")
    assert done.code == 2
    assert done.err == "xcheck: xcheck corpus needs daft: pip install 'xcheck-claims[corpus]'\n"


def test_an_input_that_is_not_there_is_told(xcheck: Xcheck, articles: Path) -> None:
    done = xcheck("corpus", "run", "nowhere.jsonl", "--out", "out", "--jobs", "1")
    assert done.code == 3
    assert done.err.startswith("xcheck: nowhere.jsonl: no such file")
    assert not (articles / "out").exists()


def test_no_worker_is_no_number_of_workers(xcheck: Xcheck) -> None:
    assert xcheck("corpus", "run", "x.jsonl", "--out", "out", "--jobs", "0").code == 2


def test_progress_tells_how_much_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.console import Console  # noqa: PLC0415

    from xcheck.cli.corpus import _bars, _Shown  # noqa: PLC0415

    console = Console(file=io.StringIO(), width=100)
    progress = _bars(console)
    seconds = 0.0
    monkeypatch.setattr(progress, "get_time", lambda: seconds)
    bar = _Shown(progress)
    bar.begin("extract", 400)
    for seconds in (10.0, 20.0):  # noqa: B007 - the clock of the bar reads it
        bar.advance(100)
    with console.capture() as shown:
        console.print(progress)
    assert shown.get().split()[0] == "extract"
    assert shown.get().split()[-3:] == ["200/400", "10.0/s", "0:00:20"]


def test_other_commands_import_nothing_of_it() -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    heavy = "{'daft', 'ray', 'pyarrow', 'fsspec', 'warcio', 'feedparser'}"
    told = f"import sys, xcheck.cli.main, xcheck.api; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout == "[]\n"
