"""The names that the package offers, in whatever order its parts are imported."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "imports",
    [
        "import xcheck",
        "import xcheck.api, xcheck",
        "from xcheck import api; import xcheck",
        "import xcheck.cli.main, xcheck.api, xcheck",
    ],
)
def test_a_name_is_the_function(imports: str) -> None:
    code = (
        f"{imports}; print(*(f(xcheck).__module__ for f in map(__import__('operator').attrgetter, xcheck.__all__[4:])))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["xcheck.api"] * 4
