"""``xcheck lsp``: the language server, for editors."""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import sys

from xcheck.errors import UsageError


def lsp() -> None:
    """Serve an editor over standard input and output (Language Server Protocol)."""
    if importlib.util.find_spec("pygls") is None:
        raise UsageError("the language server takes a library more: pip install 'xcheck-claims[lsp]'")
    if sys.stdin is None or sys.stdout is None:
        raise UsageError("the language server speaks over standard input and output, and one of them is closed")
    from xcheck.cli.lsp.server import server

    gc.enable()  # unlike a command that soon ends, a server lives long
    # What a library prints must not get in between the messages.
    output = sys.stdout.buffer
    with contextlib.redirect_stdout(sys.stderr):
        server().start_io(stdout=output)
