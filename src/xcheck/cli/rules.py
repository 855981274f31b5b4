"""``xcheck rules``: the catalogue of rules, the test of their examples, a new rule."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xcheck.cli.command import Command
from xcheck.cli.complete import rules as complete_rules
from xcheck.cli.options import Rules
from xcheck.cli.settings import typed_rules
from xcheck.cli.writing import show

if TYPE_CHECKING:
    from xcheck.engine.examples import Coverage, Judged
    from xcheck.engine.mutations import Recall
    from xcheck.records.rule import Rule

app = typer.Typer(help="List the rules, test their examples, start a new one.", no_args_is_help=True)


class ListFormat(StrEnum):
    """The forms of the catalogue."""

    table = "table"
    json = "json"


@app.command("list", cls=Command)
def list_rules(
    *,
    rules: Rules = None,
    form: Annotated[ListFormat, typer.Option("--format", help="A table, or JSON for programs.")] = ListFormat.table,
) -> None:
    """Show every rule with its severity, kind and name."""
    from xcheck.engine.load import load_rules

    found = load_rules(extra=typed_rules(rules or ()))
    lines = _catalogue(found) if form is ListFormat.table else [json.dumps(_data(found), indent=2, ensure_ascii=False)]
    show("".join(f"{line}\n" for line in lines))


@app.command("test", cls=Command)
def run_tests(
    rule: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="RULE",
            autocompletion=complete_rules,
            help="Rules or families; all, if none is named.",
            show_default=False,
        ),
    ] = None,
    *,
    rules: Rules = None,
    coverage: Annotated[bool, typer.Option("--coverage", help="List what no example reaches.")] = False,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Change the examples in known ways and count what is found.")
    ] = False,
    missed: Annotated[
        bool, typer.Option("--missed", help="Like --mutate, and list each change that is not found.")
    ] = False,
) -> None:
    """Run the examples of the rules; exit 1 when one fails."""
    from xcheck.api import judge
    from xcheck.engine import examples
    from xcheck.engine.load import load_rules
    from xcheck.engine.lookup import asked_for
    from xcheck.engine.mutations import recalls

    known = load_rules(extra=typed_rules(rules or ()))
    only = {one.id for word in rule or () for one in asked_for(known, word)}
    judged = examples.run_examples(known, judge, only)
    failed = [one for one in judged if not one.passes]
    for one in failed:
        show("\n".join(_failure(one)) + "\n")
    if coverage:
        asked = [one for one in known if not only or one.id in only]
        show("\n".join(_gaps(examples.coverage(asked, judged))) + "\n")
    if mutate or missed:
        show("\n".join(_recalled(recalls(known, judged, judge), missed=missed)) + "\n")
    show(_summary(judged, len(failed)) + "\n")
    if failed:
        raise typer.Exit(1)


@app.command("new", cls=Command)
def new(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="X, capital letters, three digits: XQ050.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What is wrong, in words joined by hyphens.")],
    *,
    into: Annotated[Path, typer.Option(metavar="FOLDER", help="The folder to write it into.")] = Path("rules"),
) -> None:
    """Start a new rule: write its first lines."""
    from xcheck.engine.load import load_rules
    from xcheck.engine.scaffold import new_rule

    path = new_rule(rule_id, name, into, load_rules())
    show(f"{path.as_posix()}: write its examples, then try 'xcheck rules test {rule_id} --rules {into.as_posix()}'\n")


@app.command("schema", cls=Command)
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors."""
    from xcheck.engine.schema import rule_schema

    show(json.dumps(rule_schema(), indent=2) + "\n")


def _summary(judged: Sequence[Judged], failed: int) -> str:
    tested = len({one.rule.id for one in judged})
    rules = "1 rule" if tested == 1 else f"{tested} rules"
    return f"{len(judged)} examples of {rules}: {len(judged) - failed} pass, {failed} fail"


def _catalogue(rules: tuple[Rule, ...]) -> Iterator[str]:
    rows = [
        (one.id, one.severity, f"{one.kind} {one.type}" if one.type else one.kind, f"{one.name}{_worth(one)}")
        for one in rules
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)] if rows else []
    for *cells, name in rows:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), name])
    yield f"{len(rows)} rules"


def _worth(rule: Rule) -> str:
    """What the rule's findings on real coverage were worth, and whether it is in preview."""
    measured = rule.measured
    said = [f"right {measured.right} of {measured.shown} on real coverage"] if measured else []
    said += ["in preview"] if rule.preview else []
    return f" ({', '.join(said)})" if said else ""


def _data(rules: tuple[Rule, ...]) -> list[dict[str, object]]:
    return [{**one.model_dump(mode="json", exclude={"examples", "origin"}), "path": one.origin.path} for one in rules]


def _failure(judged: Judged) -> Iterator[str]:
    from xcheck.engine.examples import hindrance

    example, rule = judged.example, judged.rule
    verdict = "should find something and does not" if example.finds else "finds something and should not"
    yield f"{judged.place}: {rule.id} {rule.name} {verdict}"
    yield f"  a: {example.a}"
    if example.b:
        yield f"  b: {example.b}"
    if example.why:
        yield f"  why: {example.why}"
    if example.finds:
        yield f"  because: {hindrance(judged)}"


def _recalled(recalls: Sequence[Recall], *, missed: bool) -> Iterator[str]:
    """A line a rule: how many of the mutations that its examples allow are found; where asked, those that are not."""
    from xcheck.engine.examples import hindrance

    for one in recalls:
        yield f"{one.rule.id} {one.rule.name}: {len(one.found)} of {len(one.found) + len(one.missed)} mutations found"
        for mutant in one.missed if missed else ():
            yield f"  missed: {mutant.example.why}\n    a: {mutant.example.a}\n    b: {mutant.example.b}"
            yield f"    because: {hindrance(mutant)}"
    found = sum(len(one.found) for one in recalls)
    yield f"mutations: {found} of {found + sum(len(one.missed) for one in recalls)} found"


def _gaps(gaps: Coverage) -> Iterator[str]:
    for what, missing in gaps._asdict().items():
        yield f"{what} that no example reaches: {'; '.join(missing) or 'none'}"
