"""What the tests share: claims and reports of invented texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from xcheck import api
from xcheck.records.claim import Claim
from xcheck.records.document import Document

# The same examples in each run, so that a failure stays; "make fuzz" asks for the longer profile.
settings.register_profile(
    "test", max_examples=500, derandomize=True, database=None, deadline=None, suppress_health_check=[*HealthCheck]
)
settings.register_profile("fuzz", parent=settings.get_profile("test"), max_examples=10_000)
settings.load_profile("test")


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cache for all tests, so that none reads or fills that of whoever runs them."""
    with pytest.MonkeyPatch.context() as patched:
        folder = tmp_path_factory.mktemp("cache") / "xcheck"
        patched.setenv("XCHECK_CACHE_DIR", str(folder))
        yield folder


ClaimsOf = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def claims_of() -> ClaimsOf:
    """Extracts the claims of a text: ``claims_of(text, published="2024-11-25")``."""

    def extract(text: str, published: str | None = None) -> tuple[Claim, ...]:
        day = date.fromisoformat(published) if published else None
        return api.claims(Document.from_text(text, name="a", published=day))

    return extract
