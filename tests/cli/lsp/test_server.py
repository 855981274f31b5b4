from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlparse

import pytest
from lsprotocol import types
from lsprotocol.types import PositionEncodingKind as Encoding

if TYPE_CHECKING:
    from tests.cli.lsp.conftest import Edit, Editor

CODECS = {Encoding.Utf8: "utf-8", Encoding.Utf16: "utf-16-le", Encoding.Utf32: "utf-32-le"}
WIDTHS = {Encoding.Utf8: 1, Encoding.Utf16: 2, Encoding.Utf32: 4}


def stretch(text: str, found: types.Range, encoding: Encoding) -> str:
    """What an editor that counts in ``encoding`` underlines; the range lies on one line."""
    assert found.start.line == found.end.line
    data = text.split("\n")[found.start.line].encode(CODECS[encoding])
    return data[found.start.character * WIDTHS[encoding] : found.end.character * WIDTHS[encoding]].decode(
        CODECS[encoding]
    )


def figures(found: types.PublishDiagnosticsParams) -> types.Diagnostic:
    (one,) = [d for d in found.diagnostics if d.code == "XQ001"]
    return one


@pytest.mark.parametrize(
    ("offered", "agreed"),
    [
        ([Encoding.Utf8], Encoding.Utf8),
        ([Encoding.Utf16], Encoding.Utf16),
        ([Encoding.Utf32, Encoding.Utf16], Encoding.Utf32),
    ],
)
def test_a_finding_lies_under_its_words_on_both_sides(
    edit: Edit, offered: Sequence[Encoding], agreed: Encoding
) -> None:
    async def session(editor: Editor) -> tuple[types.InitializeResult | None, types.PublishDiagnosticsParams, str]:
        await editor.begin(offered)
        text = editor.draft.read_text(encoding="utf-8")
        return editor.answer, await editor.open(text), text

    answer, found, draft = edit(session)
    assert answer.capabilities.position_encoding == agreed
    one = figures(found)
    assert (one.source, one.severity) == ("xcheck", types.DiagnosticSeverity.Error)
    assert "900 dockers" in stretch(draft, one.range, agreed)
    assert stretch(draft, one.range, agreed)[:5] in ("about", "900 d")
    (other,) = one.related_information or []
    wire = Path(unquote(urlparse(other.location.uri).path))
    assert wire.name == "wire.txt"
    assert "400 dockers" in stretch(wire.read_text(encoding="utf-8"), other.location.range, agreed)
    assert "400 dockers walked out" in other.message


def test_hover_shows_the_page_of_the_rule(edit: Edit) -> None:
    async def session(editor: Editor) -> list[types.Hover | None]:
        await editor.begin([Encoding.Utf16])
        found = figures(await editor.open(editor.draft.read_text(encoding="utf-8")))
        document = types.TextDocumentIdentifier(editor.uri)
        places = [found.range.start, types.Position(0, 0)]
        return [await editor.client.text_document_hover_async(types.HoverParams(document, at)) for at in places]

    inside, outside = edit(session)
    assert inside.contents.kind == types.MarkupKind.Markdown
    assert inside.contents.value.startswith("# XQ001 ")
    assert "## Why it matters" in inside.contents.value
    assert outside is None


def test_the_code_action_writes_a_suppression_and_selects_its_reason(edit: Edit) -> None:
    async def session(editor: Editor) -> tuple[types.CodeAction, list[types.ShowDocumentParams], str]:
        await editor.begin([Encoding.Utf16])
        text = editor.draft.read_text(encoding="utf-8")
        found = figures(await editor.open(text))
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(editor.uri), found.range, types.CodeActionContext([found])
            )
        )
        (action,) = actions or []
        assert isinstance(action, types.CodeAction)
        assert action.command
        await editor.client.workspace_execute_command_async(
            types.ExecuteCommandParams(action.command.command, action.command.arguments)
        )
        return action, editor.documents, editor.uri

    action, documents, uri = edit(session)
    (change,) = action.edit.changes[uri]
    assert change.new_text == " <!-- xcheck: ignore[XQ001] reason -->"
    assert change.range.start == change.range.end
    assert change.range.start.line == 5
    (asked,) = documents
    start = asked.selection.start.character - change.range.start.character
    assert change.new_text[start : start + 6] == "reason"
    assert asked.selection.end.character - asked.selection.start.character == 6


def test_findings_come_and_go_while_one_writes(edit: Edit) -> None:
    async def session(editor: Editor) -> list[list[str]]:
        await editor.begin([Encoding.Utf16], {"delay": 0.2})
        draft = editor.draft.read_text(encoding="utf-8")
        seen = [await editor.open(draft.replace("900", "400"))]
        editor.change(draft.replace("900", "500"), 2)  # overtaken before it is checked
        editor.change(draft, 3)
        seen.append(await editor.published(3))
        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(editor.uri))
        )
        seen.append(await editor.published(None))
        return [[str(d.code) for d in one.diagnostics] for one in seen]

    agreeing, differing, closed = edit(session)
    assert "XQ001" not in agreeing
    assert "XQ001" in differing
    assert closed == []


def test_the_option_names_sources_of_every_draft(edit: Edit) -> None:
    async def session(editor: Editor) -> tuple[list[str], list[types.Diagnostic]]:
        draft = editor.draft.read_text(encoding="utf-8").replace("sources: [wire.txt]", "title: Walkout")
        await editor.begin([Encoding.Utf16], {"against": "wire.txt"})
        with_option = await editor.open(draft)
        return editor.messages, list(with_option.diagnostics)

    messages, found = edit(session)
    assert messages == []
    assert "XQ001" in [d.code for d in found]


def test_a_suppression_lets_pass_and_an_idle_one_is_told(edit: Edit) -> None:
    async def session(editor: Editor) -> tuple[list[types.Diagnostic], str]:
        await editor.begin([Encoding.Utf16])
        draft = editor.draft.read_text(encoding="utf-8").rstrip()
        text = f"{draft} <!-- xcheck: ignore[XQ001] the wire erred --> <!-- xcheck: ignore[XT001] as well -->\n"
        return list((await editor.open(text)).diagnostics), text

    found, text = edit(session)
    assert "XQ001" not in [d.code for d in found]
    (idle,) = [d for d in found if "idle" in d.message]
    assert stretch(text, idle.range, Encoding.Utf16) == "<!-- xcheck: ignore[XT001] as well -->"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Walkout\n\nSome 900 dockers walked out at Port Aldery on Monday.\n", "nothing to check it against"),
        ("\n", "empty"),
        ("---\nsources: [gone.txt]\n---\nSome 900 dockers walked out at Port Aldery.\n", "'gone.txt'"),
        ("---\nsources: [\n---\nSome 900 dockers walked out at Port Aldery.\n", "draft.md"),
        ("Some 900 dockers\x00\x00\x00\x00 walked out at Port Aldery.\n", "not text"),
    ],
)
def test_what_cannot_be_checked_is_told_once_and_ends_nothing(edit: Edit, text: str, said: str) -> None:
    async def session(editor: Editor) -> tuple[types.PublishDiagnosticsParams, list[str]]:
        await editor.begin([Encoding.Utf16], {"delay": 0})
        await editor.open(text)
        editor.change(text, 2)
        return await editor.published(2), editor.messages

    found, messages = edit(session)
    assert list(found.diagnostics) == []
    assert len(messages) == 1
    assert said in messages[0]
