"""The two articles that the project starts from: what an editor must be told of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import xcheck
from xcheck.records.finding import Finding

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
UNSURE = pytest.mark.xfail(
    strict=True,
    reason="the verdict, fitted on real coverage, is not sure that the sentences make one statement and differ",
)
DIVERGENCES = [
    ("quantity-unknown", "10,000 troops", "the exact number of North Korean soldiers remains unclear"),
    *(
        pytest.param(*row, marks=UNSURE)
        for row in (
            ("modality", "deployment of 10,000 troops", "reportedly sending troops"),
            ("modality", "likely supplying shells and missiles", "provision of weapons and other military aid"),
            (
                "role",
                "U.S. Deputy Secretary of State Kurt Campbell",
                "Deputy Secretary of State for Indo-Pacific Affairs",
            ),
            ("quote", "", "“unnerving”"),
            ("attribution", "He argued that North Korea", "reports of North Korea supplying artillery shells"),
            ("place", "troops to Russia", "fight alongside Russian forces in Ukraine"),
        )
    ),
]
AGREEMENTS = [
    pytest.param(
        "growing uneasy about the strengthening relationship",
        "increasingly uneasy about the growing relationship",
        marks=UNSURE,
    ),
    ("actions that conflicted with China’s interests", "might not align with Chinese interests"),
    ("has not directly criticized Russia", "has not directly criticized the collaboration"),
    pytest.param("Beijing’s silence on the issue", "largely remained silent", marks=UNSURE),
]
EXTRAPOLATIONS = [
    "serves as a lifeline",
    "could lead to a realignment",
    "will likely see continued geopolitical shifts",
    "Fears the Worst",
]


@pytest.fixture(scope="module")
def findings() -> Sequence[Finding]:
    return xcheck.compare([xcheck.read(path) for path in sorted(SEEDS.glob("*.txt"))]).findings


def shows(finding: Finding, *wanted: str) -> bool:
    """Whether the passages of a finding, in the order of the articles, have the words."""
    passages = [one.text for one in finding.evidence]
    return len(passages) == len(wanted) and all(w in p for w, p in zip(wanted, passages, strict=True))


def test_the_figure_against_the_unknown_comes_first(findings: Sequence[Finding]) -> None:
    assert (findings[0].kind, findings[0].type) == ("divergence", "quantity-unknown")


@pytest.mark.parametrize(("kind", "one", "other"), DIVERGENCES)
def test_where_they_part(findings: Sequence[Finding], kind: str, one: str, other: str) -> None:
    assert any(f.kind == "divergence" and f.type == kind and shows(f, one, other) for f in findings)


@pytest.mark.parametrize(("one", "other"), AGREEMENTS)
def test_where_they_agree(findings: Sequence[Finding], one: str, other: str) -> None:
    assert any(f.kind == "agreement" and shows(f, one, other) for f in findings)


@pytest.mark.parametrize("words", EXTRAPOLATIONS)
def test_where_one_goes_beyond(findings: Sequence[Finding], words: str) -> None:
    assert any(f.kind == "extrapolation" and shows(f, words) for f in findings)


def test_the_second_article_goes_beyond_at_least_fifteen_times(findings: Sequence[Finding]) -> None:
    second = max(path.name for path in SEEDS.glob("*.txt"))
    beyond = {f.evidence[0].start for f in findings if f.kind == "extrapolation" and second in f.evidence[0].document}
    assert len(beyond) >= 15
