"""What mutants share: each runs in a fork of a process that has collected the tests.

The word lists are read when the tests are collected, and the sentences of ``test_syntax.py`` are parsed where tests are
only collected, as mutmut does before it forks.
"""

from __future__ import annotations

import pytest

from xcheck.nlp.lexicons.load import lexicon, models

for model in models():
    lexicon(model)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Parse the sentences of the tables, where no test follows in this process."""
    if not session.config.option.collectonly:
        return
    for item in session.items:
        if isinstance(item, pytest.Function) and hasattr(item.module, "parsed") and "text" in item.fixturenames:
            item.module.parsed(item.callspec.params["text"])
