"""What is wrong in a lexicon, with its line and the nearest key that is known there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import yaml
from pydantic import BaseModel, ValidationError

from xcheck.hints import hint

Where = Sequence[str | int]


def told(path: Path, model: type[BaseModel], error: ValidationError) -> Iterator[str]:
    """Say what is wrong, one line each: ``rules/lexicons/NAME.yaml:LINE: what (did you mean 'key'?)``."""
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    for problem in error.errors(include_url=False):
        where = problem["loc"]
        text = f"{'.'.join(map(str, where))}: {problem['msg'][:1].lower()}{problem['msg'][1:]}"
        if problem["type"] == "extra_forbidden":
            text = f"unknown key '{where[-1]}'{hint(str(where[-1]), _keys(model, where[:-1]))}"
        elif problem["type"] == "missing":
            text = f"the key '{where[-1]}' is missing"
        yield f"rules/lexicons/{path.name}:{_line(root, where)}: {text}"


def _keys(model: type[BaseModel], where: Where) -> Sequence[str]:
    """The keys of the part of a lexicon at ``where``."""
    part: object = model
    for key in where:
        fields = part.model_fields if isinstance(part, type) and issubclass(part, BaseModel) else {}
        part = fields[str(key)].annotation if key in fields else next(iter(reversed(get_args(part))), None)
    return tuple(part.model_fields) if isinstance(part, type) and issubclass(part, BaseModel) else ()


def _line(node: yaml.Node | None, where: Where) -> int:
    """The line of the part at ``where``, or of the nearest part around it that the file has, from 1."""
    line = node.start_mark.line if node else 0
    for key in where:
        found = _inside(node, key)
        if found is None:
            break
        marked, node = found
        line = marked.start_mark.line
    return int(line) + 1


def _inside(node: yaml.Node | None, key: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """The part under a key or index: the node with its line, and the node with its content."""
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    return None
