"""The report as one HTML file for editors: no server, no address outside it, no word of an article that could act."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from xcheck.engine.load import load_rules
from xcheck.records.report import Report
from xcheck.records.rule import Rule
from xcheck.reports.html_article import shown
from xcheck.reports.html_data import data
from xcheck.reports.html_figures import CERTAINTIES, figures
from xcheck.reports.html_names import lettered, letters, names
from xcheck.reports.html_overview import articles, headlines
from xcheck.reports.html_standing import FOUND, standings
from xcheck.reports.html_words import words
from xcheck.reports.matrix import excerpt, matrix
from xcheck.reports.stories import tables
from xcheck.reports.summary import endings, fresh, gates
from xcheck.reports.templating import TEMPLATES, page
from xcheck.resources import loaded

_SCRIPTS = ("list.js", "card.js", "selection.js", "theme.js")


def render(report: Report, texts: Mapping[str, str], rules: Sequence[Rule] | None = None) -> str:
    """The review of a report as HTML.

    ``texts`` by document id are the articles; ``rules``, those of xcheck if none are given, tell why a finding counts.
    """
    own_style, own_script = style(), script()
    # What is trusted: our own two files.
    return page(
        "report.html.jinja",
        policy=policy(own_style, own_script),
        style=Markup(own_style),  # noqa: S704
        script=Markup(own_script),  # noqa: S704
        **values(report, texts, rules),
    )


def values(report: Report, texts: Mapping[str, str], rules: Sequence[Rule] | None = None) -> dict[str, object]:
    """What the templates of the review show of a report, as ``render`` takes it; style and script are not in it."""
    seen = {d.id: shown(texts.get(d.id, "")) for d in report.documents}
    named, standing, story = names(report.documents), standings(report), matrix(report)
    return {
        "data": data(report, seen, named, load_rules() if rules is None else rules),
        "report": report,
        "drafted": any(d.support is not None for d in report.documents),
        "articles": articles(report, seen, named, standing),
        "headlines": headlines(report, named, story),
        "counts": {kind: sum(f.kind == kind for f in fresh(report.findings)) for kind in FOUND},
        "parting": sum(row.kind == "divergence" for row in story.rows),
        "figures": figures(named, story),
        "certainties": CERTAINTIES,
        "story": story,
        "tables": tables(report, story),
        "named": named,
        "lettered": lambda message: lettered(message, letters(named)),
        "place": {c.id: i for i, c in enumerate(report.claims)},
        "excerpt": excerpt,
        "endings": endings(report),
        "gates": [(gate, n, _gate_message(report, gate)) for gate, n in gates(report)],
        "words": words,
    }


def style() -> str:
    """The style sheet of the review."""
    return _file("report.css")


@loaded
def script() -> str:
    """The parts of the review's script as one, in a scope of its own."""
    return '"use strict";\n(() => {\n' + "\n".join(_file(name) for name in _SCRIPTS) + "})();\n"


@loaded
def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


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
