"""Every command on a page is run, and what a page shows of its output is what it prints.

In a ``console`` block a line that begins with ``$`` is a command and the rest is its output, in which ``…`` stands for
lines left out; in a ``sh`` block every line is a command. Commands of xcheck are run, behind a pipe with empty standard
input. Other programs may need a network or minutes: what they name has to exist.
"""

from __future__ import annotations

import io
import re
import shlex
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from tests.docs.conftest import ROOT, Block, blocks

from xcheck.cli.main import main

FINDINGS = 1  # the exit code of a check that found something
EXTRAS = set(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"])
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def shown() -> Iterator[tuple[str, str, str]]:
    """Each command of a block with its place and the output that the page shows for it."""
    for block in blocks("console", "sh"):
        yield from _of_console(block) if block.language == "console" else _of_shell(block)


def _of_console(block: Block) -> Iterator[tuple[str, str, str]]:
    command, place, output = "", "", ""
    for number, line in enumerate(block.text.splitlines(keepends=True), block.line):
        if line.startswith("$ "):
            if command:
                yield place, command, output
            command, place, output = line[2:].strip(), f"{block.place.rpartition(':')[0]}:{number}", ""
        else:
            output += line
    yield place, command, output


def _of_shell(block: Block) -> Iterator[tuple[str, str, str]]:
    page = block.place.rpartition(":")[0]
    for number, line in enumerate(block.text.splitlines(), block.line):
        command = re.sub(r"\s+# .*", "", line).strip()
        if command:
            yield f"{page}:{number}", command, ""


SHOWN = list(shown())
OURS = [one for one in SHOWN if "xcheck " in one[1] and one[1].split()[0] in ("xcheck", "git")]
OTHERS = [one for one in SHOWN if one not in OURS]

Outcome = tuple[object, str, str]


@pytest.fixture(scope="module")
def outcome(workspace: Path) -> Iterator[Callable[[str], Outcome]]:
    """Runs a command in this process, once however often the pages show it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(workspace)
        patched.setenv("COLUMNS", "80")
        patched.setenv("NO_COLOR", "1")

        @cache
        def run(command: str) -> Outcome:
            out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
            with pytest.MonkeyPatch.context() as streams:
                streams.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
                streams.setattr("sys.stdout", out)
                streams.setattr("sys.stderr", err)
                with pytest.raises(SystemExit) as left:
                    main(shlex.split(command.rpartition("| ")[2])[1:])
            return left.value.code, _written(out), _written(err)

        yield run


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@pytest.mark.parametrize(("place", "command", "output"), OURS, ids=[f"{place} {c}" for place, c, _ in OURS])
def test_a_command_works_as_the_page_shows(
    outcome: Callable[[str], Outcome], place: str, command: str, output: str
) -> None:
    code, out, err = outcome(command)
    assert code in (0, None) or (code == FINDINGS and "xcheck check" in command), err
    if output:
        wanted = [list(lines) for omitted, lines in groupby(output.splitlines(), "…".__eq__) if not omitted]
        pattern = r"(?:.*\n)*?".join(re.escape("\n".join([*lines, ""])) for lines in wanted)
        assert re.search(pattern if "…" in output else f"^{pattern}$", out) or out == output, out


@pytest.mark.parametrize(("place", "command"), [one[:2] for one in OTHERS], ids=[f"{p} {c}" for p, c, _ in OTHERS])
def test_what_another_command_names_exists(place: str, command: str) -> None:
    program, *words = command.split()
    if program == "make":
        assert {word for word in words if "=" not in word} <= TARGETS
    elif program.endswith("pip"):
        assert words[0] == "install"
        assert not any("xcheck-claims" in word for word in words), "it is not on the package index"
        assert all((ROOT / word).exists() for word in words if word.endswith(".lock"))
        assert {extra for word in words for extra in re.findall(r"\[(\w+)\]", word)} <= EXTRAS
    else:
        assert program in ("python3", "code"), f"{place}: say here how {program} is checked"


def test_the_pages_show_commands() -> None:
    assert len(OURS) > 20
    assert any(output for *_, output in OURS)
