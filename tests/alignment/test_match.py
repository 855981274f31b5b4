"""Two articles about two events are not held against each other, however alike their sentences are built."""

from __future__ import annotations

from xcheck import api
from xcheck.records.document import Document
from xcheck.records.report import Report

SALE = (
    "Orsel Mills lost a fifth of its value on Monday after the spinner cut its forecast.",
    "The company now expects to earn between 40 million and 45 million crowns this year.",
    "“The orders are not there,” said its chief executive, Brita Falkvard.",
    "Some 310 jobs will go at the works in Hallunda, she added.",
    "The union said that it had not been told.",
    "Shares fell as low as 17 crowns in the first hour of trading.",
    "Analysts had expected a weak quarter, but not a loss.",
    "The dividend was left unchanged at 2 crowns.",
    "A new owner could be found within a year.",
)
CLINIC = (
    "Nine patients fell ill at the Sorvik clinic last week, and two of them have died.",
    "The ward has been closed since Friday, the county doctor said.",
    "“We do not know yet where it came from,” said Jonas Hede, who runs the clinic.",
    "Tests on 64 members of staff will take until Thursday.",
    "Visitors are asked to stay away for the time being.",
    "The bacteria were found in a basin on the second floor.",
    "In 2017 an outbreak in the same house lasted for three months.",
    "A spokeswoman for the ministry would not say how much the repairs will cost.",
    "The number of those infected could rise.",
)


def _report(*articles: tuple[str, ...]) -> Report:
    return api.compare([Document.from_text("\n\n".join(a), name=f"{i}.txt") for i, a in enumerate(articles)])


def test_articles_about_two_events_have_nothing_to_agree_or_to_part_over() -> None:
    assert not any(len(f.claims) == 2 for f in _report(SALE, CLINIC).findings)


def test_one_sentence_in_common_is_enough_to_hold_them_against_each_other() -> None:
    changed = (*CLINIC[:-1], SALE[3].replace("310", "510"))
    (found,) = [f for f in _report(SALE, changed).findings if f.kind == "divergence"]
    assert found.type == "quantity"


def test_another_report_of_the_same_event_is_no_stranger() -> None:
    other = (
        "Shares of the spinner Orsel Mills dropped by 20 percent in early trading on Monday.",
        "The firm, which employs 2,100 people, said that it would close a hall in Hallunda.",
        "About 300 people lose their jobs there.",
        "Brita Falkvard, the chief executive, spoke of missing orders.",
        "The works were opened by her grandfather in 1921.",
        "Earnings will reach 45 million crowns at most this year, according to the forecast.",
        "Shareholders will still be paid 2 crowns a share.",
        "The mayor said that the town would help.",
        "Nobody from the union was at hand.",
    )
    assert sum(len(f.claims) == 2 for f in _report(SALE, other).findings) >= 2
