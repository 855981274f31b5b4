"""The word lists under ``rules/lexicons``: the editor's knowledge of words, as data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from xcheck.errors import RuleError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RECALLED: dict[str, Any] = {}


@cache
def rules_folder() -> Path:
    """The folder of rules and lexicons: inside the installed package, or at the top of the repository.

    Raises RuleError where neither is there.
    """
    here = Path(__file__).resolve()
    for folder in (here.parents[1] / "_rules", here.parents[3] / "rules"):
        if (folder / "lexicons").is_dir():
            return folder
    raise RuleError("the rules of xcheck are missing from this installation: install xcheck-claims again")


@cache
def lexicon(name: str) -> Any:
    """The content of ``rules/lexicons/NAME.yaml``, read once. Raises RuleError where it is missing or broken."""
    return _RECALLED[name] if name in _RECALLED else _read(rules_folder() / "lexicons" / f"{name}.yaml")


def lexicons() -> Mapping[str, Any]:
    """The content of every word list, by name. Raises RuleError where one is broken."""
    return {path.stem: lexicon(path.stem) for path in sorted((rules_folder() / "lexicons").glob("*.yaml"))}


def recall(known: Mapping[str, Any]) -> None:
    """Takes word lists as an earlier run has read them, in place of their files: YAML takes forty times as long."""
    _RECALLED.update(known)


def _read(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - safe, and in C
    except (OSError, yaml.YAMLError) as error:
        raise RuleError(f"{path.name}: {error}") from error


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list under ``key`` of a lexicon as a set."""
    return frozenset(lexicon(name)[key])
