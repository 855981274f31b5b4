"""The server: what an editor tells it, and what it answers. It speaks over standard input and output alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

import xcheck
from xcheck.cli.lsp.actions import SELECT_REASON, hover, suppressions
from xcheck.cli.lsp.checking import Checked, checked
from xcheck.cli.lsp.diagnostics import diagnostics
from xcheck.cli.lsp.positions import Lines
from xcheck.errors import XcheckError
from xcheck.process import enter
from xcheck.reports.places import as_written

DELAY = 0.6  # seconds without a keystroke before a draft is checked
_UNTITLED = "untitled.md"


@dataclass
class Session:
    """What the server remembers of one editor: its options, and by URI the checks under way, results, what is shown.

    One thread checks, so that a slow draft doesn't keep the editor waiting and two don't get in each other's way.
    """

    against: tuple[str, ...] = ()
    delay: float = DELAY
    pending: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    found: dict[str, Checked] = field(default_factory=dict)
    shown: dict[str, list[types.Diagnostic]] = field(default_factory=dict)
    told: set[tuple[str, str]] = field(default_factory=set)
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))


def server() -> LanguageServer:
    """A language server with everything that xcheck offers an editor. ``start_io`` runs it until the editor leaves."""
    # The whole text comes with each change: pygls cuts lines at signs that the protocol does not take for line ends.
    made = LanguageServer("xcheck", xcheck.__version__, types.TextDocumentSyncKind.Full)
    session = Session()
    _follow(made, session)
    _answer(made, session)
    return made


def _follow(made: LanguageServer, session: Session) -> None:
    """Checks a draft when it is opened, changed or saved."""

    @made.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        options = params.initialization_options
        session.against, session.delay = _options(options if isinstance(options, dict) else {})

    @made.feature(types.INITIALIZED)
    def initialized(ls: LanguageServer, _: types.InitializedParams) -> None:
        folder = to_fs_path(ls.workspace.root_uri) if ls.workspace.root_uri else None
        if folder and Path(folder).is_dir():
            enter(Path(folder))

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
        _schedule(ls, session, params.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
        _schedule(ls, session, params.text_document.uri, session.delay)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: LanguageServer, _: types.DidSaveTextDocumentParams) -> None:
        for uri in list(ls.workspace.text_documents):  # what was saved may be the source of any of them
            _schedule(ls, session, uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: LanguageServer, params: types.DidCloseTextDocumentParams) -> None:
        _forget(session, params.text_document.uri)
        _publish(ls, session, params.text_document.uri, None, [])


def _answer(made: LanguageServer, session: Session) -> None:
    """Answers what an editor asks about a place in a draft."""

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        rules = session.found[uri].rules if uri in session.found else ()
        return hover(params.position, session.shown.get(uri, []), rules)

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def actions(ls: LanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        if uri not in ls.workspace.text_documents:
            return []
        lines = Lines(ls.workspace.text_documents[uri].source, ls.workspace.position_encoding)
        window = ls.client_capabilities.window
        select = bool(window and window.show_document and window.show_document.support)
        return list(suppressions(uri, lines, params.context.diagnostics, select=select))

    @made.command(SELECT_REASON)
    async def select_reason(ls: LanguageServer, uri: str, reason: types.Range) -> None:
        asked = types.ShowDocumentParams(uri=uri, take_focus=True, selection=reason)
        await ls.window_show_document_async(asked)


def _options(given: dict[str, Any]) -> tuple[tuple[str, ...], float]:
    """The sources for every draft and the delay; what has another form than expected counts as not given."""
    against, delay = given.get("against"), given.get("delay")
    named = [against] if isinstance(against, str) else against if isinstance(against, list) else []
    return tuple(str(one) for one in named), float(delay) if isinstance(delay, int | float) and delay >= 0 else DELAY


def _schedule(ls: LanguageServer, session: Session, uri: str, delay: float) -> None:
    """Checks the draft after ``delay`` seconds, unless it changes before."""
    if uri in session.pending:
        session.pending[uri].cancel()
    session.pending[uri] = asyncio.get_running_loop().create_task(_check(ls, session, uri, delay))


async def _check(ls: LanguageServer, session: Session, uri: str, delay: float) -> None:
    await asyncio.sleep(delay)
    document = ls.workspace.text_documents.get(uri)
    path = Path(to_fs_path(uri) or _UNTITLED)
    if document is None or not as_written(path.name):
        return
    version, text = document.version, document.source
    shown: list[types.Diagnostic] = []
    try:
        run = asyncio.get_running_loop().run_in_executor
        found = await run(session.worker, checked, path, text, session.against)
        shown = diagnostics(found, ls.workspace.position_encoding)
        session.found[uri] = found
        for skipped in found.report.skipped:
            message = f"skipped {skipped.path}: {skipped.reason}"
            ls.window_log_message(types.LogMessageParams(types.MessageType.Info, message))
    except Exception as error:  # noqa: BLE001 - the last line of defence: an editor has no other place to see it
        # Without a source nothing is found, which must not look like nothing wrong.
        internal = "" if isinstance(error, XcheckError) else f"internal error: {type(error).__name__}: "
        _tell(ls, session, uri, f"xcheck: {internal}{error}")
    _publish(ls, session, uri, version, shown)


def _tell(ls: LanguageServer, session: Session, uri: str, message: str) -> None:
    """Shows a message once for each draft while it is open: it would be told at every keystroke otherwise."""
    if (uri, message) not in session.told:
        session.told.add((uri, message))
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))


def _publish(
    ls: LanguageServer, session: Session, uri: str, version: int | None, found: Sequence[types.Diagnostic]
) -> None:
    session.shown[uri] = list(found)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, list(found), version))


def _forget(session: Session, uri: str) -> None:
    if uri in session.pending:
        session.pending.pop(uri).cancel()
    session.shown.pop(uri, None)
    session.found.pop(uri, None)
    session.told = {told for told in session.told if told[0] != uri}
