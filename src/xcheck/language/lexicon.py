"""The word lists under ``rules/lexicons``: the editor's knowledge of words, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from xcheck.errors import RuleError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    path = rules_folder() / "lexicons" / f"{name}.yaml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - safe, and in C
    except (OSError, yaml.YAMLError) as error:
        raise RuleError(f"{path.name}: {error}") from error


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list under ``key`` of a lexicon as a set."""
    return frozenset(lexicon(name)[key])
