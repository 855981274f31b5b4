"""A newsroom in a folder: three drafts and four sources under git, and changes to them."""

from __future__ import annotations

import subprocess
from pathlib import Path

STORM = """\
---
title: Storm leaves 3,000 homes in Quillby without power
published: 2024-05-06
---

# Storm leaves 3,000 homes in Quillby without power

The storm left 3,000 homes in Quillby without power on Friday, the grid company said.

Mayor Jon Reed asked people to stay at home.
"""
BRIDGE = """\
# Korvel bridge to close for repairs

The city of Korvel will close its old bridge on 9 September 2024, the council said on Monday.

The repair will cost 15 million euros, the council said. Buses will be led over the ring road.
"""
BAKERY = """\
# Moss shuts bakery in Tolmouth

Ida Moss shut the Harrow bakery in Tolmouth on Friday.

She said that the rent had doubled since 2019.
"""
SOURCES = {
    "grid.txt": "The storm left 3,000 homes in Quillby without power on Friday, the grid company said.\n",
    "mayor.txt": "Mayor Jon Reed asked people in Quillby to stay at home. Schools stay shut on Monday.\n",
    "council.txt": (
        "The council of Korvel said on Monday that it will close the old bridge on 9 September 2024.\n"
        "The repair of the bridge will cost 15 million euros, the council said.\n"
    ),
    "bakery.txt": "Ida Moss shut the Harrow bakery in Tolmouth on Friday.\nShe said that the rent had doubled since 2019.\n",
}
COMMAND = ("check", "drafts", "--against", "sources", "--isolated", "--format", "json")


def newsroom(folder: Path, *, newline: str = "\n") -> Path:
    """Writes the drafts and sources and commits them."""
    for name, text in {"storm.md": STORM, "bridge.md": BRIDGE, "bakery.md": BAKERY}.items():
        write(folder / "drafts" / name, text, newline)
    for name, text in SOURCES.items():
        write(folder / "sources" / name, text, newline)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    return folder


def write(path: Path, text: str, newline: str = "\n") -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.replace("\n", newline).encode())


def change(path: Path, old: str, new: str) -> None:
    """Puts words in the place of others, which stand there once."""
    data = path.read_bytes()
    assert data.count(old.encode()) == 1
    path.write_bytes(data.replace(old.encode(), new.encode()))


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "--quiet", "--message=Edit")


def git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.autocrlf=false", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
