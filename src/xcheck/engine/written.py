"""A YAML file as it was written: plain text, lists and dictionaries, and the line on which each of them stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

LONGEST_FILE = 100_000  # characters; the longest rule that ships has some 3,000
DEEPEST = 8  # levels of nesting; a rule has 4
_HARMLESS = 5_000  # characters; the loader in C runs out of stack, and of life, some 20,000 levels down

Where = tuple[str | int, ...]

# Every value is read as the text that stands there and takes its type from the record, so that `headline: no` is the
# word "no" and not a truth value. The loader in C is ten times as fast.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class WrittenError(Exception):
    """What is wrong in a file: ``places`` has lines, counted from 1, with a sentence each."""

    def __init__(self, *places: tuple[int, str]) -> None:
        super().__init__(*places)
        self.places = places


class Written(NamedTuple):
    """The content of a file; ``lines`` gives the line of each part under its path of keys and indexes."""

    data: dict[str, Any]
    lines: dict[Where, int]

    def line(self, where: Where) -> int:
        """The line of the part at ``where``, or of the nearest part around it that the file has."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def read(path: Path) -> Written:
    """The mapping that a file holds. Raises WrittenError for what is no such mapping, OSError, UnicodeDecodeError."""
    root = _compose(path.read_text(encoding="utf-8-sig"))
    if not isinstance(root, yaml.MappingNode):
        raise WrittenError((1, "keys with values are expected here"))
    lines: dict[Where, int] = {}
    return Written(_mapping(root, (), lines, set()), lines)


def _compose(text: str) -> yaml.Node | None:
    if len(text) > LONGEST_FILE:
        raise WrittenError((1, f"longer than {LONGEST_FILE:,} characters"))
    try:
        if len(text) > _HARMLESS:
            _require_shallow(text)
        return yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise WrittenError((mark.line + 1 if mark else 1, f"not YAML: {error.problem}")) from error
    except yaml.YAMLError as error:
        raise WrittenError((1, f"not YAML: {' '.join(str(error).split())}")) from error


def _require_shallow(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST + 1:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise WrittenError((line, "nested too deep"))


def _plain(node: yaml.Node, where: Where, lines: dict[Where, int], seen: set[int]) -> Any:
    """The node as plain data. ``seen`` keeps this linear in the file: what an alias would repeat is refused."""
    if id(node) in seen:
        raise WrittenError((_line(node), "an alias (*) is not understood here"))
    if len(where) > DEEPEST:
        raise WrittenError((_line(node), "nested too deep"))
    seen.add(id(node))
    lines.setdefault(where, _line(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, where, lines, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*where, index), lines, seen) for index, item in enumerate(node.value)]
    if _CONTROL.search(node.value):
        raise WrittenError((_line(node), "a control character is not understood here"))
    return node.value


def _mapping(node: yaml.MappingNode, where: Where, lines: dict[Where, int], seen: set[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise WrittenError((_line(key), "a key is a plain word"))
        if key.value in found:
            raise WrittenError((_line(key), f"the key '{key.value}' stands here a second time"))
        lines[(*where, key.value)] = _line(key)
        found[key.value] = _plain(value, (*where, key.value), lines, seen)
    return found


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
