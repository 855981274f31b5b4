from __future__ import annotations

import pytest

from xcheck.records.claim import Claim
from xcheck.records.sentence import Sentence
from xcheck.reports.html_article import blocks, shown, ticks
from xcheck.reports.html_standing import Standing

LINE = "This is one line of a text of which somebody thought that it should be"
TEXT = "The mayor said that the bridge would close. Rain fell."


def _claim(name: str, words: str) -> Claim:
    start = TEXT.index(words)
    return Claim(
        id=name, document="a", start=start, end=start + len(words), text=words,
        sentence=Sentence(start=0, end=len(TEXT), text=TEXT),
    )  # fmt: skip


OUTER = _claim("outer", "The mayor said that the bridge would close")
INNER = _claim("inner", "that the bridge would close")
LAST = _claim("last", "Rain fell")


def _marked(standing: dict[str, Standing]) -> list[tuple[str, int]]:
    found = blocks(shown(TEXT), list(enumerate([OUTER, INNER, LAST])), standing, None)
    return [(run.text, run.claim) for block in found for run in block.runs]


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("divergence", "agreement", [("The mayor said ", 0), ("that the bridge would close", 1)]),
        ("divergence", "alone", [("The mayor said that the bridge would close", 0)]),
        ("alone", "agreement", [("The mayor said ", 0), ("that the bridge would close", 1)]),
        ("not-compared", "alone", [("The mayor said that the bridge would close", 0)]),
    ],
)
def test_the_innermost_claim_with_something_to_tell_marks_the_words(
    outer: Standing, inner: Standing, expected: list[tuple[str, int]]
) -> None:
    marked = _marked({"outer": outer, "inner": inner, "last": "extrapolation"})
    assert marked == [*expected, (". ", -1), ("Rain fell", 2), (".", -1)]


def test_gaps_and_runs_together_are_the_text() -> None:
    text = f"A headline\nBy Ann Orr\n\n{LINE}\nwrapped at a margin.\nAnother paragraph.\n\n\tThe end\u200b here\n"
    seen = shown(text)
    found = list(blocks(seen, [], {}, "A headline"))
    assert "".join(b.gap + "".join(r.text for r in b.runs) for b in found) == seen.text.rstrip("\n")
    assert [b.title for b in found] == [True, False, False, False, False]
    assert [b.runs[0].text for b in found][2] == f"{LINE}\nwrapped at a margin."


def test_a_claim_over_two_paragraphs_begins_once() -> None:
    text = "First part.\n\nSecond part."
    claim = OUTER.model_copy(update={"start": 0, "end": len(text)})
    runs = [r for b in blocks(shown(text), [(7, claim)], {"outer": "agreement"}, None) for r in b.runs]
    assert [(r.claim, r.first) for r in runs] == [(7, True), (7, False)]


def test_what_would_steer_is_spelled_out_and_counted() -> None:
    seen = shown("a\u202e\U0001f600b")
    assert seen.text == "a<U+202E>\U0001f600b"
    assert seen.at == (0, 1, 9, 11, 12)
    assert seen.points == (0, 1, 9, 10, 11)


def test_the_strip_draws_the_gravest_last() -> None:
    found = ticks(len(TEXT), [OUTER, INNER, LAST], {"outer": "divergence", "inner": "agreement", "last": "alone"})
    assert [t.standing for t in found] == ["agreement", "divergence"]
    assert 0 <= found[0].start <= found[0].start + found[0].length <= 1000
