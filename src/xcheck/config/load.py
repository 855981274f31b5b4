"""The nearest configuration: ``xcheck.toml``, else ``[tool.xcheck]`` of ``pyproject.toml``, and what they extend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from xcheck.config.files import OWN_FILE, SHARED_FILE, line_of, lines_of, settings_in, shown, text_of
from xcheck.config.settings import KEYS, TABLES, Config
from xcheck.engine.nearest import hint
from xcheck.errors import ConfigurationError

DEEPEST = 10  # files that extend one another


@dataclass(frozen=True)
class Loaded:
    """The settings, and for each that a file sets (by its key) that file and the line.

    ``folder`` is where the nearest file lies, or the folder from which it was sought.
    """

    config: Config
    folder: Path
    places: Mapping[str, tuple[Path, int]] = field(default_factory=dict)
    suppress_lines: tuple[int, ...] = ()

    def path(self, key: str) -> Path | None:
        """The path that a setting names, from the folder of its file; None where it names none."""
        value: str | None = getattr(self.config, key)
        return None if value is None else self.paths(key, [value])[0]

    def paths(self, key: str, values: Sequence[str]) -> list[Path]:
        """Paths and patterns of a setting, from the folder of its file, patterns as what they find, in order."""
        base = self.places[key][0].parent if key in self.places else self.folder
        return [found for value in values for found in _expanded(base, value)]


def load(start: Path, *, file: Path | None = None, isolated: bool = False) -> Loaded:
    """The configuration for work in the folder ``start``: of ``file``, or the nearest one; of none if ``isolated``.

    Raises ConfigurationError, which names file, line and the nearest known key, where anything is wrong.
    """
    found = file or (None if isolated else discovered(start))
    if found is None:
        return Loaded(Config(), start)
    data, places = _merged(found, ())
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise ConfigurationError("\n".join(_complaints(error, places))) from error
    written = places.get("suppress")
    lines = tuple(lines_of(text_of(written[0]), "suppress")) if written else ()
    return Loaded(config, found.parent, places, lines)


def discovered(start: Path) -> Path | None:
    """The nearest configuration in a folder or above it: ``xcheck.toml`` before ``[tool.xcheck]``."""
    for folder in (start, *start.parents):
        if (folder / OWN_FILE).is_file():
            return folder / OWN_FILE
        shared = folder / SHARED_FILE
        if shared.is_file() and "[tool.xcheck" in text_of(shared) and settings_in(shared) is not None:
            return shared
    return None


def _merged(path: Path, within: tuple[Path, ...]) -> tuple[dict[str, Any], dict[str, tuple[Path, int]]]:
    """The settings of a file over those that it extends, and where each stands."""
    if path.resolve() in within:
        raise ConfigurationError(f"{shown(path)}: 'extend' goes in a circle")
    if len(within) == DEEPEST:
        raise ConfigurationError(f"{shown(path)}: more than {DEEPEST} files extend one another")
    data = settings_in(path)
    if data is None:
        raise ConfigurationError(f"{shown(path)}: has no [tool.xcheck]")
    text = text_of(path)
    places = {key: (path, line_of(text, path, key)) for key in data}
    unknown = [key for key in data if key not in KEYS]
    if unknown:
        told = (f"{shown(path)}:{places[key][1]}: unknown key '{key}'{hint(key, KEYS)}" for key in unknown)
        raise ConfigurationError("\n".join(told))
    base = data.get("extend")
    if not isinstance(base, str):
        return data, places
    under, their_places = _merged(path.parent / base, (*within, path.resolve()))
    return {**under, **data}, {**their_places, **places}


def _complaints(error: ValidationError, places: Mapping[str, tuple[Path, int]]) -> Iterator[str]:
    for problem in error.errors(include_url=False):
        where = [part for part in problem["loc"] if part != "[key]"]
        path, line = places[str(where[0])]
        if len(where) > 1 and isinstance(where[1], int) and where[0] in TABLES:
            line = [*lines_of(text_of(path), str(where[0])), *[line] * (where[1] + 1)][where[1]]
        yield f"{shown(path)}:{line}: {_said(where, problem)}"


def _said(where: Sequence[str | int], problem: Any) -> str:
    key = str(next(part for part in reversed(where) if isinstance(part, str)))
    if problem["type"] == "extra_forbidden":
        return f"unknown key '{key}'{hint(key, TABLES[str(where[0])])}"
    if problem["type"] == "missing":
        return f"the key '{key}' is missing"
    return f"'{key}': {problem['msg'][:1].lower()}{problem['msg'][1:]}"


def _expanded(base: Path, pattern: str) -> list[Path]:
    """What a pattern finds under a folder, sorted; a path without signs of a pattern is itself."""
    if not any(sign in pattern for sign in "*?["):
        return [base / pattern]
    rooted = Path(pattern)
    folder = Path(rooted.anchor) if rooted.is_absolute() else base
    try:
        return sorted(folder.glob(str(rooted.relative_to(rooted.anchor))))
    except ValueError as error:
        raise ConfigurationError(f"'{pattern}' is no pattern: {error}") from error
