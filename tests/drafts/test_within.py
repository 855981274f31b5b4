from __future__ import annotations

from datetime import date

import pytest

from xcheck import check
from xcheck.records.document import Document

SOURCE = "The town council met on Tuesday.\n"


def rules(text: str) -> list[str]:
    draft = Document.from_text(text, name="draft", published=date(2024, 5, 6))
    report = check(draft, against=[Document.from_text(SOURCE, name="source")])
    return [f.rule for f in report.findings if f.rule.startswith("XD")]


@pytest.mark.parametrize(
    ("headline", "body", "rule"),
    [
        (
            "Storm leaves 3,000 homes in Quillby without power",
            "The storm left 2,000 homes in Quillby without power on Friday, the grid company said.",
            "XD001",
        ),
        (
            "Council to spend 12 million euros on Korvel bridge",
            "The council will spend 15 million euros on the repair of the Korvel bridge, it said on Monday.",
            "XD001",
        ),
        (
            "Bridge at Korvel to close on 3 May",
            "The city will close the Korvel bridge on 9 May 2024, the council said.",
            "XD002",
        ),
        (
            "Bank at Tolmouth founded by Ida Moss marks its day",
            "Petra Hale founded the bank at Tolmouth in 2004. Ida Moss founded the bank at Tolmouth in 2004.",
            "XD003",
        ),
    ],
)
def test_what_a_change_leaves_behind(headline: str, body: str, rule: str) -> None:
    assert rule in rules(f"{headline}\n\n{body}\n")


def test_a_later_paragraph() -> None:
    text = (
        "Storm hits Quillby\n\nThe storm left 3,000 homes in Quillby without power on Friday.\n"
        "Mayor Jon Reed called for calm.\n"
        "Crews work on a line in Quillby, where 2,000 homes lost power in Friday's storm.\n"
    )
    assert rules(text) == ["XD001"]


@pytest.mark.parametrize(
    "text",
    [
        "Storm leaves 3,000 homes in Quillby without power\n\nThe storm left 3,000 homes in Quillby without power.\n",
        "Storm\n\nA storm left 3,000 homes in Quillby without power.\nIt left 900 homes in Denby without power.\n",
        "Walkout\n\nSome 400 dockers walked out at Port Aldery on Monday.\nAbout 60 dockers stayed at work.\n",
        "Bridge\n\nThe city will spend 15 million euros on the bridge.\nIn 2019 it spent 3 million on a wall.\n",
    ],
)
def test_a_consistent_draft_is_left_in_peace(text: str) -> None:
    assert rules(text) == []


def test_peers_are_not_held_against_themselves() -> None:
    from xcheck import compare  # noqa: PLC0415

    text = "Storm leaves 3,000 homes in Quillby without power\n\nThe storm left 2,000 homes in Quillby without power.\n"
    documents = [Document.from_text(t, name=n) for n, t in (("a", text), ("b", SOURCE))]
    assert not [f for f in compare(documents).findings if f.rule.startswith("XD")]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Reed bought the mill on Monday. Jon Reed will retire in August.",
        "Petra Hale joined the guild on Friday. Petra Hale will marry in June.",
        "Petra Hale sold the brewery on 2 May 2024. Petra Hale opened the tannery on 4 May 2024.",
    ],
)
def test_two_deeds_on_two_days_are_no_contradiction(text: str) -> None:
    assert "XD002" not in rules(f"Notes from Tolmouth\n\n{text}\n")


def test_one_deed_on_two_days_is_one() -> None:
    text = "Petra Hale sold the brewery at Tarn on 2 May 2024. Petra Hale sold the brewery at Tarn on 4 May 2024.\n"
    assert "XD002" in rules(f"Notes from Tolmouth\n\n{text}")
