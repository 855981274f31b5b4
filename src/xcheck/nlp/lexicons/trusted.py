"""Make a lexicon of content that has been validated before, without the time that pydantic takes to do it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel


def trusted(kind: Any, value: Any) -> Any:
    """Return a value of a type, of the JSON that a valid value of this type was written as.

    Lists become tuples or sets, and objects models; nothing is checked.
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin is frozenset:
        return frozenset(value)
    if origin is Mapping:
        return {int(k) if inner[0] is int else k: trusted(inner[1], v) for k, v in value.items()}
    if isinstance(value, list):
        return tuple(value) if inner[:1] == (str,) else tuple(trusted(inner[0] if inner else None, v) for v in value)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _model(kind, value)
    return float(value) if kind is float else value


def _model(model: type[BaseModel], value: Any) -> BaseModel:
    fields = model.model_fields
    given = value if fields.keys() != {"root"} else {"root": value}
    return model.model_construct(**{name: trusted(fields[name].annotation, part) for name, part in given.items()})
