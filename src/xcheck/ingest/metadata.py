"""What a document says about itself in front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from xcheck.errors import InputError
from xcheck.ingest import dates

LONGEST = 20_000
_FENCED = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_DATES = ("published", "date", "publish_date", "publishdate", "pubdate", "datepublished")


def front_matter(text: str) -> tuple[dict[str, Any], int]:
    """The YAML between the lines ``---`` at the start of a text, and the offset at which the article begins.

    Keys are in lower case. Raises InputError where it is no YAML mapping.
    """
    found = _FENCED.match(text[:LONGEST])
    if not found:
        return {}, 0
    try:
        content = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        raise InputError(f"the front matter is not YAML{line}: mend it or take it out") from error
    if content is None:
        return {}, found.end()
    if not isinstance(content, Mapping):  # two rules around a paragraph, not a header
        return {}, 0
    return {str(key).lower(): value for key, value in content.items()}, found.end()


def facts(header: Mapping[str, Any]) -> dict[str, Any]:
    """Title, byline, outlet, date and sources out of front matter, as the fields of a reading."""
    published = next((day for key in _DATES if (day := dates.from_metadata(header.get(key)))), None)
    return {
        "title": _words(header.get("title") or header.get("headline")),
        "byline": _words(header.get("byline") or header.get("author") or header.get("authors")),
        "outlet": _words(header.get("outlet") or header.get("publisher") or header.get("publication")),
        "published": published,
        "sources": _sources(header.get("sources")),
    }


def _words(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(w for item in value[:20] if (w := _words(item))) or None
    if isinstance(value, Mapping):
        return _words(value.get("name"))
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _sources(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    named = [item.get("path") or item.get("file") if isinstance(item, Mapping) else item for item in items]
    return tuple(item for item in named if isinstance(item, str) and item.strip())
