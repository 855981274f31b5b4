"""What a command works with: its options over the configuration, and what follows from the two."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xcheck.cli.options import Severity
from xcheck.door import unplain
from xcheck.errors import UsageError

if TYPE_CHECKING:
    from xcheck.cache import Cache
    from xcheck.config.load import Loaded
    from xcheck.options import Options
    from xcheck.records.rule import Rule
    from xcheck.reports.selection import Selection

CACHE_FOLDER = "XCHECK_CACHE_DIR"  # the variable that names another folder than the user's own


class Given(NamedTuple):
    """The options of an analysis; None where the command line leaves one to the configuration."""

    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    min_severity: Severity | None = None
    min_confidence: float | None = None
    rules: Sequence[Path] | None = None
    model: str | None = None
    published: date | None = None
    no_cache: bool = False
    no_judge: bool = False
    preview: bool = False
    jobs: int = 1


class Settings(NamedTuple):
    """What holds for one run: the configuration, how to analyse, what to show; ``files`` were read to find out."""

    loaded: Loaded
    options: Options
    selection: Selection
    published: date | None
    files: tuple[Path, ...] = ()

    @property
    def rules(self) -> Sequence[Rule]:
        """The rules that are applied."""
        return self.options.rules or ()


def settings(given: Given, config: Path | None, *, isolated: bool) -> Settings:
    """The options given over the configuration. Raises ConfigurationError, UsageError or RuleError."""
    from xcheck.config.load import load
    from xcheck.engine.confidence import SURE_ENOUGH
    from xcheck.engine.load import load_rules, stable
    from xcheck.options import Options
    from xcheck.reports.selection import Selection, resolved

    if config is not None and isolated:
        raise UsageError("--config and --isolated cannot be used together")
    loaded = load(Path.cwd(), file=config, isolated=isolated)
    own = loaded.config
    further = typed_rules(given.rules) if given.rules else loaded.rule_files()
    rules = load_rules(extra=further)
    confidence = own.min_confidence if given.min_confidence is None else given.min_confidence
    selected = resolved(_names(given.select, own.select), rules)
    selection = Selection(
        selected,
        resolved(_names(given.ignore, own.ignore), rules),
        given.min_severity.value if given.min_severity else own.min_severity,
        confidence or 0.0,
    )
    options = Options(
        rules=rules if given.preview or own.preview else stable(rules, selected),
        model=given.model or own.model,
        cache=None if given.no_cache or not own.cache else _cache(loaded.project),
        judged=own.judge and not given.no_judge,
        least=SURE_ENOUGH if confidence is None else confidence,
        jobs=given.jobs,
    )
    return Settings(loaded, options, selection, given.published or own.published, (*loaded.files, *further))


def typed_rules(paths: Sequence[Path]) -> list[Path]:
    """The rule files that the command line names, wherever they lie. Raises UsageError for a pipe or a device."""
    from xcheck.config.paths import rule_files

    return rule_files(paths, _plain)


def _plain(path: Path) -> Path:
    if why := unplain(path):
        raise UsageError(f"--rules {path.as_posix()}: {why}: give a file or a folder")
    return path


def _cache(project: Path) -> Cache:
    """The cache of the user: outside of every repository, which could bring its own."""
    from platformdirs import user_cache_path

    from xcheck.cache import Cache

    named = os.environ.get(CACHE_FOLDER)
    folder = Path(named) if named else user_cache_path("xcheck", appauthor=False)
    return Cache(folder.absolute(), str(project))


def _names(given: Sequence[str] | None, configured: Sequence[str]) -> tuple[str, ...]:
    if given is None:
        return tuple(configured)
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())
