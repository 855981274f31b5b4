from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from xcheck.config.load import discovered, load
from xcheck.config.schema import config_schema
from xcheck.config.settings import KEYS, Config
from xcheck.config.written import effective, template
from xcheck.errors import ConfigurationError

MARK = "0123456789abcdef"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_is_taken_alone(here: Path) -> None:
    write(here / "xcheck.toml", 'fail-on = "error"\nmin-confidence = 0.5\n')
    near = write(here / "a/b/xcheck.toml", 'select = ["XQ"]\n')
    write(here / "a/b/pyproject.toml", '[tool.xcheck]\nfail-on = "note"\n')
    assert discovered(here / "a/b/c") == near
    assert load(here / "a/b/c").config == Config(select=("XQ",))
    assert load(here / "a").config.fail_on == "error"


def test_a_project_file_without_settings_is_passed_over(here: Path) -> None:
    write(here / "xcheck.toml", 'fail-on = "error"\n')
    write(here / "a/pyproject.toml", "[tool.ruff]\n# [tool.xcheck]\n")
    write(here / "b/pyproject.toml", '[tool.xcheck]\nfail-on = "note"\n')
    assert load(here / "a").config.fail_on == "error"
    assert load(here / "b").config.fail_on == "note"


def test_isolated_takes_nothing(here: Path) -> None:
    write(here / "xcheck.toml", "no toml at all")
    assert load(here, isolated=True).config == Config()


def test_extend_gives_what_the_file_has_not(here: Path) -> None:
    (here / ".git").mkdir()
    write(here / "xcheck.toml", 'fail-on = "error"\nagainst = ["wire"]\nselect = ["XQ"]\n')
    write(here / "desk/xcheck.toml", 'extend = "../xcheck.toml"\nselect = ["XT"]\n')
    loaded = load(here / "desk")
    assert (loaded.config.fail_on, loaded.config.select) == ("error", ("XT",))
    assert loaded.paths("against", loaded.config.against) == [here / "desk/../wire"]
    places = {key: place for key, _, place in effective(loaded)}
    assert (places["fail-on"], places["select"], places["model"]) == ("xcheck.toml:1", "desk/xcheck.toml:2", "default")


def test_patterns_count_from_the_folder_of_the_file(here: Path) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        write(here / "drafts" / name, "x")
    write(here / "xcheck.toml", 'drafts = ["drafts/*.md", "gone.md"]\n')
    loaded = load(here)
    assert [p.name for p in loaded.paths("drafts", loaded.config.drafts)] == ["a.md", "b.md", "gone.md"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = 1\nb\n", "xcheck.toml:2: not TOML"),
        ('fail-on = "error"\nselekt = []\n', "xcheck.toml:2: unknown key 'selekt' (did you mean 'select'?)"),
        ('\n"fail-on" = "fatal"\n', "xcheck.toml:2: 'fail-on': input should be 'note', 'warning' or 'error'"),
        ("min-confidence = 2\n", "xcheck.toml:1: 'min-confidence': input should be less than or equal to 1"),
        ('[[suppress]]\nfingerprint = "x"\nreason = "y"\n', "xcheck.toml:1: 'fingerprint'"),
        (
            f'[[suppress]]\nfingerprint = "{MARK}"\nreason = "y"\n\n[[suppress]]\nfingerprint = "{MARK}"\n',
            "xcheck.toml:5: the key 'reason' is missing",
        ),
        (
            "[[bind]]\ndrafts = []\nsource = []\nsources = []\n",
            "xcheck.toml:1: unknown key 'source' (did you mean 'sources'?)",
        ),
        ('extend = "xcheck.toml"\n', "'extend' goes in a circle"),
        ('extend = "gone.toml"\n', "gone.toml: cannot be read"),
        ("extend = 3\n", "xcheck.toml:1: 'extend'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(here: Path, text: str, told: str) -> None:
    write(here / "xcheck.toml", text)
    with pytest.raises(ConfigurationError) as error:
        load(here)
    assert told in str(error.value)


def test_the_line_in_a_shared_file(here: Path) -> None:
    write(here / "pyproject.toml", '[project]\nselekt = "x"\n\n[tool.xcheck]\nselekt = []\n')
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml:5: unknown key 'selekt'"):
        load(here)


def test_bytes_that_are_no_text(here: Path) -> None:
    (here / "xcheck.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError, match="is not UTF-8 text"):
        load(here)


def test_the_template_is_a_configuration_that_explains_every_key(here: Path) -> None:
    text = template()
    write(here / "xcheck.toml", text)
    assert load(here).config == Config(drafts=("drafts/*.md",), against=("sources",))
    everything = "\n".join(
        line.removeprefix("# ") if "=" in line or line.startswith("# [[") else "" for line in text.split("\n")
    )
    data = tomllib.loads(everything)
    assert set(data) == set(KEYS)
    assert Config.model_validate(data).published == date(2024, 11, 25)


def test_the_schema_admits_the_template_and_nothing_unknown() -> None:
    validator = pytest.importorskip("jsonschema").Draft202012Validator(config_schema())
    assert list(validator.iter_errors(tomllib.loads(template()))) == []
    assert list(validator.iter_errors({"selekt": []}))
