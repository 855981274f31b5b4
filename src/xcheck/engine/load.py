"""Rule files read into rules. What is wrong with one is named with its file, its line and the nearest known word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from xcheck.engine.facts import FACTS, GATES
from xcheck.engine.validate import Problem, problems
from xcheck.engine.written import Written, WrittenError, read
from xcheck.errors import RuleError
from xcheck.hints import hint
from xcheck.nlp.lexicons.load import rules_folder
from xcheck.records.finding import Kind, Severity
from xcheck.records.rule import Example, Rule

_RULE_KEYS = tuple(key for key in Rule.model_fields if key != "origin")
_EXAMPLE_KEYS = tuple(Example.model_fields)
_CHOICES = {"kind": get_args(Kind), "severity": get_args(Severity), "on": tuple(FACTS), "unless": GATES}
_FORMS = {"id": "X, capital letters, three digits (XQ002)"}


def load_rules(folder: Path | None = None, extra: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Every rule of ``folder/*/*.yaml`` (default: those that ship) and of the files and folders ``extra``, by id.

    Raises RuleError with a line for each thing wrong in any of the files: ``file:line: what``.
    """
    rules: list[Rule] = []
    wrong: list[str] = []
    for path, shown in _files(folder or rules_folder(), extra):
        try:
            rules.append(read_rule(path, shown))
        except RuleError as error:
            wrong.append(str(error))
    wrong.extend(_twice(rules))
    if wrong:
        raise RuleError("\n".join(wrong))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def stable(rules: Sequence[Rule], asked: Collection[str] = ()) -> tuple[Rule, ...]:
    """Leave out the rules in preview, save those that are asked for by their id."""
    return tuple(rule for rule in rules if not rule.preview or rule.id in asked)


def read_rule(path: Path, shown: str | None = None) -> Rule:
    """The rule of one file, which errors and results call ``shown``. Raises RuleError where anything is wrong."""
    shown = shown or path.as_posix()
    try:
        return _rule(read(path), shown)
    except OSError as error:
        raise RuleError(f"{shown}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{shown}: is not UTF-8 text") from error
    except WrittenError as error:
        raise RuleError("\n".join(f"{shown}:{line}: {text}" for line, text in error.places)) from error


def _files(folder: Path, extra: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.glob("*/*.yaml")):
        if path.parent.name != "lexicons":
            yield path, f"rules/{path.relative_to(folder).as_posix()}"
    for path in extra:
        inside = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        found = [file for file in inside if "lexicons" not in file.relative_to(path).parts]
        if not found:
            raise RuleError(f"{path.as_posix()}: no rule (*.yaml) is in this folder")
        yield from ((file, file.as_posix()) for file in found)


def _twice(rules: Sequence[Rule]) -> Iterator[str]:
    first: dict[str, Rule] = {}
    for rule in rules:
        for word in (rule.id, rule.name):
            other = first.setdefault(word, rule)
            if other is not rule:
                yield f"{rule.origin.path}:1: '{word}' is already a rule: {other.origin.path}"


def _rule(written: Written, shown: str) -> Rule:
    data = dict(written.data)
    listed = data.get("examples")
    lines = [written.line(("examples", index)) for index in range(len(listed))] if isinstance(listed, list) else []
    # `origin` is ours to fill: a file that writes it has an unknown key like any other.
    wrong = [(("origin",), _unknown("origin", _RULE_KEYS))] if data.pop("origin", None) is not None else []
    found: list[Problem] = [*wrong]
    try:
        rule = Rule.model_validate({**data, "origin": {"path": shown, "examples": lines}})
        found.extend(problems(rule))
    except ValidationError as error:
        found.extend(_said(dict(problem)) for problem in error.errors(include_url=False))
    if found:
        raise WrittenError(*sorted((written.line(where), text) for where, text in found))
    return rule


def _said(problem: dict[str, Any]) -> Problem:
    """One complaint of pydantic in the words of this project."""
    where: tuple[str | int, ...] = problem["loc"]
    key = str(next(part for part in reversed(where) if isinstance(part, str)))
    match problem["type"]:
        case "extra_forbidden":
            return where, _unknown(key, _EXAMPLE_KEYS if "examples" in where else _RULE_KEYS)
        case "missing":
            return where, f"the key '{key}' is missing"
        case "literal_error":
            word, known = str(problem["input"]), _CHOICES[key]
            return where, f"'{key}' cannot be '{word}': one of {', '.join(known)}{hint(word, known)}"
        case "string_pattern_mismatch":
            form = _FORMS.get(key, "small words joined by hyphens")
            return where, f"'{key}' cannot be '{problem['input']}': it is written as {form}"
    return where, f"'{key}': {problem['msg'][:1].lower()}{problem['msg'][1:]}"


def _unknown(key: str, known: Sequence[str]) -> str:
    return f"unknown key '{key}'{hint(key, known)}"
