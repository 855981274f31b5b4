"""The desk as an application: its addresses, and what begins and ends with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from xcheck.desk.settings import Settings
from xcheck.desk.store.store import Store
from xcheck.desk.web import cases, home, news, pages, writing
from xcheck.desk.web.guard import Guard
from xcheck.desk.work.checks import Checks
from xcheck.desk.work.jobs import Jobs
from xcheck.errors import InputError

_STOPPED = "The desk was stopped while it read this. Begin the comparison again."
ROUTES = (
    Route("/", home.home),
    Route("/rules", home.rules),
    Route("/folder", home.folder_listing),
    Route("/static/{name}", pages.static),
    Route("/cases", home.create, methods=["POST"]),
    Route("/import", cases.import_case, methods=["POST"]),
    Route("/cases/{case}", cases.review),
    Route("/cases/{case}/progress", cases.progress),
    Route("/cases/{case}/events", news.events),
    Route("/cases/{case}/decisions", cases.decide, methods=["POST"]),
    Route("/cases/{case}/notes", cases.note, methods=["POST"]),
    Route("/cases/{case}/title", cases.rename, methods=["POST"]),
    Route("/cases/{case}/delete", cases.delete, methods=["POST"]),
    Route("/cases/{case}/export/case", cases.export_case),
    Route("/cases/{case}/export/{form}", cases.export),
    Route("/cases/{case}/write", writing.write),
    Route("/cases/{case}/check", writing.check, methods=["POST"]),
    Route("/cases/{case}/versions", writing.versions),
    Route("/cases/{case}/versions", writing.save, methods=["POST"]),
    Route("/cases/{case}/versions/{number:int}/check", writing.recheck, methods=["POST"]),
)


def application(settings: Settings, store: Store | None = None) -> Starlette:
    """The desk of some settings. Raises UsageError where its store cannot be opened."""
    kept = store or Store(settings.data)
    cache = settings.data / "cache"

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        if not settings.read_only:
            kept.fail_unfinished(_STOPPED)
        jobs, checks = Jobs(cache, max(2, settings.processes // 2)), Checks(cache, settings.processes)
        own = pages.Desk(settings, kept, jobs, checks)
        app.state.desk = own
        yield
        own.news.close()
        await own.jobs.close()
        await own.checks.close()

    return Starlette(
        routes=ROUTES,
        lifespan=running,
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={HTTPException: _refused, InputError: _unreadable},
    )


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return pages.problem(request, status, getattr(error, "detail", "") or "That did not work.")


async def _unreadable(request: Request, error: Exception) -> Response:
    return pages.problem(request, 400, str(error))
