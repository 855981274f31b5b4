"""How many ways lead through a function: radon's cyclomatic complexity, which counts boolean operators and conditions.

ruff's C901 (``max-complexity`` in pyproject.toml) counts neither, and sees each file as it is written.
"""

from __future__ import annotations

from pathlib import Path

from radon.complexity import cc_visit

SOURCE = Path(__file__).resolve().parents[2] / "src" / "xcheck"


def _complexities() -> dict[str, int]:
    """The complexity of each function and method, by its file and name."""
    found: dict[str, int] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for block in cc_visit(path.read_text(encoding="utf-8")):
            for one in (block, *getattr(block, "methods", ())):
                if not hasattr(one, "methods"):
                    found[f"{path.relative_to(SOURCE)}:{one.fullname}"] = one.complexity
    return found


def test_few_functions_are_complex_and_none_is_very() -> None:
    complexities = _complexities()
    assert len(complexities) > 1_000
    complex_ = {name: n for name, n in complexities.items() if n > 10}
    assert {name: n for name, n in complex_.items() if n > 15} == {}
    assert len(complex_) <= 40, "\n".join(f"{n} {name}" for name, n in sorted(complex_.items()))
