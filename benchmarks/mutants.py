"""Change the code in small ways, and count how many of the changes the boundary tables notice.

Run ``python benchmarks/mutants.py`` for every mutant of ``comparison``, ``alignment`` and ``nlp/syntax``; with
``--sample 300 --seed 14`` for so many of them, chosen at random, and with ``--only "xcheck.comparison.gates.*"`` for
those of some modules. mutmut (settings: ``tool.mutmut`` in pyproject.toml) makes the mutants, in ``mutants/``, and
remembers what it has run: a mutant whose function and whose tests are unchanged is not run again.

It mutates the bodies of functions; constants of a module, properties and functions with a cache of their own it leaves.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MUTMUT = Path(sys.executable).with_name("mutmut")
WANTED = 85  # percent
# By the exit code of pytest or mutmut; any other is a mutant that ran too long, or that the system ended.
_VERDICTS = {0: "survived", 1: "killed", 3: "killed", 5: "untested", 33: "untested", None: "not run"}
_NONE = "no-such-mutant"


def main() -> int:
    """Print the share of killed mutants by module, and those that survived; exit with 1 below the share wanted."""
    options = _options()
    if options.fresh:
        shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    _mutmut([_NONE])
    chosen = _chosen([*_verdicts()], options.only, options.sample, options.seed)
    _mutmut(chosen)
    found = _verdicts()
    return _report({name: found[name] for name in chosen})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count the mutants that the boundary tables notice.")
    parser.add_argument("--sample", type=int, help="run so many mutants, chosen at random (default: all)")
    parser.add_argument("--seed", type=int, default=14, help="seed of the choice (default: 14)")
    parser.add_argument("--only", default="*", help="run the mutants whose names match this pattern")
    parser.add_argument("--fresh", action="store_true", help="forget the mutants and results of earlier runs")
    return parser.parse_args()


def _mutmut(names: Sequence[str]) -> None:
    """Make the mutants, and run those named. mutmut fails when nothing has the name, after it has made them."""
    done = subprocess.run([MUTMUT, "run", *names], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode and names != [_NONE]:
        sys.exit(done.stdout[-4000:] + done.stderr[-4000:])


def _verdicts() -> dict[str, str]:
    """What became of each mutant, by name."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "mutants" / "src").rglob("*.meta")):
        codes = json.loads(path.read_text())["exit_code_by_key"]
        found |= {name: _VERDICTS.get(code, "stopped") for name, code in codes.items()}
    return found


def _chosen(names: Sequence[str], only: str, sample: int | None, seed: int) -> list[str]:
    """The names that match, or a random sample of them. No mutant matches: exit with a message."""
    matching = sorted(name for name in names if fnmatchcase(name, only))
    if not matching:
        sys.exit(f"no mutant matches {only!r}")
    return sorted(random.Random(seed).sample(matching, min(sample or len(matching), len(matching))))  # noqa: S311 - no secret


def _report(found: dict[str, str]) -> int:
    """Print the mutants that live, and the figures of each module, of each package and of all; return the exit code."""
    for name, verdict in found.items():
        if verdict != "killed":
            print(f"{verdict:9} {name}")
    for level in (None, 2):
        for part, counts in sorted(_counted(found, level).items()):
            print(f"{counts['killed']:5} of {counts.total():5} killed  {part}")
    share = 100 * Counter(found.values())["killed"] / len(found)
    print(f"{share:.1f} % of {len(found)} mutants killed")
    return 0 if share >= WANTED else 1


def _counted(found: dict[str, str], level: int | None) -> dict[str, Counter[str]]:
    """The verdicts by module, or by the first ``level`` names of its path."""
    counted: dict[str, Counter[str]] = {}
    for name, verdict in found.items():
        counted.setdefault(".".join(name.split(".")[:-1][:level]), Counter())[verdict] += 1
    return counted


if __name__ == "__main__":
    sys.exit(main())
