"""What others decide about a case, told as it happens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from xcheck.desk.web.cases import decisions_of, newest_of
from xcheck.desk.web.pages import case_later, desk, number_of

_STILL_HERE = 20.0  # seconds of quiet, after which a word keeps a proxy from hanging up


async def events(request: Request) -> Response:
    """The decisions about a case as server-sent events: those that the browser lacks, then each new one."""
    case, signals = await case_later(request), desk(request).news
    since = number_of(request.headers.get("last-event-id") or request.query_params.get("since")) or 0

    async def told() -> AsyncIterator[str]:
        last = since
        while True:
            signal = signals.of(case.id)
            found = await run_in_threadpool(decisions_of, request, case, last)
            if found:
                last = newest_of(found)
                yield f"id: {last}\ndata: {json.dumps(found)}\n\n"
            if signals.over:
                return
            try:
                async with asyncio.timeout(_STILL_HERE):
                    await signal.wait()
            except TimeoutError:
                yield ": still here\n\n"

    return StreamingResponse(told(), media_type="text/event-stream")
