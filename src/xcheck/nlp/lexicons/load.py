"""Load the lexicons under ``rules/lexicons``, each into its model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError

from xcheck.errors import RuleError
from xcheck.nlp import lexicons
from xcheck.nlp.lexicons.base import Lexicon, Table
from xcheck.nlp.lexicons.trusted import trusted
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


@loaded
def lexicon(model: type[Model]) -> Model:
    """Return the lexicon of a model, read once: ``lexicon(Numbers).cardinals`` of ``numbers.yaml``.

    Raises RuleError, with file and line, where the file is missing or does not fit the model.
    """
    name = name_of(model)
    return cast("Model", trusted(model, _recalled()[name]) if name in _recalled() else _validated(model))


def models() -> Iterator[type[BaseModel]]:
    """Yield the model of every lexicon."""
    for module in iter_modules(lexicons.__path__, f"{lexicons.__name__}."):
        import_module(module.name)
    yield from (*Lexicon.__subclasses__(), *Table.__subclasses__())


def checked() -> Mapping[str, Any]:
    """Return the plain content of every lexicon by the name of its file. Raises RuleError as ``lexicon`` does."""
    every = {name_of(model): model for model in models()}
    for model in every.values():
        _validated(model)
    return {name: _plain(name) for name in every}


def recall(known: Mapping[str, Any]) -> None:
    """Take what ``checked`` has given an earlier run, in place of the files: YAML takes 40 times as long."""
    _recalled().update(known)


def name_of(model: type[BaseModel]) -> str:
    """Return the name of a lexicon's file, without its ending."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", re.sub("(Words|Model)$", "", model.__name__)).lower()


@loaded
def _recalled() -> dict[str, Any]:
    return {}


@loaded
def _validated(model: type[BaseModel]) -> BaseModel:
    name = name_of(model)
    try:
        return model.model_validate(_plain(name))
    except ValidationError as error:
        from xcheck.nlp.lexicons.problems import told  # noqa: PLC0415 - needed only where something is wrong

        raise RuleError("\n".join(told(_path(name), model, error))) from error


@loaded
def _plain(name: str) -> Any:
    try:
        return yaml.load(_path(name).read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - safe, and in C
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RuleError(f"rules/lexicons/{name}.yaml: {error}") from error


def _path(name: str) -> Path:
    return rules_folder() / "lexicons" / f"{name}.yaml"
