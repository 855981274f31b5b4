"""A draft in the page: checked as one writes, saved as versions, versions compared."""

from __future__ import annotations

import asyncio
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from xcheck.desk import compared
from xcheck.desk.store.records import Case, Version, VersionHead
from xcheck.desk.store.store import StaleError
from xcheck.desk.web.cases import decisions_of, newest_of
from xcheck.desk.web.pages import Desk, body, case_later, case_of, desk, number_of, shown, user, when
from xcheck.errors import InputError
from xcheck.ingest.mending import mended
from xcheck.ingest.reading import LARGEST_TEXT
from xcheck.records.base import whole
from xcheck.records.report import Report
from xcheck.reports.templating import in_script

Text = Annotated[str, StringConstraints(max_length=LARGEST_TEXT)]


class Typed(BaseModel):
    """The draft as it stands in a window."""

    text: Text
    window: Annotated[str, StringConstraints(pattern=r"^[0-9a-z-]{8,64}$")]


class Saved(BaseModel):
    """The draft to be kept as the version after ``base``."""

    text: Text
    base: int = Field(ge=1)


def write(request: Request) -> Response:
    """The page in which a draft is written."""
    case = _draft(case_of(request))
    own = desk(request).store
    version = own.version(case.id)
    if version is None:
        raise HTTPException(404, "This draft has no version.")
    decided = decisions_of(request, case)
    state = {
        "case": case.id,
        "version": version.number,
        "text": version.text,
        "decisions": decided,
        "precision": {one.rule: [one.right, one.decided] for one in own.precision()},
    }
    sources = [(document.outlet or document.path, document.title or "") for document in own.articles(case.id)]
    values = {"state": in_script(state), "newest": newest_of(decided), "sources": sources}
    return shown(request, "write.html.jinja", case=case, version=version, **values)


async def check(request: Request) -> Response:
    """What is found in the draft as it stands; nothing where the window has sent another text meanwhile."""
    case, typed = _draft(await case_later(request)), await body(request, Typed)
    text = mended(whole(typed.text))
    asked = await _asked(desk(request), case, text)
    found = await desk(request).checks.check(user(request), f"{case.id} {typed.window}", asked)
    if found is None:
        return JSONResponse(None)
    return JSONResponse(found | ({"text": text} if text != typed.text else {}))


async def save(request: Request) -> Response:
    """Keep the draft as a new version, unless somebody was faster; its report follows."""
    case, saved = _draft(await case_later(request)), await body(request, Saved)
    own, text = desk(request), mended(whole(saved.text))
    try:
        head = await run_in_threadpool(own.store.save, case.id, text, saved.base, user(request))
    except StaleError as error:
        return JSONResponse(_told(error.newest), status_code=409)
    _later(own, user(request), case, Version(**head.model_dump(), text=text, report=None))
    return JSONResponse(_told(head) | {"text": text}, status_code=201)


async def recheck(request: Request) -> Response:
    """Make the report on a version that has none yet."""
    case = _draft(await case_later(request))
    own = desk(request)
    version = await run_in_threadpool(own.store.version, case.id, request.path_params["number"])
    if version is None:
        raise HTTPException(404, "There is no such version of this case.")
    await _report(own, user(request), case, version)
    return RedirectResponse(f"/cases/{case.id}?version={version.number}", status_code=303)


def versions(request: Request) -> Response:
    """Two versions of a draft held against each other, the last two where none are named."""
    case = _draft(case_of(request))
    heads = desk(request).store.versions(case.id)
    last = heads[-1].number
    one = _version(request, case, "a", max(1, last - 1))
    other = _version(request, case, "b", last)
    return shown(
        request,
        "versions.html.jinja",
        case=case,
        heads=heads,
        before=one,
        after=other,
        stretches=compared.stretches(one.text, other.text),
        findings=compared.findings(one, other),
    )


def _version(request: Request, case: Case, name: str, otherwise: int) -> Version:
    number = number_of(request.query_params.get(name))
    found = desk(request).store.version(case.id, otherwise if number is None else number)
    if found is None:
        raise HTTPException(404, "There is no such version of this case.")
    return found


def _draft(case: Case) -> Case:
    if case.kind != "draft" or case.state != "ready":
        raise HTTPException(404, "This case has no draft to write on.")
    return case


def _told(head: VersionHead) -> dict[str, object]:
    return {"number": head.number, "who": head.maker, "when": when(head.made)}


async def _asked(own: Desk, case: Case, text: str, *, everything: bool = False) -> dict[str, object]:
    sources = await run_in_threadpool(own.store.articles, case.id)
    return {
        "task": "check",
        "case": case.id,
        "draft": case.draft,
        "published": case.published,
        "text": text,
        "sources": [source.model_dump(mode="json") for source in sources],
        "whole": everything,
    }


def _later(own: Desk, who: str, case: Case, version: Version) -> None:
    """The report on a version, made when the answer is out already."""

    async def report() -> None:
        try:
            await _report(own, who, case, version)
        except InputError:
            return  # the version is kept without; its page says so and offers to check it again

    task = asyncio.create_task(report())
    own.tasks.add(task)
    task.add_done_callback(own.tasks.discard)


async def _report(own: Desk, who: str, case: Case, version: Version) -> None:
    asked = await _asked(own, case, version.text, everything=True)
    found = await own.checks.check(who, f"{case.id} version {version.number}", asked)
    if found is not None:
        report = Report.model_validate_json(found["report"])
        await run_in_threadpool(own.store.report, case.id, version.number, report)
