"""``xcheck explain RULE``: the page of a rule, on paper and on a terminal."""

from __future__ import annotations

import pytest
import typer
from typer.testing import CliRunner

from xcheck.cli.explain import explain
from xcheck.engine.load import load_rules
from xcheck.engine.page import page
from xcheck.errors import UsageError

app = typer.Typer()
app.command()(explain)


def shown(*arguments: str, **environment: str) -> str:
    result = CliRunner().invoke(app, list(arguments), env=environment)
    if isinstance(result.exception, Exception):
        raise result.exception
    assert result.exit_code == 0
    return result.output


def test_the_page_is_markdown_where_no_terminal_is() -> None:
    rule = next(rule for rule in load_rules() if rule.id == "XQ002")
    assert shown("XQ002") == page(rule)
    assert shown("Figure-Against-Unknown") == page(rule)


def test_a_family_is_explained_rule_by_rule() -> None:
    rules = [rule for rule in load_rules() if rule.id.startswith("XR")]
    text = shown("xr")
    assert text.startswith("".join(f"- {rule.id} {rule.name}: {rule.summary}\n" for rule in rules))
    assert text.endswith("\n".join(page(rule) for rule in rules))
    assert "XQ002 figure-against-unknown" not in text


def test_several_rules_each_once() -> None:
    text = shown("XR002", "XR", "XQ002")
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        "# XR002 another-age",
        "# XR001 another-title",
        "# XR003 another-part",
        "# XQ002 figure-against-unknown",
    ]


def test_all_explains_every_rule() -> None:
    text = shown("--all")
    assert all(page(rule) in text for rule in load_rules())


@pytest.mark.parametrize("arguments", [[], ["XQ002", "--all"]])
def test_one_rule_or_all_has_to_be_asked_for(arguments: list[str]) -> None:
    with pytest.raises(UsageError, match="name a rule"):
        shown(*arguments)


def test_a_terminal_shows_headings_bold_and_folds_long_lines() -> None:
    lines = shown("XQ002", FORCE_COLOR="1", COLUMNS="60").splitlines()
    assert lines[0] == "\x1b[1mXQ002 figure-against-unknown\x1b[0m"
    assert not any("#" in line for line in lines)
    assert max(len(line) for line in lines if "\x1b" not in line) <= 60
    assert any(line.startswith("  ") for line in lines)


def test_no_color_leaves_plain_words() -> None:
    assert "\x1b[3" not in shown("XQ002", FORCE_COLOR="1", NO_COLOR="1")


@pytest.mark.parametrize(("word", "told"), [("XQ02", "did you mean XQ002"), ("~", "see 'xcheck rules list'")])
def test_a_miss_names_the_nearest_rule_and_is_an_error_of_usage(word: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as error:
        shown(word)
    assert error.value.exit_code == 2
