"""Every regular expression of the package, attacked with texts that are made of the expression itself.

Run as a script, by ``test_patterns.py``: it notes what is compiled, imports every module, sends a text through all
steps so that the expressions made of word lists are compiled too, and then searches each expression in long texts
that nearly match. It prints what takes more processor time than a text of that length may, as JSON.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

SHORT, LONG = 5_000, 50_000  # characters
QUICK, SLOW = 0.005, 1.0  # seconds of processor time: beyond the first for SHORT, LONG is tried
FEW = 50  # an expression that repeats something less often than this is not pumped there
MOST_CORES = 12
_parser: Any = re._parser  # type: ignore[attr-defined]
_compile: Callable[..., re.Pattern[str]] = re._compile  # type: ignore[attr-defined]
PACKAGE = str(Path(__file__).resolve().parents[2] / "src" / "xcheck")
ANY = frozenset({"finditer", "match"})
ENDS = ("", "\n", "~")
BLOCKS = (" ", "\t", "a", "A", "1", ".", ",", "-", "'", '"', "a ", "A ", "1 ", "1,", "a-", "Aa ", "A. ", "said ", "“a ")

Found = dict[tuple[str, int], list[str]]


class TooSlowError(Exception):
    """The time for one search is over."""


def noted() -> Found:
    """Have every expression that a module of the package compiles noted, with the places that asked for it."""
    found: Found = {}

    def spy(pattern: Any, flags: Any) -> re.Pattern[str]:
        frame = sys._getframe(1)
        while frame.f_back and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        compiled = _compile(pattern, flags)
        name = frame.f_code.co_filename
        if name.startswith(PACKAGE) and isinstance(compiled.pattern, str):
            place = f"{Path(name).relative_to(PACKAGE).as_posix()}:{frame.f_lineno}"
            found.setdefault((compiled.pattern, compiled.flags), []).append(place)
        return compiled

    re._compile = spy  # type: ignore[attr-defined]
    return found


def exercised() -> None:
    """Import all modules of the package, and send a text through its steps."""
    package = importlib.import_module("xcheck")
    for module in pkgutil.walk_packages(package.__path__, "xcheck."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def uses() -> dict[str, frozenset[str]]:
    """The methods that are called on each expression that has a name, by its place; on all others any may be."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(Path(PACKAGE).rglob("*.py"))}
    return {place: called for path, tree in trees.items() for place, called in _called(path, tree, trees)}


def _called(path: Path, tree: ast.Module, trees: dict[Path, ast.Module]) -> Iterator[tuple[str, frozenset[str]]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and _is_compiled(node.value) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            users = [tree, *(t for t in trees.values() if t is not tree and _imports(t, name))]
            called = {use for user in users for use in _uses(user, name)}
            yield f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}", frozenset(called - {"pattern"})


def _is_compiled(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) == "re.compile"


def _imports(tree: ast.Module, name: str) -> bool:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return any(alias.name == name for node in imports for alias in node.names)


