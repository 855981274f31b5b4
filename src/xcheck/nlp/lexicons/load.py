"""Load the lexicons under ``rules/lexicons``, each into its model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError

from xcheck.errors import RuleError
from xcheck.nlp.lexicons.problems import told
from xcheck.resources import loaded

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Model = TypeVar("Model", bound=BaseModel)


@loaded
def rules_folder() -> Path:
    """Return the folder of rules and lexicons: inside the installed package, or at the top of the repository.

    Raises RuleError where neither is there.
    """
    here = Path(__file__).resolve()
    for folder in (here.parents[2] / "_rules", here.parents[4] / "rules"):
        if (folder / "lexicons").is_dir():
            return folder
    raise RuleError("the rules of xcheck are missing from this installation: install xcheck-claims again")


def lexicon(model: type[Model]) -> Model:
    """Return the lexicon of a model, read once: ``lexicon(Numbers).cardinals`` of ``numbers.yaml``.

    Raises RuleError, with file and line, where the file is missing or does not fit the model.
    """
    return cast("Model", _lexicon(model))


def plain_lexicons() -> Mapping[str, Any]:
    """Return the plain content of every lexicon, by the name of its file. Raises RuleError for one that is not YAML."""
    return {path.stem: _plain(path) for path in sorted((rules_folder() / "lexicons").glob("*.yaml"))}


def recall(known: Mapping[str, Any]) -> None:
    """Take the content of lexicons as an earlier run has read it: YAML takes 40 times as long."""
    _recalled().update(known)


@loaded
def _recalled() -> dict[str, Any]:
    return {}


@loaded
def _lexicon(model: type[BaseModel]) -> BaseModel:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", re.sub("(Words|Model)$", "", model.__name__)).lower()
    path = rules_folder() / "lexicons" / f"{name}.yaml"
    known = _recalled()
    try:
        return model.model_validate(known[name] if name in known else _plain(path))
    except ValidationError as error:
        raise RuleError("\n".join(told(path, model, error))) from error


def _plain(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - safe, and in C
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RuleError(f"{path.name}: {error}") from error
