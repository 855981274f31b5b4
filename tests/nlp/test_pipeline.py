"""Which modules a name of a model may lead to: installed pipelines of spaCy and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from xcheck.errors import ConfigurationError
from xcheck.nlp.pipeline import DEFAULT_MODELS, load, model_name

PLANTED = "raise SystemExit(77)\n"


@pytest.mark.parametrize(
    "name", ["planted_model", "this", "antigravity", "spacy", "pydantic", "", " ", ".", "../a", "a\0b"]
)
def test_a_name_imports_nothing_but_a_pipeline(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "planted_model.py").write_text(PLANTED, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    if name:
        for call in (model_name, load):
            with pytest.raises(ConfigurationError, match="no spaCy model called"):
                call(name)
    assert not {"planted_model", "this", "antigravity"} & (set(sys.modules) - before)


def test_an_installed_pipeline_is_found_by_its_name() -> None:
    assert model_name() in DEFAULT_MODELS
    assert model_name(model_name()) == model_name()
