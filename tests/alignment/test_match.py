"""Two articles about two events are not held against each other, however alike their sentences are built."""

from __future__ import annotations

import numpy as np

from xcheck import api
from xcheck.alignment import match
from xcheck.records.document import Document
from xcheck.records.report import Report

BAKERY = (
    "Odd Brekke is moving his bakery from the harbour to the old fire station in Tilmouth.",
    "The ovens, which weigh 4 tonnes, were lifted through the roof on Monday.",
    "“My grandfather would have laughed,” said his wife, Sigrid Brekke.",
    "Some 60 kinds of bread are baked there each week, she added.",
    "The neighbours said that they would miss the smell.",
    "Rents at the harbour have doubled in six years.",
    "Friends had offered a barn, but it had no water.",
    "The shop keeps its hours.",
    "A second counter could open before the summer.",
)
BEETLES = (
    "Bark beetles have killed a third of the spruces in the Garsel valley, and foresters are felling the rest.",
    "The roads into the wood have been shut since Friday, the district forester said.",
    "“You can hear them eat,” said Petra Loos, who owns 80 hectares there.",
    "Traps at 25 places will be emptied on Thursday.",
    "Walkers are asked to keep to the lower path.",
    "The first trees died beside the sawmill.",
    "In 2003 a storm in the same valley felled as many in one night.",
    "A spokeswoman for the state would not name a price for the timber.",
    "The swarm could reach the next valley by June.",
)


def _report(*articles: tuple[str, ...]) -> Report:
    return api.compare([Document.from_text("\n\n".join(a), name=f"{i}.txt") for i, a in enumerate(articles)])


def test_articles_about_two_events_have_nothing_to_agree_or_to_part_over() -> None:
    assert not any(len(f.claims) == 2 for f in _report(BAKERY, BEETLES).findings)


def test_one_sentence_in_common_is_enough_to_hold_them_against_each_other() -> None:
    changed = (*BEETLES[:-1], BAKERY[3].replace("60", "90"))
    (found,) = [f for f in _report(BAKERY, changed).findings if f.kind == "divergence"]
    assert found.type == "quantity"


def test_another_report_of_the_same_event_is_no_stranger() -> None:
    other = (
        "The Brekke bakery has left the harbour for the fire station of Tilmouth.",
        "On Monday a crane lowered its ovens, of 4 tonnes each, through the roof.",
        "Every week 60 kinds of bread come out of them.",
        "Sigrid Brekke spoke of a grandfather who laughed.",
        "The station was built in 1921 and sold by the town.",
        "At the harbour the rent is twice what it was six years ago.",
        "The shop will be open at the same hours as before.",
        "The mayor bought the first loaf.",
        "Nobody else had made an offer.",
    )
    assert sum(len(f.claims) == 2 for f in _report(BAKERY, other).findings) >= 2


def test_a_rank_is_the_worse_of_those_in_row_and_column() -> None:
    scores = np.array([[0.9, 0.8, 0.1], [0.7, 0.95, 0.2]])
    assert match._ranks(scores).tolist() == [[0, 1, 2], [1, 0, 2]]
    assert match._ranks(scores.T).tolist() == [[0, 1], [1, 0], [2, 2]]
