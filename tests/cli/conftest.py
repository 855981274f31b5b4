"""The command line as a user meets it: arguments in; exit code, standard output and standard error out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from xcheck.cli.main import main

NORTH = """\
Dockers walk out at Port Aldery

Some 400 dockers walked out at Port Aldery on Monday, the Freight Union said.
The union's chair Ada Brandt said that the walkout would last a week.
The port could stay shut for months.
"""
SOUTH = """\
Walkout at Port Aldery

About 900 dockers walked out at Port Aldery on Monday, the Freight Union said.
Ada Brandt, the union's chair, said that the walkout would last a week.
"""


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Xcheck = Callable[..., Outcome]


@pytest.fixture
def xcheck(capfd: pytest.CaptureFixture[str]) -> Xcheck:
    """Runs the command line in this process."""

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        code = left.value.code
        out, err = capfd.readouterr()
        return Outcome(code if isinstance(code, int) else 0, out, err)

    return run


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two small articles, which is the current folder as well."""
    (tmp_path / "north.txt").write_text(NORTH, encoding="utf-8")
    (tmp_path / "south.txt").write_text(SOUTH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
