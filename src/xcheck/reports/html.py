"""The report as one HTML file for editors: no server, no address outside it, no word of an article that could act."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from xcheck.engine.load import load_rules
from xcheck.records.report import Report
from xcheck.records.rule import Rule
from xcheck.reports.html_article import shown, spelled
from xcheck.reports.html_data import data
from xcheck.reports.html_figures import CERTAINTIES, figures
from xcheck.reports.html_names import lettered, letters, names
from xcheck.reports.html_overview import articles, headlines
from xcheck.reports.html_standing import FOUND, standings
from xcheck.reports.matrix import excerpt, matrix
from xcheck.reports.stories import tables
from xcheck.reports.summary import endings, fresh, gates

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_SCRIPTS = ("list.js", "card.js", "selection.js")


def render(report: Report, texts: Mapping[str, str], rules: Sequence[Rule] | None = None) -> str:
    """The review of a report as HTML.

    ``texts`` by document id are the articles; ``rules``, those of xcheck if none are given, tell why a finding counts.
    """
    seen = {d.id: shown(texts.get(d.id, "")) for d in report.documents}
    named, standing, story = names(report.documents), standings(report), matrix(report)
    style, script = file("report.css"), _script()
    # What is trusted: our own two files, and JSON in which no sign of HTML is left.
    return (
        environment()
        .get_template("report.html.jinja")
        .render(
            policy=policy(style, script),
            style=Markup(style),  # noqa: S704
            script=Markup(script),  # noqa: S704
            data=Markup(data(report, seen, named, load_rules() if rules is None else rules)),  # noqa: S704
            report=report,
            drafted=any(d.support is not None for d in report.documents),
            articles=articles(report, seen, named, standing),
            headlines=headlines(report, named, story),
            counts={kind: sum(f.kind == kind for f in fresh(report.findings)) for kind in FOUND},
            parting=sum(row.kind == "divergence" for row in story.rows),
            figures=figures(named, story),
            certainties=CERTAINTIES,
            story=story,
            tables=tables(report, story),
            named=named,
            lettered=lambda message: lettered(message, letters(named)),
            place={c.id: i for i, c in enumerate(report.claims)},
            excerpt=excerpt,
            endings=endings(report),
            gates=[(gate, n, _gate_message(report, gate)) for gate, n in gates(report)],
        )
    )


@cache
def environment() -> Environment:
    """Where the templates come from: what they are given is spelled out and escaped."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: spelled(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def file(name: str) -> str:
    """The text of one of our own style sheets and scripts."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    """The parts of the script as one, in a scope of its own."""
    return '"use strict";\n(() => {\n' + "\n".join(file(name) for name in _SCRIPTS) + "})();\n"


def policy(style: str, script: str | None = None) -> str:
    """The content security policy: nothing but the one style sheet and the one script of a page, by their hashes."""
    own = f"style-src '{_hash(style)}'; script-src {_script_source(script)}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _script_source(script: str | None) -> str:
    return "'none'" if script is None else f"'{_hash(script)}'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _gate_message(report: Report, gate: str) -> str:
    return next(n.message for n in report.not_flagged if n.gate == gate)
