"""Denial, its scope, and two denials that cancel out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from xcheck.claims import polarity

if TYPE_CHECKING:
    from tests.claims.conftest import ClauseOf

DENIED = [
    ("The inspectors did not find asbestos.", "find"),
    ("The mill no longer makes paper.", "makes"),
    ("The mayor never signed the lease.", "signed"),
    ("Nobody was hurt in the blast.", "hurt"),
    ("The pumps won‘t start before Friday.", "start"),
    ("The ferry doesnʼt sail in winter.", "sail"),
    ("The guards couldn´t open the gate.", "open"),
    ("The lift won`t move.", "move"),
    ("None of the flights was cancelled.", "cancelled"),
    ("Neither side accepted the offer.", "accepted"),
    ("The divers found no survivors.", "found"),
    ("There was no evidence of a leak.", "was"),
    ("At no point did the guards open fire.", "open"),
    ("The crew were unable to reach the wreck.", "were"),
    ("The committee failed to elect a leader.", "failed"),
    ("The court declined to hear the case.", "declined"),
    ("The union ruled out joining the talks.", "ruled"),
    ("The board has yet to decide.", "has"),
    ("The club did not manage to sign him.", "manage"),
    ("The ministry denied that the dam had leaked.", "leaked"),
    ("Auditors do not believe that the bank lied.", "lied"),
    ("There is no evidence that a clerk took the money.", "took"),
    ("They left without paying the rent.", "paying"),
    ("The envoy stopped short of blaming the army.", "blaming"),
    ("The bus did not stop or slow down.", "slow"),
    ("The army denied the closure of the border.", "closure"),
]
AFFIRMED = [
    ("The inspectors found asbestos.", "found"),
    ("Not all of the seats have been taken.", "taken"),
    ("Not everyone on the pier was angry.", "was"),
    ("The players not only won but broke a record.", "won"),
    ("No fewer than ten men were rescued.", "rescued"),
    ("Talks did not end until midnight.", "end"),
    ("It is not impossible that this truce will fail.", "fail"),
    ("The keeper did not fail to notice the crack.", "fail"),
    ("Nobody denies that the dam leaked.", "leaked"),
    ("The minister did not deny that ships were lost.", "lost"),
    ("The clerk did not say that the vote was lost.", "lost"),
]


@pytest.mark.parametrize(("text", "word"), DENIED)
def test_denied(clause_of: ClauseOf, text: str, word: str) -> None:
    assert polarity.of(clause_of(text, word)) == "negated"


@pytest.mark.parametrize(("text", "word"), AFFIRMED)
def test_affirmed(clause_of: ClauseOf, text: str, word: str) -> None:
    assert polarity.of(clause_of(text, word)) == "affirmed"


@pytest.mark.parametrize(
    ("text", "word", "core"),
    [
        ("The committee failed to elect a leader.", "failed", "elect"),
        ("The strike is likely to close the port.", "is", "close"),
        ("The union ruled out joining the talks.", "ruled", "joining"),
        ("The port was closed.", "closed", "closed"),
        ("The firm ruled out a sale.", "ruled", "ruled"),
    ],
)
def test_core_is_what_polarity_is_about(clause_of: ClauseOf, text: str, word: str, core: str) -> None:
    assert polarity.core(clause_of(text, word)).text == core
