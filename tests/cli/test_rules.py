"""``xcheck rules``: the catalogue, the test of examples, a new rule, the schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

import xcheck.api
from xcheck.cli.rules import app
from xcheck.engine.load import read_rule
from xcheck.errors import RuleError, UsageError
from xcheck.records.comparison import Case, Passage
from xcheck.records.rule import Example

OWN = """\
id: XQ950
name: hull-count
kind: divergence
type: place
severity: error
summary: Hulls are counted twice.
why: One count is wrong.
when: {quantity: conflict/count}
unless: other-scope
message: "{left.says} and {right.says}."
examples:
  - {a: "One hull.", b: "Two hulls.", finds: true}
  - {a: "Six hulls.", b: "Ten hulls.", finds: true, why: round figures count too}
  - {a: "One hull.", b: "One hull.", finds: false}
  - {a: "Six hulls.", b: "Six hulls.", finds: false, why: the same count}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "XQ950.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(result.exception, Exception):
        raise result.exception
    return result.exit_code, result.output


def judge_by_words(examples: Sequence[Example]) -> list[list[Case]]:
    """Texts of unlike words have counts of hulls in conflict."""
    return [[_case(example)] for example in examples]


def judge_nothing(examples: Sequence[Example]) -> list[list[Case]]:
    return [[] for _ in examples]


def _case(example: Example) -> Case:
    return Case(
        subject="pair",
        claims=("a1", "b1"),
        facts={"quantity": ("same",) if example.a == example.b else ("conflict", "conflict/count")},
        passages=(Passage(document="a", start=0, end=len(example.a), text=example.a),),
    )


def test_the_catalogue_has_a_line_for_each_rule(own: Path) -> None:
    code, shown = run("list", "--rules", own)
    lines = [line.split() for line in shown.splitlines()]
    assert code == 0
    assert ["XQ950", "error", "divergence", "place", "hull-count"] in lines
    assert ["XQ002", "warning", "divergence", "quantity-unknown", "figure-against-unknown"] in lines
    assert lines[-1] == [str(len(lines) - 1), "rules"]


def test_the_catalogue_as_data(own: Path) -> None:
    _, shown = run("list", "--format", "json", "--rules", own)
    rule = {rule["id"]: rule for rule in json.loads(shown)}["XQ950"]
    assert rule["when"] == {"quantity": ["conflict/count"]}
    assert rule["unless"] == ["other-scope"]
    assert rule["confidence"] == 0.8
    assert rule["path"] == own.as_posix()
    assert "examples" not in rule


def test_examples_that_pass(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcheck.api, "judge", judge_by_words)
    assert run("test", "hull-count", "--rules", own) == (0, "4 examples of 1 rule: 4 pass, 0 fail\n")


def test_an_example_that_fails_is_told_with_its_place(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcheck.api, "judge", judge_nothing)
    code, shown = run("test", "XQ950", "--rules", own)
    assert code == 1
    assert f"{own.as_posix()}:13: XQ950 hull-count should find something and does not\n" in shown
    assert (
        "  a: Six hulls.\n  b: Ten hulls.\n  why: round figures count too\n  because: no pair was made of these texts\n"
        in shown
    )
    assert shown.endswith("4 examples of 1 rule: 2 pass, 2 fail\n")


def test_a_near_miss_that_finds_fails(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcheck.api, "judge", judge_by_words)
    own.write_text(OWN.replace('b: "Six hulls.', 'b: "Half a dozen hulls.'), encoding="utf-8")
    code, shown = run("test", "XQ950", "--rules", own)
    assert code == 1
    assert f"{own.as_posix()}:15: XQ950 hull-count finds something and should not\n" in shown


def test_coverage_names_what_is_untried(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcheck.api, "judge", judge_by_words)
    _, shown = run("test", "--coverage", "XQ950", "--rules", own)
    lines = dict(line.split(" that no example reaches: ") for line in shown.splitlines()[:-1])
    assert lines["rules"] == lines["values"] == "none"
    assert "raised" in lines["outcomes"].split("; ")
    assert "other-scope" in lines["gates"].split("; ")


def test_mutations_are_counted_and_the_missed_ones_shown(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcheck.api, "judge", judge_by_words)
    own.write_text(OWN.replace("conflict/count", "[conflict, conflict/count]"), encoding="utf-8")
    code, shown = run("test", "--mutate", "XQ950", "--rules", own)
    assert code == 0
    assert shown.startswith("XQ950 hull-count: 3 of 3 mutations found\nmutations: 3 of 3 found\n")
    monkeypatch.setattr(xcheck.api, "judge", judge_nothing)
    _, shown = run("test", "--missed", "XQ950", "--rules", own)
    assert "\nXQ950 hull-count: 0 of 3 mutations found\n  missed: change the figure\n" in shown
    assert "    because: no pair was made of these texts\n" in shown


def test_without_a_fitting_mutation_none_is_counted(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcheck.api, "judge", judge_by_words)
    own.write_text(OWN.replace("conflict/count", "narrower/precision"), encoding="utf-8")
    assert "mutations: 0 of 0 found\n" in run("test", "--mutate", "XQ950", "--rules", own)[1]


def test_an_unknown_rule_names_the_nearest(own: Path) -> None:
    with pytest.raises(UsageError, match=r"did you mean XQ950 \(hull-count\)"):
        run("test", "XQ951", "--rules", own)


def test_a_broken_rule_is_an_error_with_its_place(own: Path) -> None:
    own.write_text(OWN.replace("severity", "severty"), encoding="utf-8")
    with pytest.raises(RuleError, match=r"XQ950\.yaml:5: unknown key 'severty' \(did you mean 'severity'\?\)"):
        run("list", "--rules", own)


def test_a_new_rule_is_written_where_asked(tmp_path: Path) -> None:
    code, shown = run("new", "XQ951", "keel-count", "--into", tmp_path / "house")
    path = tmp_path / "house" / "XQ951.yaml"
    assert code == 0
    assert shown.startswith(f"{path.as_posix()}: write its examples")
    assert read_rule(path).name == "keel-count"


def test_the_schema_is_that_of_the_documentation() -> None:
    _, shown = run("schema")
    kept = Path(__file__).parents[2] / "docs" / "schema" / "rule.json"
    assert shown == kept.read_text(encoding="utf-8")
