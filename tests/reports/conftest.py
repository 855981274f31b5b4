"""A small report, made by hand: two invented articles and what could be found in them."""

from __future__ import annotations

import pytest

from xcheck.records.base import Span
from xcheck.records.finding import Evidence, Finding
from xcheck.records.report import NotFlagged, Report, ReportedClaim, ReportedDocument, Skipped
from xcheck.records.sentence import Sentence

NORTH = "Ferry strike looms\n\nSome 400 dockers walked out on Monday.\nThe port could stay shut for weeks.\n"
SOUTH = "Dockers walk out\n\nHow many dockers walked out is unclear.\nThe walkout began on Monday.\n"


@pytest.fixture
def texts() -> dict[str, str]:
    return {"north.txt": NORTH, "south.txt": SOUTH}


@pytest.fixture
def report() -> Report:
    figure = Finding(
        id="f1",
        rule="XQ002",
        kind="divergence",
        type="quantity-unknown",
        severity="warning",
        confidence=0.84,
        message="north.txt gives 400 dockers; south.txt says that the number is unclear.",
        fingerprint="0123456789abcdef",
        claims=("n1", "s1"),
        evidence=(
            _evidence("north.txt", NORTH, "Some 400 dockers walked out on Monday", "400 dockers"),
            _evidence("south.txt", SOUTH, "How many dockers walked out is unclear", "unclear"),
        ),
    )
    forecast = figure.model_copy(
        update={
            "id": "f2",
            "rule": "XE001",
            "kind": "extrapolation",
            "type": None,
            "severity": "note",
            "confidence": 0.6,
            "message": "north.txt forecasts in its own voice.",
            "claims": ("n2",),
            "evidence": (_evidence("north.txt", NORTH, "The port could stay shut for weeks", "could"),),
        }
    )
    return Report(
        documents=tuple(ReportedDocument(id=name, path=name) for name in ("north.txt", "south.txt")),
        claims=(_claim("n1", "north.txt", NORTH), _claim("s1", "south.txt", SOUTH)),
        findings=(forecast, figure),
        not_flagged=(NotFlagged(claims=("n1", "s1"), gate="other-event", message="Two events."),),
        skipped=(Skipped(path="notes.txt", reason="empty: there is no text in it"),),
    )


def _evidence(document: str, text: str, passage: str, focus: str) -> Evidence:
    start = text.index(passage)
    at = text.index(focus, start)
    return Evidence(
        document=document, start=start, end=start + len(passage), text=passage, focus=((at, at + len(focus)),)
    )


def _claim(name: str, document: str, text: str) -> ReportedClaim:
    span = Span(start=0, end=5, text=text[:5])
    return ReportedClaim(id=name, document=document, start=0, end=5, text=text[:5], sentence=Sentence(**dict(span)))
