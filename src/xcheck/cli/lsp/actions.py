"""What an editor offers at a finding: the page of its rule, and a suppression with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    Diagnostic,
    Hover,
    MarkupContent,
    MarkupKind,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from xcheck.cli.lsp.diagnostics import SOURCE
from xcheck.cli.lsp.positions import Lines
from xcheck.engine.page import page
from xcheck.records.rule import Rule

SELECT_REASON = "xcheck.selectReason"
_REASON = "reason"


def hover(position: Position, shown: Sequence[Diagnostic], rules: Sequence[Rule]) -> Hover | None:
    """The pages of the rules whose findings lie at ``position``, each once; ``None`` where there is none."""
    here = [d for d in shown if d.range.start <= position <= d.range.end]
    codes = dict.fromkeys(d.code for d in here)
    pages = [page(rule) for code in codes for rule in rules if rule.id == code]
    if not pages:
        return None
    return Hover(MarkupContent(MarkupKind.Markdown, "\n---\n\n".join(pages)), here[0].range)


def suppressions(uri: str, lines: Lines, at: Sequence[Diagnostic], *, select: bool) -> Iterator[CodeAction]:
    """For each finding of ours an edit that suppresses it, as a comment at the end of its line.

    The reason is the writer's to give: where ``select`` is set, the editor is asked to select the word that stands
    for it. A comment on a line of its own would cut a paragraph of Markdown in two.
    """
    for diagnostic in at:
        if diagnostic.source == SOURCE and isinstance(diagnostic.code, str):
            end = lines.end_of(_line(diagnostic))
            head, tail = f" <!-- xcheck: ignore[{diagnostic.code}] ", " -->"
            first = Position(end.line, end.character + len(head))
            reason = Range(first, Position(end.line, first.character + len(_REASON)))
            yield CodeAction(
                title=f"Ignore {diagnostic.code} here, with a reason",
                kind=CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                edit=WorkspaceEdit(changes={uri: [TextEdit(Range(end, end), f"{head}{_REASON}{tail}")]}),
                command=Command("Select the reason", SELECT_REASON, arguments=[uri, reason]) if select else None,
            )


def _line(diagnostic: Diagnostic) -> int:
    """The line on which the passage begins, which the diagnostic brings back from the editor, if the editor can."""
    data = diagnostic.data
    line = data.get("line") if isinstance(data, dict) else getattr(data, "line", None)
    return line if isinstance(line, int) else diagnostic.range.start.line
