"""An editor: a real client that starts ``xcheck lsp`` and talks with it over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from cattrs import Converter
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

PATIENCE = 40  # seconds; the first check loads the parser
DRAFT = """\
---
sources: [wire.txt]
---
# Walkout at Port Aldery

Note well 🚢 é: about 900 dockers walked out at Port Aldery on Monday, the Freight Union said.
"""
WIRE = "Dockers walk out\n\nOn 🚢 day some 400 dockers walked out at Port Aldery on Monday, the Freight Union said.\n"

Result = TypeVar("Result")


def converter() -> Converter:
    """The converter of pygls, mended: lsprotocol takes a code action with a command for a bare command."""
    made: Converter = default_converter()  # type: ignore[no-untyped-call]

    def structured(given: dict[str, Any], _: object) -> types.Command | types.CodeAction:
        bare = isinstance(given.get("command"), str)
        form: type[types.Command | types.CodeAction] = types.Command if bare else types.CodeAction
        return made.structure(given, form)

    made.register_structure_hook(types.Command | types.CodeAction, structured)
    return made


class Editor:
    """A client with one open draft, and everything that the server has sent it."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.draft = folder / "draft.md"
        self.messages: list[str] = []
        self.documents: list[types.ShowDocumentParams] = []
        self.answer: types.InitializeResult | None = None
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self._listen()

    def _listen(self) -> None:
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self._published.put_nowait(params)

        def show_message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        def show_document(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.documents.append(params)
            return types.ShowDocumentResult(success=True)

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(show_message)
        self.client.feature(types.WINDOW_SHOW_DOCUMENT)(show_document)

    @property
    def uri(self) -> str:
        return self.draft.as_uri()

    async def begin(self, encodings: Sequence[types.PositionEncodingKind], options: object = None) -> None:
        folder = self.draft.parent
        self.answer = await self.client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(
                    general=types.GeneralClientCapabilities(position_encodings=list(encodings)),
                    window=types.WindowClientCapabilities(
                        show_document=types.ShowDocumentClientCapabilities(support=True)
                    ),
                ),
                root_uri=folder.as_uri(),
                initialization_options=options,
            )
        )
        self.client.initialized(types.InitializedParams())

    async def open(self, text: str) -> types.PublishDiagnosticsParams:
        item = types.TextDocumentItem(self.uri, "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.published(1)

    def change(self, text: str, version: int) -> None:
        changed = types.TextDocumentContentChangeWholeDocument(text)
        identifier = types.VersionedTextDocumentIdentifier(uri=self.uri, version=version)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [changed]))

    async def published(self, version: int | None) -> types.PublishDiagnosticsParams:
        """The next diagnostics for this version of the draft."""
        while True:
            found = await asyncio.wait_for(self._published.get(), PATIENCE)
            if found.version == version:
                return found


Session = Callable[[Editor], Awaitable[Result]]
Edit = Callable[..., Any]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """Runs a session of an editor whose workspace has a draft and the source that it names."""
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")

    async def run(session: Session[Result]) -> Result:
        client = LanguageClient("editor", "1", converter_factory=converter)
        editor = Editor(client, tmp_path)
        await client.start_io(sys.executable, "-m", "xcheck", "lsp", cwd="/")
        try:
            result = await session(editor)
            await client.shutdown_async(None)
        finally:
            client.exit(None)
            await client.stop()  # type: ignore[no-untyped-call]
        return result

    return lambda session: asyncio.run(run(session))
