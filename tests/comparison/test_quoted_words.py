"""Quotations of two articles: the same words, run on or run together, and one remark in two wordings."""

from __future__ import annotations

import pytest

from xcheck import api
from xcheck.engine.confidence import SURE_ENOUGH
from xcheck.engine.load import load_rules
from xcheck.records.document import Document


def rules(left: str, right: str, *, preview: bool = False) -> set[str]:
    documents = [Document.from_text(text, name=name) for name, text in (("a", left), ("b", right))]
    report = api.compare(documents, rules=load_rules() if preview else None, least=0 if preview else SURE_ENOUGH)
    return {f.rule for f in report.findings}


YARD = '"We have kept the yard for eighty years," said the founder, Jon Aske, at the gate in Tolmouth on Friday.'


@pytest.mark.parametrize(
    "other",
    [
        'At the gate in Tolmouth on Friday the founder, Jon Aske, said: "We\'ve kept the yard for eighty years."',
        'At the gate in Tolmouth on Friday the founder, Jon Aske, said: "We have kept the yard for eighty years."',
    ],
)
def test_what_is_run_together_is_the_same(other: str) -> None:
    assert "XW001" not in rules(YARD, other)


def test_what_a_speaker_goes_on_to_say_belongs_to_the_quotation() -> None:
    left = '"You sold your neighbours a rotten boat and you kept their money," Judge Ida Moss told Jon Aske on Friday.'
    right = (
        '"You sold your neighbours a rotten boat," Judge Ida Moss told Jon Aske on Friday, "and two of them drowned."'
    )
    assert "XW005" in rules(left, right, preview=True)
    assert "XW005" not in rules(left, right.replace("two of them drowned", "you kept their money"), preview=True)


def test_an_apostrophe_ends_no_quotation() -> None:
    left = "'You sold them a rotten boat and it's at the bottom of the lake,' Judge Ida Moss told Jon Aske on Friday."
    right = "'You sold them a rotten boat,' Judge Ida Moss told Jon Aske on Friday, 'and it's {}.'"
    assert "XW005" in rules(left, right.format("nobody's fault but yours"), preview=True)
    assert "XW005" not in rules(left, right.format("at the bottom of the lake"), preview=True)


def test_what_may_be_one_remark_is_for_a_rule_in_preview() -> None:
    left = "The skipper of the lifeboat, Ida Moss, said after the rescue on Friday: “The medal hardly matters tonight.”"
    right = "“A medal is the last thing on my mind,” said Ida Moss, the skipper of the lifeboat, after Friday's rescue."
    assert rules(left, right).isdisjoint({"XW001", "XW005"})
    assert "XW005" in rules(left, right, preview=True)


def test_two_remarks_that_share_no_word_are_two() -> None:
    left = "The skipper of the lifeboat, Ida Moss, said after the rescue on Friday: “The medal hardly matters tonight.”"
    right = "“They never let go of the rope,” said Ida Moss, the skipper of the lifeboat, after Friday's rescue."
    assert "XW001" not in rules(left, right)
