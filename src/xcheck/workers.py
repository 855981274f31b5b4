"""From documents to claims, one article at a time: in this process, or in several that work side by side.

An article is parsed by itself wherever that happens, so that its claims hang neither on its company nor on the number
of processes. A worker takes its work through a pipe, and ends when that closes, however this process ends.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from xcheck.claims import extract
from xcheck.errors import InternalError, XcheckError
from xcheck.nlp.analysis import analyse
from xcheck.nlp.pipeline import model_name
from xcheck.process import command, end, ending, live_briefly
from xcheck.records.claim import Claim
from xcheck.records.document import Document

if TYPE_CHECKING:
    from xcheck.cache import Cache

Claims = tuple[Claim, ...]


class Task(NamedTuple):
    """What an article's claims hang on beside the article: the spaCy model, and where parses are kept."""

    model: str | None = None
    cache: Cache | None = None


def extracted(documents: Sequence[Document], task: Task, jobs: int = 1) -> list[Claims]:
    """Give the claims of each document, whose layout is recognised, with up to ``jobs`` processes at work.

    Raises InternalError, which names the article, where reading one fails or a worker dies of it.
    """
    jobs = min(jobs, len(documents))
    if jobs <= 1:
        return [_claims(document, task) for document in documents]
    workers = [_Worker(task) for _ in range(jobs)]
    free: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)

    def read(document: Document) -> Claims:
        worker = free.get()
        try:
            return worker.claims(document)
        finally:
            free.put(worker)

    with ThreadPoolExecutor(jobs) as pool:
        try:
            return list(pool.map(read, documents))
        finally:
            for worker in workers:
                worker.end()


def _claims(document: Document, task: Task) -> Claims:
    try:
        kept = task.cache.parses(model_name(task.model)) if task.cache else None
        (analysis,) = analyse([document], task.model, kept)
        return extract.claims(analysis)
    except XcheckError:
        raise
    except Exception as error:
        raise InternalError(f"{document.path}: {type(error).__name__}: {error}") from error


class _Worker:
    """A process that extracts claims. It is started when it is first needed, and anew after it has died."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def claims(self, document: Document) -> Claims:
        """Give the claims of a document. Raises what the worker raised, or InternalError where it died."""
        process = self._process or self._started()
        try:
            _send(document, process.stdin)
            answer: Claims | Exception = _received(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._process = None
            raise InternalError(f"{document.path}: the process that read it {_death(process)}") from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def end(self) -> None:
        """End the process, if there is one, at once and for good."""
        self._ended = True
        if self._process:
            end(self._process)

    def _started(self) -> subprocess.Popen[bytes]:
        # In a session of its own no interruption from the keyboard reaches it: this process hears that, and ends it.
        process = subprocess.Popen(  # noqa: S603
            command(f"{__name__}:{serve.__name__}"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._process = process
        if self._ended:
            end(process)
        with contextlib.suppress(OSError):  # that it has died already is told with the document
            _send(self._task, process.stdin)
        return process


def serve() -> None:
    """Be a worker: read a task, then documents, from standard input; answer each with its claims, or the error."""
    work, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get in between the answers
    live_briefly()
    with contextlib.suppress(EOFError, BrokenPipeError):
        task: Task = _received(work)
        if task.cache:
            task.cache.recall_lexicons()
        while True:
            _send(_answer(_received(work), task), answers)
    os._exit(0)  # nobody listens any more


def _answer(document: Document, task: Task) -> Claims | Exception:
    try:
        return _claims(document, task)
    except (XcheckError, InternalError) as error:
        error.add_note(traceback.format_exc())  # which does not travel by itself
        return error


def _send(what: object, stream: IO[bytes] | None) -> None:
    assert stream is not None  # noqa: S101 - it is a pipe
    pickle.dump(what, stream)
    stream.flush()


def _received(stream: IO[bytes] | None) -> Any:
    assert stream is not None  # noqa: S101 - as above
    return pickle.load(stream)  # noqa: S301 - from a process of our own


def _death(process: subprocess.Popen[bytes]) -> str:
    told = ending(process)
    return f"{told}: if memory ran out, take fewer --jobs" if process.returncode < 0 else told
