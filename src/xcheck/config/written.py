"""Settings written as TOML: a new configuration with every key explained, and the settings that hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from xcheck.config.files import shown
from xcheck.config.load import Loaded
from xcheck.config.settings import Config, key_of

ACTIVE = ("drafts", "against")  # without which there is no gate
_HEAD = "# The configuration of xcheck. What stands behind a # is off; docs/configuration.md tells more of each key.\n"
_TABLES = ("bind", "suppress")


def template() -> str:
    """A configuration to start from: each key with its meaning, its default or an example."""
    keys = [name for name in Config.model_fields if name not in _TABLES]
    return "\n".join([_HEAD, *(_explained(name) for name in keys), *(_explained_table(name) for name in _TABLES)])


def effective(loaded: Loaded) -> Iterator[tuple[str, object, str]]:
    """Every setting by key with its value and where it comes from: ``file:line``, or ``default``."""
    values = loaded.config.model_dump(mode="json", by_alias=True, exclude_none=True)
    for name in Config.model_fields:
        key = key_of(name)
        place = loaded.places.get(key)
        yield key, values.get(key), f"{shown(place[0])}:{place[1]}" if place else "default"


def assigned(key: str, value: object) -> str:
    """``key = value`` in TOML; a key without a value stands behind a #, as TOML has no null."""
    return f"# {key} is not set" if value is None else f"{key} = {_toml(value)}"


def _explained(name: str) -> str:
    field = Config.model_fields[name]
    value: Any = field.examples[0] if field.examples else field.default
    off = "" if name in ACTIVE else "# "
    return f"# {field.description}\n{off}{key_of(name)} = {_toml(value)}\n"


def _explained_table(name: str) -> str:
    field = Config.model_fields[name]
    entry: dict[str, object] = (field.examples or [[{}]])[0][0]
    lines = [f"# [[{name}]]", *(f"# {key} = {_toml(value)}" for key, value in entry.items())]
    return "\n".join([f"# {field.description}", *lines]) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    if isinstance(value, date):
        return value.isoformat()
    # TOML's basic strings escape as JSON does, but for DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
