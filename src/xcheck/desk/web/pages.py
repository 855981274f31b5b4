"""The frame of every page and answer: templates, refusals, and what a request brings along."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from xcheck.desk.settings import Settings
from xcheck.desk.store.records import Case
from xcheck.desk.store.store import Store
from xcheck.desk.work.checks import Checks
from xcheck.desk.work.jobs import Jobs
from xcheck.desk.work.news import News
from xcheck.reports import html
from xcheck.reports.html_words import words
from xcheck.reports.templating import TEMPLATES, page
from xcheck.resources import loaded

_OWN = Path(__file__).resolve().parents[1]
_JSON = "application/json"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
Body = TypeVar("Body", bound=BaseModel)


@dataclass
class Desk:
    """What the pages work with. ``tasks`` holds what goes on after an answer."""

    settings: Settings
    store: Store
    jobs: Jobs
    checks: Checks
    news: News = field(default_factory=News)
    tasks: set[Any] = field(default_factory=set)

    async def close(self) -> None:
        """End all that is under way, and answer whoever waits for it."""
        self.news.close()
        await self.jobs.close()
        await self.checks.close()


def desk(request: Request) -> Desk:
    """The desk that a request came to."""
    found: Desk = request.app.state.desk
    return found


def user(request: Request) -> str:
    """Who asks."""
    found: str = request.state.user
    return found


def case_of(request: Request) -> Case:
    """The case that a request names. Raises HTTPException where there is none."""
    case = desk(request).store.case(request.path_params["case"])
    if case is None:
        raise HTTPException(404, "There is no such case on this desk. Somebody may have deleted it.")
    return case


async def case_later(request: Request) -> Case:
    """``case_of``, for those who may not wait."""
    return await run_in_threadpool(case_of, request)


def number_of(written: str | None) -> int | None:
    """The number that an address has in it; None for none, and for what is no number."""
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 10 else None


async def body(request: Request, model: type[Body]) -> Body:
    """What a request has in it. Raises HTTPException where that is not what is meant to be in it."""
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise HTTPException(422, f"{'.'.join(map(str, first['loc'])) or 'the request'}: {first['msg']}") from error


def shown(request: Request, template: str, **values: object) -> HTMLResponse:
    """A page of the desk."""
    settings = desk(request).settings
    own = {"user": user(request), "read_only": settings.read_only, "words": words, "when": when, "asset": asset}
    return HTMLResponse(page(template, _OWN / "templates", **{**own, **values}))


def refused(status: int, message: str) -> HTMLResponse:
    """A page that says why nothing was done. It needs neither a desk nor a user."""
    values = {"user": "", "read_only": True, "asset": asset, "message": message}
    return HTMLResponse(page("refused.html.jinja", _OWN / "templates", **values), status_code=status)


def problem(request: Request, status: int, message: str) -> Response:
    """Why nothing was done, for a script as JSON and for a person as a page."""
    if _JSON in request.headers.get("accept", ""):
        return JSONResponse({"problem": message}, status_code=status)
    return refused(status, message)


def when(time: str) -> str:
    """A time of the store as people write it: ``1 March 2026, 14:05 UTC``."""
    try:
        at = datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return time
    return f"{at.day} {at:%B %Y, %H:%M} UTC"


@loaded
def _assets() -> dict[str, bytes]:
    """The style sheets and scripts of the desk, those of the review among them, by name."""
    scope = '"use strict";\n(() => {{\n{}}})();\n'
    found = {"report.css": html.style(), "report.js": html.script()}
    found["theme.js"] = scope.format((TEMPLATES / "theme.js").read_text(encoding="utf-8"))
    for file in sorted((_OWN / "static").iterdir()):
        text = file.read_text(encoding="utf-8")
        found[file.name] = scope.format(text) if file.suffix == ".js" else text
    return {name: text.encode() for name, text in found.items()}


@loaded
def asset(name: str) -> str:
    """The address of a style sheet or script; it changes with what is in it."""
    return f"/static/{name}?v={hashlib.sha256(_assets()[name]).hexdigest()[:12]}"


def static(request: Request) -> Response:
    """A style sheet or a script."""
    name = request.path_params["name"]
    content = _assets().get(name)
    if content is None:
        raise HTTPException(404, "There is no such file.")
    kept = {"cache-control": "private, max-age=31536000, immutable"}
    return Response(content, media_type=_TYPES[Path(name).suffix], headers=kept)
