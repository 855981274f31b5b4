"""The report as Markdown (CommonMark with GitHub's tables and links): for a pull request or an e-mail."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import Report
from xcheck.reports.passage import Run, runs, visible
from xcheck.reports.stories import by_story, loners
from xcheck.reports.summary import HEADINGS, by_weight, counts, endings, gates, idle, label, location, told

_ACTIVE = re.compile(r"[\\`*_\[\]<>|~&$#]")
# At the start of a block these would open a list, a rule, an underlined heading or a table.
_OPENING = re.compile(r"^(?:[+=:-]|\d+(?=[.)]))")
# GitHub makes links, emoji and calls to people of these; an empty comment after the sign keeps them text.
_CALLING = re.compile(r"@(?=\w)|#(?=\d)|:(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)


def render(report: Report, texts: Mapping[str, str]) -> str:
    """The report as Markdown with every word of the articles escaped. ``texts`` by document id gives the lines."""
    blocks = ["# " + escaped(" · ".join(d.path for d in report.documents)), f"**{counts(report)}**"]
    if report.claims:
        blocks.append(f"Claims: {endings(report)}")
    paths = {d.id: d.path for d in report.documents}
    for story in by_story(report):
        if story.headline is not None:
            blocks += [f"# {escaped(story.headline)}", escaped(" · ".join(paths[name] for name in story.documents))]
        for kind, findings in by_weight(story.findings):
            blocks.append(f"## {HEADINGS[kind]}")
            blocks += [_finding(f, paths, texts) for f in findings]
    return "\n\n".join([*blocks, *_left_out(report)]) + "\n"


def escaped(text: str) -> str:
    """The text as Markdown that shows exactly this text on one line, and does nothing."""
    return _OPENING.sub(_closed, _inert(visible(text)))


def _inert(shown: str) -> str:
    return _CALLING.sub(r"\g<0><!-- -->", _ACTIVE.sub(r"\\\g<0>", shown))


def _closed(opening: re.Match[str]) -> str:
    return f"{opening[0]}\\" if opening[0].isdecimal() else f"\\{opening[0]}"


def _finding(finding: Finding, paths: Mapping[str, str], texts: Mapping[str, str]) -> str:
    head = f"### {escaped(told(finding))}\n\n{finding.severity} · {escaped(label(finding))}"
    return "\n\n".join([head, *(_passage(e, paths, texts) for e in finding.evidence)])


def _passage(evidence: Evidence, paths: Mapping[str, str], texts: Mapping[str, str]) -> str:
    path, line = location(evidence, paths, texts)
    where = escaped(path) + ("" if line is None else f", line {line}")
    return f"{where}:\n\n> {_words(runs(evidence))}"


def _words(passage: tuple[Run, ...]) -> str:
    texts = ["", *(run.text for run in passage), ""]
    shown = (
        _strong(before[-1:], run.text, after[:1]) if run.marked else _inert(run.text)
        for before, run, after in zip(texts, passage, texts[2:], strict=False)
    )
    return _OPENING.sub(_closed, "".join(shown).strip())


def _strong(before: str, text: str, after: str) -> str:
    """Bold by asterisks, or by a tag where CommonMark would not take them for marks: against letters or digits."""
    words = text.strip()
    if not words:
        return text
    lead, _, trail = text.partition(words)
    joined = (not lead and before.isalnum()) or (not trail and after.isalnum())
    left, right = ("<strong>", "</strong>") if joined else ("**", "**")
    return lead + left + _inert(words) + right + trail


def _left_out(report: Report) -> list[str]:
    blocks = []
    if report.not_flagged:
        names = "\n".join(f"- {escaped(gate)}: {n}" for gate, n in gates(report))
        blocks.append(f"## Compared and not flagged\n\n{names}")
    if alone := loners(report):
        lines = "\n".join(f"- {escaped(path)}" for path in alone)
        blocks.append(f"## Told by one article alone\n\n{lines}")
    if report.unused_suppressions:
        lines = "\n".join(f"- {escaped(sentence)}" for sentence in idle(report))
        blocks.append(f"## Idle suppressions\n\n{lines}")
    if report.skipped:
        lines = "\n".join(f"- {escaped(s.path)}: {escaped(s.reason)}" for s in report.skipped)
        blocks.append(f"## Skipped\n\n{lines}")
    return blocks
