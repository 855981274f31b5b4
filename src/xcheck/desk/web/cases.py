"""A case: its progress, its review, what is decided and noted about it, and what it is saved as."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, StringConstraints
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from xcheck.desk.exports import FORMS
from xcheck.desk.limits import LARGEST_CASE_FILE, LONGEST_NAME, LONGEST_NOTE
from xcheck.desk.store import files
from xcheck.desk.store.records import Case, Decided, Version
from xcheck.desk.web.pages import body, case_later, case_of, desk, number_of, shown, user, when
from xcheck.reports import html
from xcheck.reports.passage import visible
from xcheck.reports.templating import in_script

Print = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Rule = Annotated[str, StringConstraints(pattern=r"^X[A-Z]+[0-9]{3}$")]


class Decide(BaseModel):
    """What somebody decides about a finding."""

    fingerprint: Print
    rule: Rule
    decision: Literal["open", "confirmed", "false-alarm", "dismissed"]
    note: Annotated[str, StringConstraints(max_length=LONGEST_NOTE)] = ""


def review(request: Request) -> Response:
    """The page of a case: how far it has come, why it failed, or its review."""
    case = case_of(request)
    if case.state != "ready":
        return shown(request, "reading.html.jinja", case=case)
    own = desk(request).store
    number = number_of(request.query_params.get("version"))
    version = own.version(case.id, number)
    if version is None:
        raise HTTPException(404, "There is no such version of this case.")
    if version.report is None:
        return shown(request, "unchecked.html.jinja", case=case, version=version)
    decided = decisions_of(request, case)
    return shown(
        request,
        "review.html.jinja",
        case=case,
        version=version,
        versions=own.versions(case.id),
        notes=own.notes(case.id),
        forms=FORMS,
        decisions=in_script(decided),
        newest=newest_of(decided),
        precision=in_script({one.rule: [one.right, one.decided] for one in own.precision()}),
        **html.values(version.report, texts(request, case, version)),
    )


def texts(request: Request, case: Case, version: Version) -> dict[str, str]:
    """The texts that a version's report speaks of, by document id."""
    found = {document.id: document.text for document in desk(request).store.articles(case.id)}
    return found | ({case.draft: version.text} if case.draft else {})


def decisions_of(request: Request, case: Case, since: int = 0) -> dict[str, dict[str, Any]]:
    """What is decided about a case, by fingerprint, as the review's script has it."""
    return {
        one.fingerprint: {
            "as": None if one.decision == "open" else one.decision,
            "note": one.note,
            "rule": one.rule,
            "who": one.maker,
            "when": when(one.made),
            "id": one.id,
        }
        for one in desk(request).store.decisions(case.id, since)
    }


def newest_of(decided: Mapping[str, Mapping[str, Any]]) -> int:
    """The id of the last one of some decisions; 0 for none."""
    return max((one["id"] for one in decided.values()), default=0)


async def decide(request: Request) -> Response:
    """Keep a decision."""
    case, said = await case_later(request), await body(request, Decide)
    decided = Decided(id=0, made="", maker=user(request), **said.model_dump())
    kept = await run_in_threadpool(desk(request).store.decide, case.id, decided)
    desk(request).news.tell(case.id)
    return JSONResponse({"id": kept.id, "who": kept.maker, "when": when(kept.made)}, status_code=201)


async def progress(request: Request) -> Response:
    """How far the reading of a case has come, as server-sent events."""
    case = await case_later(request)
    job = desk(request).jobs.of(case.id)

    async def told() -> AsyncIterator[str]:
        if job is not None:
            async for step in job.steps():
                yield f"data: {json.dumps({'doing': step.doing, 'done': step.done, 'of': step.of})}\n\n"
        yield "event: over\ndata: {}\n\n"

    return StreamingResponse(told(), media_type="text/event-stream")


async def note(request: Request) -> Response:
    """Keep a note about a case."""
    case = await case_later(request)
    text = await _field(request, "text", LONGEST_NOTE)
    if text:
        await run_in_threadpool(desk(request).store.note, case.id, text, user(request))
    return RedirectResponse(f"/cases/{case.id}#notes", status_code=303)


async def rename(request: Request) -> Response:
    """Give a case another title."""
    case = await case_later(request)
    title = visible(await _field(request, "title", LONGEST_NAME))
    if title:
        await run_in_threadpool(desk(request).store.rename, case, title)
    return RedirectResponse(f"/cases/{case.id}", status_code=303)


async def delete(request: Request) -> Response:
    """Forget a case."""
    case = await case_later(request)
    await run_in_threadpool(desk(request).store.delete, case.id)
    return RedirectResponse("/", status_code=303)


def export(request: Request) -> Response:
    """A version of a case in a format of the report."""
    case, form = case_of(request), FORMS.get(request.path_params["form"])
    own = desk(request).store
    version = own.version(case.id, number_of(request.query_params.get("version")))
    if form is None or version is None or version.report is None:
        raise HTTPException(404, "There is nothing of that kind to save of this case.")
    content = form.render(version.report, texts(request, case, version)).encode("utf-8", "backslashreplace")
    _write_down(request, case, version.number, request.path_params["form"])
    return _download(content, f"{_slug(case)}-{version.number}.{form.suffix}", form.media)


def export_case(request: Request) -> Response:
    """A case as one file."""
    case = case_of(request)
    if case.state != "ready":
        raise HTTPException(409, "This case is not read yet.")
    whole = desk(request).store.whole(case)
    _write_down(request, case, whole.versions[-1].number, "case")
    return _download(files.written(whole), f"{_slug(case)}{files.SUFFIX}", "application/zip")


async def import_case(request: Request) -> Response:
    """Open a case that another desk has saved."""
    async with request.form(max_files=1, max_fields=1) as form:
        file = form.get("case")
        data = await file.read(LARGEST_CASE_FILE) if isinstance(file, UploadFile) else b""
    own = desk(request).store
    case = await run_in_threadpool(lambda: own.add(files.read(data)))
    return RedirectResponse(f"/cases/{case.id}", status_code=303)


def _write_down(request: Request, case: Case, version: int, form: str) -> None:
    if not desk(request).settings.read_only:
        desk(request).store.exported(case.id, version, form, user(request))


def _download(content: bytes, name: str, media: str) -> Response:
    """A file to save, never to open in the desk's own place."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media, headers=headers)


def _slug(case: Case) -> str:
    return re.sub(r"[^a-z0-9]+", "-", case.title.lower()).strip("-")[:60] or "case"


async def _field(request: Request, name: str, most: int) -> str:
    async with request.form(max_files=0, max_fields=4) as form:
        value = form.get(name)
    return value.strip()[:most] if isinstance(value, str) else ""
