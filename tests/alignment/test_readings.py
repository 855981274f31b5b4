"""Which sentence pairs the judge is asked about, and in what order."""

from __future__ import annotations

from collections.abc import Sequence

from xcheck.alignment.match import Alignment, align
from xcheck.alignment.readings import with_readings
from xcheck.alignment.sentences import sentences
from xcheck.alignment.vectors import embed
from xcheck.api import claims_of
from xcheck.judge.model import Pair
from xcheck.records.document import Document
from xcheck.records.reading import Reading

LEFT = "A fire destroyed the mill at Orle on Sunday.\n"
RIGHT = "The mill at Orle was destroyed by fire on Sunday.\n"


def aligned(left: str, right: str) -> Alignment:
    found = claims_of([Document.from_text(left, name="a"), Document.from_text(right, name="b")])
    sides = [sentences(own) for own in found]
    return align(sides[0], sides[1], *[embed([s.span.text for s in side]) for side in sides])


class Asked:
    """A reader that keeps what it is asked and answers with where the first sentence's words stand."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []

    def __call__(self, pairs: Sequence[Pair]) -> list[Reading]:
        self.pairs += pairs
        return [
            Reading(
                same=0.9,
                differ=0.05,
                other=0.05,
                borne_out=0.9,
                contradicted=0.05,
                not_said=0.05,
                type="time",
                left=(0, len(p.first)),
                right=(0, 1),
            )
            for p in pairs
        ]


def test_the_order_of_peers_is_that_of_their_words() -> None:
    one, other = Asked(), Asked()
    with_readings({0: aligned(LEFT, RIGHT)}, one)
    with_readings({0: aligned(RIGHT, LEFT)}, other)
    assert one.pairs == other.pairs != []


def test_marked_words_stay_with_their_sentence() -> None:
    for left, right in ((LEFT, RIGHT), (RIGHT, LEFT)):
        pair = with_readings({0: aligned(left, right)}, Asked())[0].pairs[0]
        assert pair.reading is not None
        first = min(LEFT, RIGHT).strip()
        whole = pair.reading.left if pair.left.span.text == first else pair.reading.right
        assert whole == (0, len(first))


def test_of_a_draft_the_source_comes_first() -> None:
    asked = Asked()
    with_readings({0: aligned(RIGHT, LEFT)}, asked, drafts=True)
    assert asked.pairs == [Pair(LEFT.strip(), RIGHT.strip())]


def test_equal_pairs_are_read_once() -> None:
    asked = Asked()
    found = with_readings({0: aligned(LEFT, RIGHT), 1: aligned(LEFT, RIGHT)}, asked)
    assert len(asked.pairs) == 1
    assert found[0].pairs[0].reading == found[1].pairs[0].reading


def test_pairs_that_hardly_meet_are_not_read() -> None:
    asked = Asked()
    found = with_readings({0: aligned(LEFT, "Bread prices in Korvel rose by a tenth last year.\n")}, asked)
    assert asked.pairs == []
    assert all(p.reading is None for p in found[0].pairs)
