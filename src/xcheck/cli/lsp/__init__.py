"""``xcheck lsp``: the language server, for editors."""

from __future__ import annotations

import contextlib
import sys

from xcheck.cli.extras import require
from xcheck.errors import UsageError
from xcheck.process import live_long


def lsp() -> None:
    """Serve an editor (Language Server Protocol)."""
    require("pygls", "lsp", "the language server")
    if sys.stdin is None or sys.stdout is None:
        raise UsageError("the language server speaks over standard input and output, and one of them is closed")
    from xcheck.cli.lsp.server import server

    live_long()
    # What a library prints must not get in between the messages.
    output = sys.stdout.buffer
    with contextlib.redirect_stdout(sys.stderr):
        server().start_io(stdout=output)
