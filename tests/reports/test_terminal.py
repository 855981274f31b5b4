from __future__ import annotations

import pytest
from rich.cells import cell_len

from xcheck.records.finding import Evidence
from xcheck.records.report import Report
from xcheck.reports.terminal import render


def test_the_whole_report_in_eighty_columns(report: Report, texts: dict[str, str]) -> None:
    assert render(report, texts) == (
        "Divergences (1)\n"
        "\n"
        "warning  north.txt gives 400 dockers; south.txt says that the number is unclear.\n"
        "         quantity-unknown · XQ002 · confidence 0.84\n"
        "         north.txt:3\n"
        "         │ Some 400 dockers walked out on Monday\n"
        "         │      ^^^^^^^^^^^\n"
        "         south.txt:3\n"
        "         │ How many dockers walked out is unclear\n"
        "         │                                ^^^^^^^\n"
        "\n"
        "Extrapolations (1)\n"
        "\n"
        "note     north.txt forecasts in its own voice.\n"
        "         XE001 · confidence 0.60\n"
        "         north.txt:4\n"
        "         │ The port could stay shut for weeks\n"
        "         │          ^^^^^\n"
        "\n"
        "Skipped notes.txt: empty: there is no text in it\n"
        "Compared and not flagged: other-event 1\n"
        "\n"
        "Claims: 2 alone\n"
        "2 claims, 0 agreements, 1 divergence, 1 extrapolation, 1 not flagged, 1 skipped\n"
    )


def test_carets_stay_under_their_words_where_a_passage_is_folded(report: Report, texts: dict[str, str]) -> None:
    lines = render(report, texts, width=40).splitlines()
    at = next(i for i, line in enumerate(lines) if line.endswith("is unclear"))
    assert lines[at + 1].index("^") == lines[at].index("unclear")
    assert lines[at + 1].count("^") == len("unclear")


@pytest.mark.parametrize("width", [1, 40, 53, 80, 160])
def test_no_line_but_the_counts_is_wider_than_asked(report: Report, texts: dict[str, str], width: int) -> None:
    *lines, _counts = render(report, texts, width=width).splitlines()
    # the name of a rule with its confidence stays whole: 51 cells
    assert max(cell_len(line) for line in lines) <= max(width, 51)


def test_wide_letters_take_two_carets(report: Report) -> None:
    shown = _lines_of(report, Evidence(document="n", start=0, end=5, text="a 港口 b", focus=((2, 4),)))
    assert shown == ["│ a 港口 b", "│   ^^^^"]


def test_a_word_longer_than_the_line_is_cut(report: Report) -> None:
    shown = _lines_of(report, Evidence(document="n", start=0, end=100, text="x" * 100, focus=((99, 100),)))
    assert shown == ["│ " + "x" * 69, "│ " + "x" * 31, "│ " + " " * 30 + "^"]


def test_an_article_cannot_steer_the_terminal(report: Report) -> None:
    nasty = "red\x1b[31m \u202edrawkcab\u2066 a\rb\x00c\u2028d\x9b"
    evil = report.findings[0].model_copy(
        update={
            "message": nasty,
            "evidence": (Evidence(document=nasty, start=0, end=len(nasty), text=nasty),),
        }
    )
    shown = render(report.model_copy(update={"findings": (evil,)}), {}, color=False)
    assert "red<U+001B>[31m <U+202E>drawkcab<U+2066> a b<U+0000>c d<U+009B>" in shown
    assert all(c == "\n" or c.isprintable() for c in shown)


def test_markup_of_the_terminal_library_is_text(report: Report) -> None:
    shown = _lines_of(report, Evidence(document="n", start=0, end=22, text="[bold]loud[/bold] :ok:"))
    assert shown == ["│ [bold]loud[/bold] :ok:"]


def test_colour_adds_escapes_and_nothing_else(
    report: Report, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    colored = render(report, texts, color=True)
    assert "\x1b[" in colored
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in render(report, texts)


def test_statistics_count_the_findings_of_each_rule(report: Report, texts: dict[str, str]) -> None:
    assert "Findings by rule\n     1  XE001\n     1  XQ002\n" in render(report, texts, statistics=True)


def test_the_heaviest_and_surest_come_first(report: Report, texts: dict[str, str]) -> None:
    base = report.findings[1]
    weights = [("note", 0.9), ("warning", 0.5), ("error", 0.1), ("warning", 0.7)]
    found = tuple(base.model_copy(update={"severity": s, "confidence": c, "message": f"{s} {c}"}) for s, c in weights)
    shown = render(report.model_copy(update={"findings": found}), texts)
    order = ["error 0.1", "warning 0.7", "warning 0.5", "note 0.9"]
    assert sorted(order, key=shown.index) == order


def test_without_findings_the_counts_remain(report: Report) -> None:
    bare = report.model_copy(update={"findings": (), "not_flagged": (), "skipped": ()})
    assert render(bare, {}) == "Claims: 2 alone\n2 claims, 0 agreements, 0 divergences, 0 extrapolations\n"


def _lines_of(report: Report, evidence: Evidence) -> list[str]:
    """What is shown of one passage, its margin taken off."""
    one = report.findings[0].model_copy(update={"evidence": (evidence,)})
    shown = render(report.model_copy(update={"findings": (one,)}), {})
    return [line.strip() for line in shown.splitlines() if line.strip().startswith("│")]
