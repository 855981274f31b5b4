"""The files that a configuration can stand in: their TOML, and the line of each key, which TOML's reader keeps back."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xcheck.door import opened
from xcheck.errors import ConfigurationError

OWN_FILE = "xcheck.toml"
SHARED_FILE = "pyproject.toml"
LARGEST = 1_000_000  # bytes
_TABLE = re.compile(r"[ \t]*\[{1,2}[ \t]*([^\[\]\s](?:[^\[\]\n]{0,198}[^\[\]\s])?)[ \t]*\]{1,2}")
_KEY = re.compile(r"[ \t]*(?:\"([^\"\n]{1,200})\"|'([^'\n]{1,200})'|([A-Za-z0-9_-]{1,200}))[ \t]*[=.]")
_TOML_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


def settings_in(path: Path) -> dict[str, Any] | None:
    """The settings that a file holds, None for a shared file without any."""
    try:
        data = tomllib.loads(text_of(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _TOML_LINE.search(str(error))
        place = f"{shown(path)}:{at[1]}" if at else shown(path)
        raise ConfigurationError(f"{place}: not TOML: {_TOML_LINE.sub('', str(error))}") from error
    if path.name != SHARED_FILE:
        return data
    tool = data.get("tool", {})
    own = tool.get("xcheck") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else None


def text_of(path: Path) -> str:
    """The text of a file. Raises ConfigurationError where it cannot be read."""
    try:
        with opened(path) as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ConfigurationError(f"{shown(path)}: larger than {LARGEST:,} bytes")
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise ConfigurationError(f"{shown(path)}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{shown(path)}: is not UTF-8 text") from error


def line_of(text: str, path: Path, key: str) -> int:
    """The line of a key of the first level, or of the first table of that name; 1 where it is hidden."""
    top = "tool.xcheck" if path.name == SHARED_FILE else ""
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if head := _TABLE.match(line):
            table = head[1].replace('"', "").replace(" ", "")
            if table == f"{top}.{key}".lstrip(".") or table.startswith(f"{top}.{key}.".lstrip(".")):
                return number
        elif table == top and (found := _KEY.match(line)) and key in found.groups():
            return number
    return 1


def lines_of(text: str, table: str) -> Iterator[int]:
    """The lines on which the entries of an array of tables begin."""
    for number, line in enumerate(text.split("\n"), 1):
        head = _TABLE.match(line)
        if head and head[1].removeprefix("tool.xcheck.") == table:
            yield number


def shown(path: Path) -> str:
    """A path as messages have it: from the current folder."""
    return Path(os.path.relpath(path)).as_posix()
