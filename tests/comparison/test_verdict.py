"""What speaks for two sentences agreeing, for differing, and for making two statements."""

from __future__ import annotations

import pytest

from xcheck.api import compare
from xcheck.comparison.cases import judged
from xcheck.comparison.cases.verdict import Verdict, verdict
from xcheck.nlp.lexicons.fitted import VerdictModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.document import Document


def signals(*, judged: bool, **given: float) -> dict[str, float]:
    peers = lexicon(VerdictModel).peers
    names = (peers.with_judge if judged else peers.without_judge).same.weights
    return {**dict.fromkeys(names, 0.0), **{name.replace("_", "-"): value for name, value in given.items()}}


@pytest.mark.parametrize("judged", [True, False])
def test_probabilities_add_up(*, judged: bool) -> None:
    found = verdict(signals(judged=judged))
    assert 0 < found.same < 1
    assert 0 < found.differ < 1
    assert found.one == pytest.approx(found.same + found.differ)
    assert found.one < 1


@pytest.mark.parametrize("judged", [True, False])
def test_sentences_that_meet_are_likelier_one_statement(*, judged: bool) -> None:
    assert verdict(signals(judged=judged, meeting=2.0)).one > verdict(signals(judged=judged, meeting=-2.0)).one


def test_the_judge_tells_differences_from_agreement() -> None:
    fits = verdict(signals(judged=True, judge_one=3.0, judge_fit=-4.0, judge_same=3.0, judge_differ=-4.0))
    parts = verdict(signals(judged=True, judge_one=3.0, judge_fit=4.0, judge_same=-4.0, judge_differ=3.0))
    assert fits.same > fits.differ
    assert parts.differ > parts.same


def test_another_figure_speaks_against_agreement_without_a_judge() -> None:
    quiet = signals(judged=False, meeting=2.0)
    assert verdict({**quiet, "clash-quantity": 1.0, "figure-other": 1.0}).differ > verdict(quiet).differ


def test_without_a_judge_no_difference_is_raised_that_no_slot_explains(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judged, "verdict", lambda _signals, _held: Verdict(same=0.05, differ=0.9))
    texts = {
        "a": "The mill at Orle burned down on Sunday.\n",
        "b": "On Sunday the mill at Orle burned to the ground.\n",
    }
    documents = [Document.from_text(text, name=name) for name, text in texts.items()]
    assert "XJ001" in {f.rule for f in compare(documents, least=0.0).findings}
    assert "XJ001" not in {f.rule for f in compare(documents, judged=False, least=0.0).findings}
