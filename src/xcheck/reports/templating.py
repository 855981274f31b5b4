"""Pages out of templates: everything that stands in them is escaped, and what hides or steers is spelled out."""

from __future__ import annotations

import json
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from xcheck.reports.html_article import spelled
from xcheck.resources import loaded

TEMPLATES = Path(__file__).resolve().parent / "templates"


def page(name: str, further: Path | None = None, /, **values: object) -> str:
    """The page that a template makes of values. ``further`` is a folder of templates that may extend those of here."""
    return _environment(further).get_template(name).render(values)


def in_script(content: object) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


@loaded
def _environment(further: Path | None) -> Environment:
    return Environment(
        loader=FileSystemLoader([further, TEMPLATES] if further else [TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: spelled(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
