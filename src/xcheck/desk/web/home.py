"""The first page: a new comparison, the watched folder, the cases; and how the rules did."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from xcheck.desk import folder
from xcheck.desk.limits import LONGEST_NAME, MOST_ARTICLES, MOST_PARTS
from xcheck.desk.settings import Settings
from xcheck.desk.store.records import Case, CaseKind
from xcheck.desk.uploads import Role, Upload, safe_name
from xcheck.desk.web.pages import Desk, desk, problem, shown, user
from xcheck.engine.load import load_rules
from xcheck.errors import InputError
from xcheck.ingest.files import SUFFIXES
from xcheck.records.document import Document
from xcheck.records.report import Report
from xcheck.reports.passage import visible


def home(request: Request) -> Response:
    """The first page."""
    own = desk(request)
    return shown(
        request,
        "home.html.jinja",
        cases=own.store.cases(),
        folder=_folder(own.settings),
        listed=_listed(own),
        accept=",".join(SUFFIXES),
    )


def folder_listing(request: Request) -> Response:
    """The articles in the watched folder, for the page that keeps looking."""
    return JSONResponse(_listed(desk(request)))


def rules(request: Request) -> Response:
    """How often each rule was right on this desk."""
    known = {rule.id: rule for rule in load_rules()}
    measured = [(one, known.get(one.rule)) for one in desk(request).store.precision()]
    return shown(request, "rules.html.jinja", measured=measured)


async def create(request: Request) -> Response:
    """Take on a new comparison, and lead to its page."""
    own = desk(request)
    if own.jobs.full:
        return problem(request, 429, "Too many comparisons are waiting. Try again in a few minutes.")
    async with request.form(max_files=MOST_ARTICLES, max_fields=MOST_PARTS, max_part_size=_LARGEST_PART) as form:
        uploads = await _uploads(form, own.settings)
        kind: CaseKind = "draft" if form.get("kind") == "draft" else "comparison"
    uploads = [one for one in uploads if kind == "draft" or one.role != "draft"]
    _require_enough(kind, uploads)
    title = uploads[0].name
    case = await run_in_threadpool(own.store.begin, kind, title, user(request))
    _begin(own, case, uploads)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"url": f"/cases/{case.id}"}, status_code=201)
    return RedirectResponse(f"/cases/{case.id}", status_code=303)


_LARGEST_PART = 4_000_000  # bytes of one field; an article has up to a million characters


def _folder(settings: Settings) -> str:
    return settings.folder.name or str(settings.folder) if settings.folder else ""


def _listed(own: Desk) -> list[dict[str, Any]]:
    if own.settings.folder is None:
        return []
    return [
        {"name": entry.name, "size": f"{max(1, round(entry.size / 1000)):,} kB"}
        for entry in folder.listing(own.settings.folder)
    ]


async def _uploads(form: FormData, settings: Settings) -> list[Upload]:
    """What a form brings: the draft first, then what was pasted, dropped, and chosen from the folder."""
    found = [_pasted("Draft", form.get("draft_text"), "", "", "draft")]
    found += [await _dropped(file, "draft") for file in form.getlist("draft_file")]
    facts = zip(form.getlist("text"), form.getlist("outlet"), form.getlist("published"), strict=False)
    for i, (text, outlet, day) in enumerate(facts, start=1):
        found.append(_pasted(f"Article {i}", text, _text(outlet), _text(day)))
    found += [await _dropped(file, "article") for file in form.getlist("files")]
    if settings.folder is not None:
        names = [_text(name) for name in form.getlist("from_folder")]
        found += [await run_in_threadpool(_chosen, settings, name) for name in names]
    return [upload for upload in found if upload is not None]


def _chosen(settings: Settings, name: str) -> Upload | None:
    return Upload(safe_name(name), folder.content(settings.folder, name)) if settings.folder else None


def _text(value: object) -> str:
    """A field's text; a form ends its lines with CR and LF, as HTML has it."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _pasted(name: str, text: object, outlet: str, published: str, role: Role = "article") -> Upload | None:
    if not _text(text).strip():
        return None
    called = safe_name(visible(outlet)[:LONGEST_NAME], name) if outlet.strip() else name
    return Upload(f"{called}.txt", _text(text).encode("utf-8", "replace"), visible(outlet), _day(published), role)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise HTTPException(422, f"{written!r} is not a date (YYYY-MM-DD).") from None


async def _dropped(file: object, role: Role) -> Upload | None:
    if not isinstance(file, UploadFile) or not file.filename:
        return None
    return Upload(safe_name(file.filename), await file.read(), role=role)


def _require_enough(kind: CaseKind, uploads: list[Upload]) -> None:
    """Raises InputError where there is too little to begin with, or too much; an archive may hold enough."""
    others = [one for one in uploads if one.role != "draft"]
    if kind == "draft":
        _require_draft(len(uploads) - len(others), len(others))
    elif len(others) < 2 and not any(PurePosixPath(one.name).suffix.lower() == ".zip" for one in others):
        raise InputError("It takes two articles or more: paste another, or drop its file.")
    if len(uploads) > MOST_ARTICLES:
        raise InputError(f"More than {MOST_ARTICLES} articles: compare fewer at once.")


def _require_draft(drafts: int, sources: int) -> None:
    if drafts != 1:
        raise InputError("Give one draft alone." if drafts else "It takes one draft: paste it, or choose its file.")
    if not sources:
        raise InputError("It takes a source at least: paste one, or drop its file.")


def _begin(own: Desk, case: Case, uploads: list[Upload]) -> None:
    request = {"task": "begin", "case": case.id, "kind": case.kind, "uploads": [one.sent() for one in uploads]}

    async def done(result: dict[str, Any]) -> None:
        await run_in_threadpool(_finish, own, case, result)

    async def failed(why: str) -> None:
        await run_in_threadpool(own.store.fail, case, why)

    own.jobs.begin(request, done, failed)


def _finish(own: Desk, case: Case, result: dict[str, Any]) -> None:
    if own.store.case(case.id) is None:
        return  # somebody has deleted it meanwhile
    report = Report.model_validate_json(result["report"])
    articles = [Document.model_validate(one) for one in result["articles"]]
    draft = result["draft"] or {"name": "", "text": "", "published": ""}
    titled = report.documents[0]
    changes = {
        "title": visible(titled.title or "") or titled.path,
        "draft": draft["name"],
        "published": draft["published"],
    }
    own.store.finish(case.model_copy(update=changes), articles, draft["text"], report)
