"""Invented articles for benchmarks: any number of them, about one event or about many, the same on each call.

Each event has its own names, days and figures; its articles share most facts, part over some, and fill up with scenes.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from xcheck.records.document import Document

_EVENTS: tuple[tuple[str, ...], ...] = (
    (
        "Ferry runs aground off {town}",
        "The ferry {thing} ran aground off {town} on {day} evening.",
        "The coastguard said that {n} passengers were taken off the ship.",
        "{m} people were treated for injuries at the hospital in {place}.",
        "Captain {first} said that the {thing} had lost its steering near {place}.",
        "About {k} tonnes of fuel leaked into the bay, the environment agency said.",
        "The shipping company suspended the route to {place} for {m} days.",
    ),
    (
        "Fire destroys warehouse in {town}",
        "A fire destroyed a warehouse of {thing} Trading in {town} on {day} night.",
        "{n} residents were driven from their homes, the fire brigade said.",
        "{m} firefighters were injured when a wall fell, according to {first}, who leads the brigade.",
        "The damage amounts to {k} million crowns, the insurer estimated.",
        "Police in {town} arrested a man of {m} years near {place}.",
        "The warehouse held {k} tonnes of paper and paint.",
    ),
    (
        "Workers of {thing} strike in {town}",
        "Workers of the {thing} steel plant in {town} walked out on {day}.",
        "The union said that {n} workers joined the strike.",
        "The company offered a rise of {m} per cent, its director {first} said.",
        "The strike costs the plant {k} million crowns a day, according to the company.",
        "Union leader {second} demanded a rise of {k} per cent.",
        "Talks will resume in {place} on {next_day}.",
    ),
    (
        "{town} council votes to close schools",
        "The council of {town} voted on {day} to close {m} village schools.",
        "{k} councillors voted for the plan, and {m} against it.",
        "Mayor {first} said that the closures would save {n} thousand crowns a year.",
        "Some {n} pupils will go to school in {place} from next year.",
        "Parents led by {second} announced a complaint at the court in {place}.",
        "The {thing} school, built in 18{k}, will become a library.",
    ),
    (
        "River {thing} floods {town}",
        "The river {thing} burst its banks in {town} on {day} morning.",
        "{n} households lost power, the grid company said.",
        "Rescuers brought {k} people to safety with boats, according to the fire chief {first}.",
        "{m} people were missing in the village of {place} on {next_day}.",
        "The water stood {m} metres above its usual level.",
        "The governor, {second}, released {k} million crowns for repairs.",
    ),
    (
        "Thieves take paintings from {thing} museum",
        "Thieves stole {m} paintings from the {thing} museum in {town} on {day} night.",
        "The paintings are worth {k} million crowns, the museum said.",
        "Director {first} said that the alarm had not sounded.",
        "Police found the car of the thieves near {place}, and questioned {m} people.",
        "The museum had {n} visitors last month.",
        "The curator, {second}, denied that the guards had been asleep.",
    ),
)
_REMARKS = (
    "It could take months before {town} sees a normal day again.",
    "“We heard a noise and then everything went dark,” said {second}.",
    "The government will probably have to answer for it.",
    "Nothing like it has happened in {place} since {k} years ago.",
    "“Nobody told us anything for {m} hours,” {second} said.",
    "{first} denied that anyone had been warned before {day}.",
)
_WHO = ("A baker", "A nurse", "A teacher", "An innkeeper", "A student", "A driver", "A priest", "A shopkeeper")
_DOES = (
    "watched from the wall of the old mill",
    "carried blankets to the town hall",
    "waited for news beside the closed station",
    "described a night of sirens and wet coats",
    "opened a chapel to whoever could not travel on",
    "lent a van to three families",
    "counted the lamps along the road",
    "swept glass from the steps of the market",
)
_STARTS = ("Bra", "Kel", "Tor", "Mi", "Ost", "Hal", "Vin", "Ru", "Sel", "Dor", "Gan", "Pel", "Lim", "Nor", "Ja", "Fen")
_MIDDLES = ("na", "ri", "mo", "le", "vi", "du", "sta", "ko", "be", "zi")
_ENDS = ("wick", "sund", "mar", "berg", "dale", "ford", "holm", "by", "stead", "grove", "quay", "moor")
_GIVEN = ("Anna", "Karl", "Ines", "Tomas", "Hanna", "Viktor", "Ella", "Oskar", "Maria", "Jonas", "Petra", "Emil")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_SAME = 0.85  # of the articles that give the event's own figure
_TOLD = 0.85  # of the facts that an article tells


def articles(count: int, words: int, each: int | None = None) -> list[Document]:
    """So many articles of about so many words: ``each`` of every event, or all of one where it is None."""
    each = each or count
    told = [(_event(number), number, position) for number in range(-(-count // each)) for position in range(each)]
    return [_document(*one, words) for one in told[:count]]


def _document(event: dict[str, str], number: int, position: int, words: int) -> Document:
    chance = random.Random(f"{number} {position}")  # noqa: S311 - a story, no secret
    name = f"{number:03}-{position:03}.txt"
    return Document.from_text(_article(event, chance, words), name=name, published=_day(event))


def _event(number: int) -> dict[str, str]:
    """The names, days and figures of an event; ``kind`` tells which of the events it is."""
    chance = random.Random(number)  # noqa: S311
    day = chance.randrange(len(_DAYS) - 1)
    return {
        "kind": str(number % len(_EVENTS)),
        "published": str(number * 9 % 300),
        "town": _name(chance),
        "thing": _name(chance),
        "first": f"{chance.choice(_GIVEN)} {_name(chance)}",
        "second": f"{chance.choice(_GIVEN)} {_name(chance)}",
        "places": " ".join(_name(chance) for _ in range(4)),
        "day": _DAYS[day],
        "next_day": _DAYS[day + 1],
        "n": str(chance.randrange(110, 990)),
        "k": str(chance.randrange(20, 90)),
        "m": str(chance.randrange(3, 19)),
    }


def _name(chance: random.Random) -> str:
    return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)


def _day(event: dict[str, str]) -> date:
    return date(2031, 1, 8) + timedelta(days=int(event["published"]))


def _article(event: dict[str, str], chance: random.Random, words: int) -> str:
    title, *facts = _EVENTS[int(event["kind"])]
    told = [_filled(fact, event, chance) for fact in facts if chance.random() < _TOLD]
    told += [_filled(remark, event, chance) for remark in chance.sample(_REMARKS, 3)]
    length = sum(len(sentence.split()) for sentence in told)
    while length < words:
        told.append(_scene(event, chance))
        length += len(told[-1].split())
    head, rest = told[:3], told[3:]
    chance.shuffle(rest)
    lines = [" ".join((head + rest)[i : i + 3]) for i in range(0, len(told), 3)]
    return "\n\n".join([title.format_map(event), *lines]) + "\n"


def _filled(template: str, event: dict[str, str], chance: random.Random) -> str:
    """A sentence of an event: its own figures most often, else others a little off."""
    own = event | {"place": chance.choice(event["places"].split())}
    for figure in "nkm":
        if chance.random() > _SAME:
            own[figure] = str(int(own[figure]) + chance.randrange(1, 9))
    return template.format_map(own)


def _scene(event: dict[str, str], chance: random.Random) -> str:
    places: Sequence[str] = [event["town"], *event["places"].split()]
    who = [f"{chance.choice(_WHO)} from {chance.choice(places)} {chance.choice(_DOES)}" for _ in range(2)]
    return f"{who[0]}, and {who[1][0].lower()}{who[1][1:]}."
