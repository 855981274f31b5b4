"""Rule files: what is read, and how every mistake is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from xcheck.engine.load import load_rules, read_rule
from xcheck.errors import RuleError

WriteRule = Callable[..., Path]


def test_the_rules_that_ship_load_in_the_order_of_their_ids() -> None:
    rules = load_rules()
    ids = [rule.id for rule in rules]
    assert "XQ002" in ids
    assert ids == sorted(ids)
    assert all(Path(rule.origin.path).stem == rule.id for rule in rules)


def test_a_file_becomes_a_rule_with_the_lines_of_its_examples(written: WriteRule) -> None:
    rule = read_rule(written(("    why: the same count", "    published: 2031-05-06")), "rules/quantity/XQ900.yaml")
    assert (rule.id, rule.kind, rule.type, rule.confidence) == ("XQ900", "divergence", "quantity", 0.9)
    assert rule.when == {"quantity": ("conflict",)}
    assert rule.unless == ("rounding",)
    assert [example.finds for example in rule.examples] == [True, True, False, False]
    assert rule.examples[3].published == date(2031, 5, 6)
    assert rule.origin.path == "rules/quantity/XQ900.yaml"
    assert rule.origin.examples == (15, 18, 21, 24)


def test_what_is_left_out_has_a_default(written: WriteRule) -> None:
    rule = read_rule(written(("confidence: 0.9\n", ""), ("on: pair\n", ""), ("unless: [rounding]\n", "")))
    assert (rule.confidence, rule.on, rule.unless) == (0.8, "pair", ())


def test_a_yes_or_no_is_the_word_that_stands_there(written: WriteRule) -> None:
    claim = written(
        ("on: pair", "on: claim"),
        ("  quantity: conflict", "  headline: no"),
        ("{left.source} has {left.quantity}, {right.source} {right.quantity}.", "{source} says so."),
    )
    assert read_rule(claim).when == {"headline": ("no",)}


@pytest.mark.parametrize(
    ("change", "line", "told"),
    [
        (("severity: warning", "sevrity: warning"), 5, "unknown key 'sevrity' (did you mean 'severity'?)"),
        (("severity: warning\n", ""), 1, "the key 'severity' is missing"),
        (("severity: warning", "severity: warn"), 5, "'severity' cannot be 'warn': one of note, warning, error"),
        (("id: XQ900", "id: Q900"), 1, "'id' cannot be 'Q900': it is written as X, capital letters, three digits"),
        (("name: ferry-count", "name: Ferry count"), 2, "it is written as small words joined by hyphens"),
        (("confidence: 0.9", "confidence: much"), 6, "'confidence': input should be a valid number"),
        (("confidence: 0.9", "confidence: 1.5"), 6, "'confidence': input should be less than or equal to 1"),
        (("type: quantity", "type: quantty"), 4, "unknown type of divergence 'quantty' (did you mean 'quantity'?)"),
        (("type: quantity\n", ""), 3, "a divergence needs a 'type'"),
        (("  quantity: conflict", "  quantty: conflict"), 11, "unknown fact 'quantty' of a pair (did you mean 'quant"),
        (("  quantity: conflict", "  quantity: conflikt"), 11, "unknown value 'conflikt' of the fact 'quantity' (did"),
        (("  quantity: conflict", "  quantity: [same, wide]"), 11, "'wide' of the fact 'quantity' (did you mean"),
        (("  quantity: conflict", "  alignment: same/age"), 11, "only a slot of a pair has variants"),
        (("  quantity: conflict", "  quantity: []"), 11, "the fact 'quantity' needs a value: one of same"),
        (("  quantity: conflict", "  voice: own"), 11, "unknown fact 'voice' of a pair"),
        (("[rounding]", "[roundng]"), 12, "'unless' cannot be 'roundng': one of other-event"),
        (("{left.source}", "{left.sorce}"), 13, "unknown placeholder '{left.sorce}' of a rule on a pair (did you mean"),
        (("{left.source}", "{left.source"), 13, "a brace without its partner"),
        (("    finds: false", "    finds: perhaps"), 23, "'finds': input should be a valid boolean"),
        (("    finds: false", "    find: false"), 23, "unknown key 'find' (did you mean 'finds'?)"),
        (("    finds: false", "    finds: true"), 14, "at least 2 near misses that don't; this one has 1"),
        (("    finds: true", "    finds: false"), 14, "at least 2 examples that find; this one has 1"),
        (('    b: "Five ferries sank."\n', ""), 15, "needs a second text 'b'"),
        (("    why: the same count", "    published: 2031-13-40"), 27, "'published': input should be a valid date"),
        (("why: A", "summary: A"), 9, "the key 'summary' stands here a second time"),
        (("type: quantity", "origin: {path: elsewhere}"), 4, "unknown key 'origin'"),
        (("[rounding]", "&gates [rounding]\nextra: *gates"), 12, "an alias (*) is not understood here"),
        (("[rounding]", "[[[[[[[[[[rounding]]]]]]]]]]"), 12, "nested too deep"),
        (("[rounding]", "[rounding"), 13, "not YAML:"),
        (("why: A reader has to know which count holds.", 'why: "\\e[31mred"'), 9, "a control character"),
        (("[rounding]", "{? [a] : b}"), 12, "a key is a plain word"),
    ],
)
def test_a_mistake_is_told_with_its_line(written: WriteRule, change: tuple[str, str], line: int, told: str) -> None:
    with pytest.raises(RuleError) as error:
        read_rule(written(change), "XQ900.yaml")
    assert any(f"XQ900.yaml:{line}: " in row and told in row for row in str(error.value).splitlines()), error.value


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "keys with values are expected"),
        (b"- a\n- b\n", "keys with values are expected"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"id: \x00\n", "not YAML"),
        (b"id: a\n---\nid: b\n", "not YAML"),
        (b"[" * 5000, "not YAML"),
        (b"a: b\n" * 30_000, "longer than 100,000 characters"),
    ],
)
def test_what_is_no_rule_at_all_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "XQ900.yaml"
    path.write_bytes(content)
    with pytest.raises(RuleError, match=told):
        read_rule(path)


def test_all_mistakes_of_all_files_are_told_at_once(written: WriteRule) -> None:
    written(("severity: warning", "severity: loud"), ("confidence: 0.9", "confidence: 7"))
    folder = written(("kind: divergence", "kind: quarrel"), name="XQ901.yaml").parents[1]
    with pytest.raises(RuleError) as error:
        load_rules(folder)
    rows = str(error.value).splitlines()
    assert [row.split(": ")[0] for row in rows] == [
        "rules/quantity/XQ900.yaml:5",
        "rules/quantity/XQ900.yaml:6",
        "rules/quantity/XQ901.yaml:3",
    ]


def test_an_id_and_a_name_belong_to_one_rule(written: WriteRule) -> None:
    written()
    folder = written(name="XQ901.yaml").parents[1]
    with pytest.raises(RuleError) as error:
        load_rules(folder)
    assert "rules/quantity/XQ901.yaml:1: 'XQ900' is already a rule: rules/quantity/XQ900.yaml" in str(error.value)
    assert "'ferry-count-differs' is already a rule" in str(error.value)


def test_lexicons_are_no_rules(written: WriteRule) -> None:
    folder = written().parents[1]
    (folder / "lexicons").mkdir()
    (folder / "lexicons" / "hulls.yaml").write_text("words: [keel]\n", encoding="utf-8")
    assert [rule.id for rule in load_rules(folder)] == ["XQ900"]
    assert [rule.id for rule in load_rules(folder, extra=()) + load_rules(folder / "lexicons", extra=[folder])] == [
        "XQ900",
        "XQ900",
    ]


def test_further_rules_come_from_files_and_folders(written: WriteRule, tmp_path: Path) -> None:
    own = written()
    assert "XQ900" in [rule.id for rule in load_rules(extra=[own])]
    assert "XQ900" in [rule.id for rule in load_rules(extra=[tmp_path])]


@pytest.mark.parametrize(("name", "told"), [("nowhere.yaml", "cannot be read: No such file"), ("empty", "no rule")])
def test_a_path_that_gives_no_rule_is_an_error(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RuleError, match=told):
        load_rules(extra=[tmp_path / name])


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_what_is_nested_without_end_is_refused(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text(f"id: XZ001\nwhen:\n  {sign * (90_000 // len(sign))}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"deep\.yaml:3: nested too deep"):
        read_rule(path)
