"""How a desk is set up: what the command line says, made sure of."""

from __future__ import annotations

import ipaddress
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from xcheck.errors import UsageError

COOKIE = "xcheck-desk"


def _cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True)
class Settings:
    """A desk: where it listens, where it keeps its work, who may come in, and by which names it may be called."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 8722
    folder: Path | None = None
    read_only: bool = False
    proxy_header: str | None = None
    hostnames: tuple[str, ...] = ()
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    user: str = "editor"
    processes: int = field(default_factory=lambda: max(2, _cores()))

    def __post_init__(self) -> None:
        """Raises UsageError where the settings do not go together."""
        if self.proxy_header and not self.local:
            raise UsageError(
                "--auth-proxy-header goes with a loopback --host alone: whoever reaches the desk itself could write "
                "the header. Let the proxy run on this machine"
            )
        if self.folder is not None and not self.folder.is_dir():
            raise UsageError(f"{self.folder}: there is no such folder to watch")

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the desk."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def authorities(self) -> frozenset[str]:
        """What a browser may have in ``Host``: the names with the port, and those of ``--hostname`` also without."""
        names = {"127.0.0.1", "localhost", "[::1]", *self.hostnames}
        if self.host not in ("0.0.0.0", "::"):  # noqa: S104 - that is no name that a browser uses
            names.add(f"[{self.host}]" if ":" in self.host else self.host)
        return frozenset({f"{name.lower()}:{self.port}" for name in names} | {n.lower() for n in self.hostnames})

    @property
    def cookie(self) -> str:
        """The name of the cookie: two desks on one machine do not share it."""
        return f"{COOKIE}-{self.port}"

    @property
    def address(self) -> str:
        """The address to open."""
        named = self.host if self.host not in ("0.0.0.0", "::") else "localhost"  # noqa: S104 - as above
        shown = f"[{named}]" if ":" in named else named
        return f"http://{shown}:{self.port}/" + ("" if self.proxy_header else f"?token={self.token}")
