"""The project file, the locks and the imports tell one story."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
EXTRA = [Requirement(line) for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]
DEV = [Requirement(line) for group in ("dev", "docs") for line in PROJECT["dependency-groups"][group]]
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)", re.MULTILINE)


@pytest.mark.parametrize(("lock", "wanted"), [("requirements.lock", RUN), ("requirements-dev.lock", RUN + EXTRA + DEV)])
def test_the_lock_meets_the_project_file(lock: str, wanted: list[Requirement]) -> None:
    pinned: dict[str, list[str]] = {}
    for name, version in PINNED.findall((ROOT / lock).read_text(encoding="utf-8")):
        pinned.setdefault(name, []).append(version)
    for requirement in wanted:
        versions = pinned.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement} is not in {lock}: make lock"
        assert all(requirement.specifier.contains(v) for v in versions), f"{requirement}, but {versions}: make lock"


@pytest.mark.parametrize("requirement", RUN + EXTRA, ids=lambda r: r.name)
def test_every_need_has_a_lower_and_an_upper_bound(requirement: Requirement) -> None:
    operators = {one.operator for one in requirement.specifier}
    assert operators in ({">=", "<"}, {"=="}), f"{requirement}: say from and below which release it works"


def test_the_locks_agree() -> None:
    run, dev = (
        set(PINNED.findall((ROOT / name).read_text("utf-8"))) for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run - dev == set()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_hashes_and_no_line_an_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    assert all("--hash=sha256:" in block for block in blocks if PINNED.match(block))
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host| @ ", text)


def test_every_library_that_is_imported_is_declared() -> None:
    homes = packages_distributions()
    declared = {canonicalize_name(requirement.name) for requirement in RUN + EXTRA}
    for library in sorted(_imported() - sys.stdlib_module_names - {"xcheck"}):
        candidates = {canonicalize_name(name) for name in homes.get(library, [library])}
        assert candidates & declared, f"{library} is imported and not in [project] dependencies"


def _imported() -> set[str]:
    names = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add(str(node.module).partition(".")[0])
    return names


def test_generated_files_are_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
