"""What a document says about itself in front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from xcheck.errors import InputError
from xcheck.ingest import dates

LONGEST = 20_000
DEEPEST = 20  # levels of nesting
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCED = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_DATES = ("published", "date", "publish_date", "publishdate", "pubdate", "datepublished")


def front_matter(text: str) -> tuple[dict[str, Any], int]:
    """The YAML between the lines ``---`` at the start of a text, and the offset at which the article begins.

    Keys are in lower case. Raises InputError where it is no YAML mapping, or has an alias.
    """
    found = _FENCED.match(text[:LONGEST])
    if not found:
        return {}, 0
    try:
        _require_plain(found[1])
        content = yaml.load(found[1], Loader=_LOADER)  # noqa: S506 - a safe one, in C
        if isinstance(content, Mapping):
            return {str(key).lower(): value for key, value in content.items()}, found.end()
    except InputError:
        raise
    except Exception as error:  # the library raises many kinds of error on a tag that does not fit its value
        mark = getattr(error, "problem_mark", None)
        raise InputError(f"the front matter is not YAML{_line(mark)}: mend it or take it out") from error
    # What is no mapping is a paragraph between two rules, and no header.
    return {}, found.end() if content is None else 0


def _require_plain(text: str) -> None:
    """Raise InputError for what can be small in a file and endless in memory: aliases, and deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):
            told = f"the front matter has an alias (*{event.anchor}){_line(event.start_mark)}"
            raise InputError(f"{told}: write out what it stands for")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise InputError(f"the front matter is nested too deep{_line(event.start_mark)}: mend it or take it out")


def _line(mark: Any) -> str:
    return f", line {mark.line + 2}" if mark else ""


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
