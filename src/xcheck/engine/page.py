"""The page of a rule in Markdown: what it finds, why that matters, and its examples."""

from __future__ import annotations

from collections.abc import Iterator

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Gates
from xcheck.records.rule import Example, Rule


def page(rule: Rule) -> str:
    """Everything that there is to know about a rule, for the terminal, an editor's hover or the documentation."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    what = f"{rule.kind}, {rule.type}" if rule.type else rule.kind
    yield from (f"# {rule.id} {rule.name}", "", _flat(rule.summary), "")
    yield f"{what} · {rule.severity} · confidence {rule.confidence:.2f} · looks at each {rule.on}"
    yield from ("", "## Why it matters", "", _flat(rule.why))
    yield from ("", "## It is raised when", "")
    yield from (f"- {fact} is {' or '.join(values)}" for fact, values in rule.when.items())
    if rule.unless:
        why = lexicon(Gates).root
        yield from ("", "## It keeps silent when", "")
        yield from (f"- {gate}: {why[gate]}" for gate in rule.unless)
    yield from ("", "## It says", "", _flat(rule.message))
    yield from ("", "## It finds")
    yield from _examples(rule, finds=True)
    yield from ("", "## It lets pass")
    yield from _examples(rule, finds=False)
    if rule.origin.path:
        yield from ("", f"Written in {rule.origin.path}")


def _examples(rule: Rule, *, finds: bool) -> Iterator[str]:
    for example in rule.examples:
        if example.finds == finds:
            yield from ("", *_texts(example))


def _texts(example: Example) -> Iterator[str]:
    yield f"- a: {_flat(example.a)}"
    if example.b:
        yield f"- b: {_flat(example.b)}"
    if example.why:
        yield f"- why: {_flat(example.why)}"


def _flat(text: str) -> str:
    return " ".join(text.split())
