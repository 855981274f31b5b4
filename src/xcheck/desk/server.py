"""The desk on a port: bound before anything is said, served until somebody interrupts."""

from __future__ import annotations

import contextlib
import gc
import socket
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import replace

import uvicorn

from xcheck.desk.settings import Settings
from xcheck.desk.web.app import application
from xcheck.errors import UsageError

_LEAVE = 3  # seconds for what is under way when somebody interrupts
_IDLE = 5  # seconds that a connection without a request is kept


def run(settings: Settings, say: Callable[[str], None], *, open_browser: bool = False) -> None:
    """Serve the desk until it is interrupted; ``say`` gets the address once the port is bound.

    Raises UsageError where the port is taken, the address is none of this machine, or the store cannot be opened.
    """
    gc.enable()  # unlike a command that soon ends, a server lives long
    listening = _bound(settings)
    try:
        own = replace(settings, port=listening.getsockname()[1])
        app = application(own)

        def hang_up() -> None:
            app.state.desk.news.close()

        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_LEAVE,
            timeout_keep_alive=_IDLE,
            h11_max_incomplete_event_size=65_536,
        )
        say(own.address)
        sys.stdout.flush()
        if not own.local:
            sys.stderr.write("xcheck: other machines can reach this desk, and what they send is not encrypted\n")
        if open_browser:
            webbrowser.open(own.address)
        with contextlib.suppress(KeyboardInterrupt):  # that is how a desk is ended
            _Server(config, hang_up).run(sockets=[listening])
    finally:
        listening.close()


class _Server(uvicorn.Server):
    """Hangs up on the pages that listen before it waits for their connections to end."""

    def __init__(self, config: uvicorn.Config, hang_up: Callable[[], None]) -> None:
        super().__init__(config)
        self._hang_up = hang_up

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Shuts the server down."""
        self._hang_up()
        await super().shutdown(sockets)


def _bound(settings: Settings) -> socket.socket:
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen()  # whoever is quicker than the server waits, and is not refused
    except OSError as error:
        raise UsageError(
            f"cannot listen on {settings.host}, port {settings.port} ({error.strerror or error}): "
            "another desk may be running; choose another with --port, or 0 for any that is free"
        ) from error
    return listening
