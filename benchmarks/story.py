"""An invented story told by many articles: they share most facts, part over some, and some print one agency text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from xcheck.records.document import Document

# One fact a line; the forms of a fact part over a figure, a day, a speaker, a hedge or a denial, or only over words.
_FACTS: tuple[tuple[str, ...], ...] = (
    (
        "The ferry Aurelia ran aground off Brennick on Monday evening.",
        "The ferry Aurelia struck a reef near Brennick on Monday.",
        "The ferry Aurelia ran aground off Brennick on Tuesday morning.",
    ),
    (
        "The coastguard said that 212 passengers were taken off the ship.",
        "Rescuers brought about 200 passengers ashore, the coastguard said.",
        "At least 180 passengers were taken off the ship, according to the coastguard.",
        "The number of passengers on board remains unclear, the coastguard said.",
        "The coastguard said that 340 passengers were taken off the ship.",
    ),
    (
        "Seven people were treated for injuries at the hospital in Orme.",
        "Nine people were treated for injuries at the hospital in Orme.",
        "Nobody was injured, the ferry company said.",
        "Between five and ten people were injured, doctors in Orme said.",
    ),
    (
        "The harbour master, Tomas Vell, said that the ship had lost its steering.",
        "The ship may have lost its steering, harbour master Tomas Vell said.",
        "The ship lost its steering shortly after it left the quay.",
        "Captain Ines Marrow denied that the ship had lost its steering.",
    ),
    (
        "“We saw the lights go out and then we felt the blow,” said a passenger, Karl Obry.",
        "“We saw the lights go off and then we heard the blow,” said Karl Obry, a passenger.",
    ),
    (
        "Divers will inspect the hull on Thursday.",
        "Divers are expected to inspect the hull on Friday.",
        "Divers have inspected the hull, the company said.",
    ),
    (
        "The ferry company suspended the route to Linnow for three days.",
        "The ferry company suspended the route to Linnow for a week.",
    ),
    (
        "Transport minister Hanna Brugh ordered an investigation.",
        "The transport ministry said that it was considering an investigation.",
        "Hanna Brugh, the deputy transport minister, ordered an investigation.",
    ),
    (
        "Some 30 tonnes of fuel leaked into the bay, the environment agency said.",
        "About 12 tonnes of fuel leaked into the bay, the environment agency said.",
        "No fuel leaked into the bay, the ferry company said.",
    ),
    (
        "The Aurelia was built in 1998 and refitted in 2019.",
        "The Aurelia was built in 1996 and refitted in 2019.",
    ),
    (
        "The union of seamen blamed a shortage of staff for the accident.",
        "The union of seamen blamed the weather for the accident.",
    ),
    (
        "The ship was carrying 46 cars and 11 lorries.",
        "There were 46 cars and 14 lorries on the car deck.",
    ),
)
_REMARKS: tuple[str, ...] = (
    "The accident will surely change how the islands are supplied.",
    "It could take months before the route is safe again.",
    "The owners probably hoped to save money.",
    "Nothing is more dangerous than a tired crew.",
    "It was the worst evening that the small port has seen.",
    "The minister wants to calm the voters on the islands before the summer.",
)
_PLACES = ("Brennick", "Orme", "Linnow", "Sundry Point", "Cape Hallow", "Westerquay", "Old Tarn", "Marl Bay")
_PEOPLE = ("A fisherman", "The baker", "A nurse", "A teacher", "The owner of the inn", "A student", "A lorry driver")
_DOINGS = (
    "watched the boats from the sea wall",
    "brought blankets and hot tea to the quay",
    "waited for news beside the closed ticket office",
    "described a night of sirens and wet coats",
    "opened the parish hall to those who could not travel on",
    "lent a van to the families",
    "counted the lifeboats as they came in",
    "rang the bell of the old chapel",
)
_DAY = date(2031, 5, 7)


def story(count: int, words: int) -> list[Document]:
    """So many articles of about so many words. Of five, one reprints the first; of more, three do."""
    written = [_article(random.Random(i), words) for i in range(count)]  # noqa: S311 - a story, no secret
    reprints = min(3, count // 5)
    written[1 : 1 + reprints] = [written[0].replace("\n\n", f"\n\n{place}: ", 1) for place in _PLACES[:reprints]]
    return [Document.from_text(t, name=f"{i + 1:02}.txt", published=_DAY) for i, t in enumerate(written)]


def _article(chance: random.Random, words: int) -> str:
    told = [_weighted(chance, forms) for forms in _FACTS if chance.random() < 0.85]
    told += chance.sample(_REMARKS, 2)
    while sum(len(sentence.split()) for sentence in told) < words:
        scene = f"{chance.choice(_PEOPLE)} from {chance.choice(_PLACES)} {chance.choice(_DOINGS)}"
        told.append(
            f"{scene}, and {chance.choice(_PEOPLE).lower()} from {chance.choice(_PLACES)} {chance.choice(_DOINGS)}."
        )
    head, rest = told[:4], told[4:]
    chance.shuffle(rest)
    lines = [" ".join((head + rest)[i : i + 3]) for i in range(0, len(told), 3)]
    return (
        "\n\n".join([chance.choice(("Ferry aground off Brennick", "Passengers saved from ferry off Brennick")), *lines])
        + "\n"
    )


def _weighted(chance: random.Random, forms: Sequence[str]) -> str:
    """The first form most often: coverage agrees more than it parts."""
    return chance.choices(forms, weights=[3, *(1 for _ in forms[1:])])[0]