def _uses(tree: ast.Module, name: str) -> Iterator[str]:
    """What is done with a name: the method that is called on it, or nothing that is known."""
    called = {node.value: node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
            yield called.get(node, "")


def texts(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """The makings of hostile texts: what comes first, what is repeated, and what ends it."""
    tree = _parser.parse(pattern, flags)
    starts = list(dict.fromkeys(("", *_samples(list(tree)))))[:3]
    cores = dict.fromkeys(core for core in _cores(list(tree), "") if core[1])
    for start, core in islice(cores, MOST_CORES):
        for end in ENDS:
            yield start, core, end
    for start in starts:
        for core in dict.fromkeys((*(start,) * bool(start), *BLOCKS)):
            yield start, core, "~"


def _cores(nodes: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """Each repetition in an expression, as what comes before it and what it repeats."""
    for place, (kind, value) in enumerate(nodes):
        name = str(kind)
        ahead = before + _sample(nodes[:place])
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, inner = value
            inner = list(inner)
            if most is _parser.MAXREPEAT or most >= FEW:
                yield from ((ahead, one) for one in _samples(inner))
                yield from ((ahead, one + _sample(nodes[place + 1 : place + 2])) for one in _samples(inner)[:1])
                yield ahead, ahead + _sample(inner)
            yield from _cores(inner, ahead)
        elif name == "SUBPATTERN":
            yield from _cores(list(value[3]), ahead)
        elif name == "ATOMIC_GROUP":
            yield from _cores(list(value), ahead)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _cores(list(branch), ahead)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _cores(list(value[1]), ahead)


def _sample(nodes: list[Any]) -> str:
    return (_samples(nodes) or [""])[0]


def _samples(nodes: list[Any]) -> list[str]:
    """A few texts that an expression matches, or nearly."""
    found = [""]
    for kind, value in nodes:
        options = _options(str(kind), value)
        found = [f"{one}{other}" for one, other in zip(found * len(options), options * len(found), strict=True)][:4]
    return list(dict.fromkeys(found))


def _options(kind: str, value: Any) -> list[str]:
    """A few texts that one part of an expression matches."""
    match kind:
        case "LITERAL":
            found = [chr(value)]
        case "NOT_LITERAL":
            found = [next(c for c in "a !" if ord(c) != value)]
        case "ANY":
            found = ["a", " "]
        case "IN":
            found = _members(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = value
            found = [one * max(least, min(1, most)) for one in _samples(list(inner))]
        case "SUBPATTERN":
            found = _samples(list(value[3]))
        case "ATOMIC_GROUP":
            found = _samples(list(value))
        case "BRANCH":
            found = [one for branch in value[1][:4] for one in _samples(list(branch))[:1]]
        case _:
            found = [""]
    return found or [""]


PROBES = "a1 A_.,-'’\"“”\n\tß$%()[]{}<>*#|/:;@"


def _members(value: list[Any]) -> list[str]:
    """A few characters of a set."""
    compiled = _compile_set(value)
    return [c for c in PROBES if compiled(c)][:4] or [_first(value)]


def _first(value: list[Any]) -> str:
    for kind, what in value:
        if str(kind) == "LITERAL":
            return chr(what)
        if str(kind) == "RANGE":
            return chr(what[0])
    return "\u0101"


def _compile_set(value: list[Any]) -> Callable[[str], bool]:
    negated = bool(value) and str(value[0][0]) == "NEGATE"
    tests: dict[str, Callable[[str], bool]] = {
        "CATEGORY_DIGIT": str.isdigit,
        "CATEGORY_NOT_DIGIT": lambda c: not c.isdigit(),
        "CATEGORY_SPACE": str.isspace,
        "CATEGORY_NOT_SPACE": lambda c: not c.isspace(),
        "CATEGORY_WORD": lambda c: c.isalnum() or c == "_",
        "CATEGORY_NOT_WORD": lambda c: not (c.isalnum() or c == "_"),
    }

    def holds(char: str) -> bool:
        inside = any(
            (str(kind) == "LITERAL" and ord(char) == what)
            or (str(kind) == "RANGE" and what[0] <= ord(char) <= what[1])
            or (str(kind) == "CATEGORY" and tests[str(what)](char))
            for kind, what in value
        )
        return inside != negated

    return holds


def seconds(compiled: re.Pattern[str], text: str, called: frozenset[str]) -> float:
    """The processor time of what is done to a text by these methods, at most ``SLOW``."""
    begin = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
    try:
        for method in called & {"match", "fullmatch"}:
            getattr(compiled, method)(text)
        if called - {"match", "fullmatch"}:
            for _ in compiled.finditer(text):
                pass
    except TooSlowError:
        return SLOW
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begin


def grown(start: str, core: str, end: str, size: int) -> str:
    return start + core * (size // len(core)) + end


def slow(pattern: str, flags: int, called: frozenset[str]) -> tuple[str, str, str] | None:
    """The makings of a text on which an expression takes longer than it may."""
    compiled = _compile(pattern, flags)
    for made in texts(pattern, flags):
        if seconds(compiled, grown(*made, SHORT), called) <= QUICK:
            continue
        if seconds(compiled, grown(*made, LONG), called) >= SLOW:
            return made
    return None


def listen() -> None:
    """Have a search that takes too long end."""

    def over(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGVTALRM, over)


def main() -> None:
    listen()
    found = noted()
    exercised()
    known = uses()
    report = []
    for (pattern, flags), places in sorted(found.items(), key=lambda f: f[1]):
        called = frozenset[str]().union(*(known.get(place, ANY) for place in places))
        if made := slow(pattern, flags, called):
            report.append({"places": places, "pattern": pattern, "text": made})
    json.dump({"places": sorted({p for places in found.values() for p in places}), "slow": report}, sys.stdout)


if __name__ == "__main__":
    main()
