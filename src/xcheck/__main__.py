"""``python -m xcheck``: the command line."""

from __future__ import annotations

from xcheck.cli.main import program

program()
