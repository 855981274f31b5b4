"""What the paths and patterns of a configuration lead to, all through the door of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from xcheck.config.files import LARGEST, shown
from xcheck.door import is_folder, refusal
from xcheck.errors import ConfigurationError

MOST_FOUND = 10_000  # files that one pattern may find
_SIGNS = "*?["
_OPTIONS = {
    "against": "--against",
    "baseline": "--baseline",
    "bind": "--against",
    "dispositions": "--dispositions",
    "drafts": "an argument",
    "extend": "--config",
    "rules": "--rules",
}


class Named(NamedTuple):
    """A setting that names paths: its key, the folder from which they count, the project, and where it stands."""

    key: str
    base: Path
    project: Path
    place: str = ""


def admitted(path: Path, named: Named) -> Path:
    """Let a path through that leads to a file or folder of the project, or to nothing yet.

    Raises ConfigurationError, with the place and the way out, for any other.
    """
    why = refusal(path, named.project)
    if why is None:
        return path
    instead = f"move it into the project, or name it on the command line ({_OPTIONS[named.key]})"
    raise ConfigurationError(f"{named.place}'{named.key}' names {shown(path)}, which {why}: {instead}")


def found(pattern: str, named: Named) -> list[Path]:
    """Give what a pattern finds, sorted; a path without signs of a pattern is itself. Raises ConfigurationError."""
    parts = Path(pattern).parts
    fixed = next((i for i, part in enumerate(parts) if any(sign in part for sign in _SIGNS)), len(parts))
    start = admitted(named.base.joinpath(*parts[:fixed]), named)
    if fixed == len(parts):
        return [start]
    return [admitted(path, named) for path in _globbed(start, parts[fixed:], pattern, named)]


def _globbed(start: Path, parts: tuple[str, ...], pattern: str, named: Named) -> list[Path]:
    if ".." in parts or parts.count("**") > 1:
        raise _no_pattern(pattern, named, "'..' behind a sign, or '**' twice")
    try:
        paths = list(islice(start.glob("/".join(parts)), MOST_FOUND + 1))
    except (OSError, ValueError) as error:
        raise _no_pattern(pattern, named, str(error)) from error
    if len(paths) > MOST_FOUND:
        raise _no_pattern(pattern, named, f"it finds more than {MOST_FOUND:,} files")
    return sorted(paths)


def _no_pattern(pattern: str, named: Named, why: str) -> ConfigurationError:
    return ConfigurationError(f"{named.place}'{named.key}': {pattern!r} is no pattern: {why}")


def rule_files(paths: Iterable[Path], admit: Callable[[Path], Path]) -> list[Path]:
    """Put the rule files of each folder in its place; a folder without any stays. ``admit`` lets each one through."""
    files: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.yaml")) if is_folder(path) else []
        own = [file for file in inside if "lexicons" not in file.relative_to(path).parts]
        files.extend(_small(admit(file)) for file in own or [path])
    return files


def _small(file: Path) -> Path:
    if file.is_file() and file.stat().st_size > LARGEST:
        raise ConfigurationError(f"{shown(file)}: larger than {LARGEST:,} bytes: that is no rule")
    return file
