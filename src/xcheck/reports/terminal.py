"""The report for a terminal: both passages of each finding, with carets under the words that it turns on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping

from rich.cells import cell_len
from rich.text import Text

from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report
from xcheck.reports.passage import Run, runs, visible
from xcheck.reports.stories import Told, by_story, loners
from xcheck.reports.summary import (
    HEADINGS,
    by_weight,
    counts,
    endings,
    fresh,
    gates,
    idle,
    label,
    location,
    rules,
    some,
)
from xcheck.reports.summary import told as words_of

NARROWEST = 40
_MARGIN = " " * 9
_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_MARK_STYLE = "bold magenta"
# What GitHub's runners take for a workflow command: in its old form anywhere in a line, else where a line begins.
_COMMAND = re.compile(r"(?<=##)\[|(?m:^ *):(?=:)")


def render(  # noqa: PLR0913 - how it looks: each has a name and a default
    report: Report,
    texts: Mapping[str, str],
    *,
    width: int = 80,
    color: bool = False,
    statistics: bool = False,
    agreements: bool = True,
) -> str:
    """The report, folded to ``width`` cells (at least 40), with ANSI colours only where ``color`` is set.

    Paths, labels and the counts stay on one line each. ``texts`` by document id gives the line numbers;
    ``statistics`` adds the findings of each rule; without ``agreements`` they are counted and not listed.
    """
    width = max(width, NARROWEST)
    paths = {d.id: d.path for d in report.documents}
    lines: list[Text] = []
    listed = [f for f in fresh(report.findings) if agreements or f.kind != "agreement"]
    for told in by_story(report.model_copy(update={"findings": tuple(listed)})):
        lines += [*_heading(told, paths, width)]
        for kind, findings in by_weight(told.findings):
            lines += [Text(f"{HEADINGS[kind]} ({len(findings)})", style="bold underline"), Text()]
            for finding in findings:
                lines += [*_finding(finding, paths, texts, width), Text()]
    lines += _left_out(report, width)
    if statistics:
        lines += _statistics(listed)
    ended = [Text(line) for line, _ in _wrapped([Run(f"Claims: {endings(report)}", marked=False)], width)]
    return _printed(
        [*lines, *(ended if report.claims else []), Text(counts(report, agreements=agreements), style="bold")],
        color=color,
    )


def _heading(told: Told, paths: Mapping[str, str], width: int) -> Iterator[Text]:
    """The heading of a story, with the articles that tell it; of the one story of a report none."""
    if told.headline is None:
        return
    shown = visible(f"{told.headline} — {some([paths[name] for name in told.documents])}")
    yield from (Text(line, style="bold reverse") for line, _ in _wrapped([Run(shown, marked=False)], width))
    yield Text()


def _finding(finding: Finding, paths: Mapping[str, str], texts: Mapping[str, str], width: int) -> Iterator[Text]:
    severity = Text(f"{finding.severity:<{len(_MARGIN)}}", style=_STYLES[finding.severity])
    for i, (line, _) in enumerate(_wrapped([Run(visible(words_of(finding)), marked=False)], width - len(_MARGIN))):
        yield (severity if i == 0 else Text(_MARGIN)) + Text(line, style="bold")
    yield Text(_MARGIN + label(finding), style="dim")
    for evidence in finding.evidence:
        path, number = location(evidence, paths, texts)
        yield Text(_MARGIN + visible(path) + ("" if number is None else f":{number}"), style="cyan")
        yield from _passage(evidence, width)


def _passage(evidence: Evidence, width: int) -> Iterator[Text]:
    border = _MARGIN + "│ "
    for line, carets in _wrapped(runs(evidence), width - len(border)):
        yield Text(border, style="dim") + Text(line)
        if carets:
            yield Text(border, style="dim") + Text(carets, style=_MARK_STYLE)


def _wrapped(parts: Iterable[Run], width: int) -> Iterator[tuple[str, str]]:
    """Lines of at most ``width`` cells, broken at spaces where there are any, each with its line of carets."""
    cells = [(c, 1 if " " <= c <= "~" else cell_len(c), run.marked) for run in parts for c in run.text]
    start = 0
    while start < len(cells):
        end, following = _line_end(cells, start, width)
        line = cells[start:end]
        yield "".join(c for c, _, _ in line), "".join(("^" if m else " ") * w for _, w, m in line).rstrip()
        start = following


def _line_end(cells: list[tuple[str, int, bool]], start: int, width: int) -> tuple[int, int]:
    """Where the line that begins at ``start`` ends, and where the next one begins."""
    used, space = 0, None
    for i in range(start, len(cells)):
        used += cells[i][1]
        if cells[i][0] == " ":
            space = i
        elif used > width:
            return (space, space + 1) if space is not None and space > start else (max(i, start + 1), max(i, start + 1))
    return len(cells), len(cells)


def _left_out(report: Report, width: int) -> Iterator[Text]:
    notes = [f"Skipped {visible(s.path)}: {visible(s.reason)}" for s in report.skipped]
    notes += [visible(f"Told by one article alone: {path}") for path in loners(report)]
    notes += [visible(sentence) for sentence in idle(report)]
    if report.not_flagged:
        notes.append("Compared and not flagged: " + ", ".join(f"{gate} {n}" for gate, n in gates(report)))
    for note in notes:
        yield from (Text(line) for line, _ in _wrapped([Run(note, marked=False)], width))
    if notes:
        yield Text()


def _statistics(listed: Iterable[Finding]) -> Iterator[Text]:
    yield Text("Findings by rule", style="bold underline")
    yield from (Text(f"{n:>6}  {rule}") for rule, n in rules(listed))
    yield Text()


def _printed(lines: Iterable[Text], *, color: bool) -> str:
    """The lines as one string. The console, which colours alone need, sees no environment: the caller decides."""
    if color:
        from rich.console import Console  # noqa: PLC0415 - what plain text spares

        console = Console(
            file=io.StringIO(), force_terminal=True, color_system="standard", legacy_windows=False, _environ={}
        )
        with console.capture() as captured:
            for line in lines:
                console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
        printed = captured.get()
    else:
        printed = "".join(f"{line.plain}\n" for line in lines)
    return _COMMAND.sub(lambda found: f"{found[0][:-1]}<U+{ord(found[0][-1]):04X}>", printed)
