"""Every lexicon has a model, and what is wrong in one is named with file, line and the nearest key."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from xcheck.errors import RuleError
from xcheck.nlp.lexicons import load
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.quantity import Numbers, Quantifiers, UnknownQuantities
from xcheck.nlp.lexicons.trusted import trusted
from xcheck.resources import forget

ROOT = Path(__file__).resolve().parents[2]
MODELS = sorted(load.models(), key=lambda model: model.__name__)

Change = Callable[[str, str, str], None]


def named(model: type[BaseModel]) -> str:
    return model.__name__


@pytest.fixture
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Change]:
    """Changes a lexicon in a copy of the rules, which is then read: ``change(file, old, new)``."""
    folder = tmp_path / "lexicons"
    shutil.copytree(ROOT / "rules" / "lexicons", folder)
    monkeypatch.setattr(load, "rules_folder", lambda: tmp_path)

    def write(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        forget()

    yield write
    forget()


def test_every_file_has_a_model_and_every_model_a_file() -> None:
    files = {path.stem for path in (ROOT / "rules" / "lexicons").glob("*.yaml")}
    assert {load.name_of(model) for model in MODELS} == files
    assert len(MODELS) == len(files)


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_what_a_cache_gives_back_is_what_was_validated(model: type[BaseModel]) -> None:
    kept = json.loads(json.dumps(load.checked()[load.name_of(model)]))
    again = trusted(model, kept)
    assert again == load.lexicon(model)
    assert _types(again) == _types(load.lexicon(model))


def _types(value: object) -> object:
    """The types of a value and of all its parts."""
    if isinstance(value, BaseModel):
        return type(value), {name: _types(part) for name, part in value}
    if isinstance(value, dict):
        return dict, {(type(key), key): _types(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple, [_types(part) for part in value]
    return type(value)


def test_a_recalled_lexicon_is_used_in_place_of_its_file() -> None:
    forget()
    content = {**load.checked()["unknown-quantities"], "guesses": ["hunch"]}
    forget()
    load.recall({"unknown-quantities": content})
    try:
        assert load.lexicon(UnknownQuantities).guesses == {"hunch"}
        assert "guess" not in load.lexicon(UnknownQuantities).guesses
    finally:
        forget()
    assert load.lexicon(UnknownQuantities).guesses != {"hunch"}


@pytest.mark.parametrize(
    ("old", "new", "key", "meant"),
    [
        ("  approximation:", "  aproximation:", "aproximation", "approximation"),
        ("    of_vague:", "    of_vage:", "of_vage", "of_vague"),
        ("\nwithin:", "\nwithim:", "withim", "within"),
    ],
)
def test_an_unknown_key_is_named_with_its_line_and_the_nearest(
    change: Change, old: str, new: str, key: str, meant: str
) -> None:
    change("thresholds.yaml", old, new)
    text = (ROOT / "rules" / "lexicons" / "thresholds.yaml").read_text(encoding="utf-8")
    line = text[: text.index(old) + len(old) - 1].count("\n") + 1
    with pytest.raises(RuleError) as raised:
        load.lexicon(Thresholds)
    told = str(raised.value).splitlines()
    assert f"rules/lexicons/thresholds.yaml:{line}: unknown key '{key}' (did you mean '{meant}'?)" in told
    assert any(f"the key '{meant}' is missing" in one for one in told)


def test_a_value_of_another_kind_is_named_with_its_line(change: Change) -> None:
    change("quantifiers.yaml", "reach: 6", "reach: six")
    with pytest.raises(RuleError, match=r"^rules/lexicons/quantifiers\.yaml:\d+: reach: input should be a valid int"):
        load.lexicon(Quantifiers)


def test_a_word_that_yaml_reads_as_a_truth_value_is_refused(change: Change) -> None:
    change("unknown-quantities.yaml", '"no", none', "no, none")
    with pytest.raises(RuleError, match=r"unknown-quantities\.yaml:\d+: nobody"):
        load.lexicon(UnknownQuantities)


def test_what_is_no_yaml_is_named(change: Change) -> None:
    change("numbers.yaml", "cardinals:", "cardinals: [")
    with pytest.raises(RuleError, match=r"^rules/lexicons/numbers\.yaml: "):
        load.lexicon(Numbers)


def test_a_broken_lexicon_is_not_put_into_the_cache(change: Change) -> None:
    change("gates.yaml", "unsure:", "unsur:")
    with pytest.raises(RuleError, match=r"gates\.yaml"):
        load.checked()


def test_no_lexicon_changes() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load.lexicon(Thresholds).cause = 1.0  # type: ignore[misc]


def test_every_threshold_says_where_it_comes_from() -> None:
    text = (ROOT / "rules" / "lexicons" / "thresholds.yaml").read_text(encoding="utf-8")
    for block in text.split("\n\n")[1:]:
        comment = " ".join(line for line in block.splitlines() if line.startswith("#"))
        assert re.search(r"Left out|By hand", comment), block


def test_every_key_of_a_lexicon_is_used() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "src" / "xcheck").rglob("*.py")
        if path.parent.name != "lexicons"
    )
    forms = (ROOT / "rules" / "lexicons" / "times.yaml").read_text(encoding="utf-8")
    unused = [
        f"{model.__name__}.{name}"
        for model in MODELS
        for name in model.model_fields
        if name != "root" and not re.search(rf"\.{name}\b", code) and f"<{name}>" not in forms
    ]
    assert unused == []
