"""The nearest configuration: ``xcheck.toml``, else ``[tool.xcheck]`` of ``pyproject.toml``, and what they extend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from xcheck.config.files import OWN_FILE, SHARED_FILE, line_of, lines_of, settings_in, shown, text_of
from xcheck.config.paths import Named, admitted, found, rule_files
from xcheck.config.settings import KEYS, TABLES, Config
from xcheck.door import project, refusal
from xcheck.errors import ConfigurationError
from xcheck.hints import hint

DEEPEST = 10  # files that extend one another


@dataclass(frozen=True)
class Loaded:
    """The settings, and for each that a file sets (by its key) that file and the line.

    ``folder`` is where the nearest file lies, or the folder from which it was sought; ``files`` are all that were read.
    """

    config: Config
    folder: Path
    places: Mapping[str, tuple[Path, int]] = field(default_factory=dict)
    suppress_lines: tuple[int, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def project(self) -> Path:
        """The folder that no path of a file may lead out of."""
        return project(self.folder)

    def path(self, key: str) -> Path | None:
        """The path that a setting names, from the folder of its file; None where it names none."""
        value: str | None = getattr(self.config, key)
        return None if value is None else self.paths(key, [value])[0]

    def paths(self, key: str, values: Sequence[str]) -> list[Path]:
        """Paths and patterns of a setting, from the folder of its file, patterns as what they find, in order.

        Raises ConfigurationError for one that leads out of the project, or to no regular file or folder.
        """
        named = self._named(key)
        return [path for value in values for path in found(value, named)]

    def rule_files(self) -> list[Path]:
        """The files of the setting ``rules``; an error as in ``paths``."""
        named = self._named("rules")
        paths = self.paths("rules", self.config.rules)
        return rule_files(paths, lambda path: admitted(path, named))

    def in_project(self, key: str, path: Path) -> Path:
        """A path that stands in for a setting that is not made; an error as in ``paths``."""
        return admitted(path, self._named(key))

    def _named(self, key: str) -> Named:
        file, line = self.places.get(key, (None, 0))
        return Named(key, file.parent if file else self.folder, self.project, f"{shown(file)}:{line}: " if file else "")


def load(start: Path, *, file: Path | None = None, isolated: bool = False) -> Loaded:
    """The configuration for work in the folder ``start``: of ``file``, or the nearest one; of none if ``isolated``.

    Raises ConfigurationError, which names file, line and the nearest known key, where anything is wrong.
    """
    nearest = file or (None if isolated else discovered(start))
    if nearest is None:
        return Loaded(Config(), start)
    read: list[Path] = []
    data, places = _merged(nearest, project(nearest.parent), read)
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise ConfigurationError("\n".join(_complaints(error, places))) from error
    written = places.get("suppress")
    lines = tuple(lines_of(text_of(written[0]), "suppress")) if written else ()
    return Loaded(config, nearest.parent, places, lines, tuple(read))


def discovered(start: Path) -> Path | None:
    """The nearest configuration in a folder or above it: ``xcheck.toml`` before ``[tool.xcheck]``.

    Raises ConfigurationError where it is a link that leads out of its project.
    """
    for folder in (start, *start.parents):
        own, shared = folder / OWN_FILE, folder / SHARED_FILE
        if own.is_file():
            if why := refusal(own, project(folder)):
                raise ConfigurationError(f"{shown(own)} {why}: name it with --config if you trust it")
            return own
        if shared.is_file() and refusal(shared, project(folder)) is None and _has_settings(shared):
            return shared
    return None


def _has_settings(shared: Path) -> bool:
    return "[tool.xcheck" in text_of(shared) and settings_in(shared) is not None


def _merged(path: Path, top: Path, read: list[Path]) -> tuple[dict[str, Any], dict[str, tuple[Path, int]]]:
    """The settings of a file over those that it extends, and where each stands; ``read`` collects the files."""
    if path.resolve() in read:
        raise ConfigurationError(f"{shown(path)}: 'extend' goes in a circle")
    if len(read) == DEEPEST:
        raise ConfigurationError(f"{shown(path)}: more than {DEEPEST} files extend one another")
    read.append(path.resolve())
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
    named = Named("extend", path.parent, top, f"{shown(path)}:{places['extend'][1]}: ")
    under, their_places = _merged(admitted(path.parent / base, named), top, read)
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
