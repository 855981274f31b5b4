"""Claims made by hand: a record with the slots that a test is about, without a parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from xcheck.alignment.match import SentencePair
from xcheck.alignment.sentences import ClaimedSentence
from xcheck.alignment.sentences import sentences as grouped
from xcheck.claims.details import details, with_particle
from xcheck.claims.quotes import resumed
from xcheck.claims.sentence import sentence_of
from xcheck.claims.time.timeline import window
from xcheck.claims.time.written import is_halved, year, zone
from xcheck.comparison.cases.held import Held
from xcheck.comparison.compare import OF_DRAFTS, OF_PEERS
from xcheck.comparison.context import Meeting
from xcheck.records.base import Record, Span
from xcheck.records.claim import (
    Attribution,
    Cause,
    Certainty,
    Change,
    Claim,
    EntityKind,
    Form,
    Link,
    Mode,
    Part,
    Participant,
    Place,
    Polarity,
    Predicate,
    Quantity,
    Quote,
    Role,
    Source,
    Time,
)
from xcheck.records.comparison import ClaimPair, Compared, Comparison, Gate, Slot
from xcheck.records.comparison import Slots as Filled
from xcheck.records.reading import Reading, Words

Made = TypeVar("Made", bound=Record)

_FIELDS: Mapping[type[Record], str] = {
    Participant: "participants",
    Quantity: "quantities",
    Time: "times",
    Place: "places",
    Role: "roles",
    Quote: "quotes",
}


def claim(
    text: str,
    *slots: Record,
    verb: str = "",
    sentence: str = "",
    document: str = "a",
    at: int = 0,
    terms: str = "",
    form: Form = "clause",
    polarity: Polarity = "affirmed",
    certainty: Certainty = "fact",
    tense: str = "past",
    headline: bool = False,
) -> Claim:
    """Make a claim of ``text``, which begins at ``at``. Each slot is put where its words are in the text.

    What needs no parse is read from the words, as it is from an article's: the last fields of the record, and those of
    its sentence.

    ``verb`` is the predicate, "LEMMA" or "LEMMA:BASE" ("injury:injure"); ``terms`` are words with blanks between
    them; ``sentence`` is the whole sentence where it is more than the claim.
    """
    whole = sentence or text
    begin = at - whole.find(text) if sentence else at
    clause = Span(start=at, end=at + len(text), text=text)
    around = sentence_of(Span(start=begin, end=begin + len(whole), text=whole))
    fields: dict[str, Any] = {}
    for slot in slots:
        placed = _placed(slot, whole, begin)
        if isinstance(placed, Attribution | Cause):
            fields[type(placed).__name__.lower()] = placed
        else:
            fields.setdefault(_FIELDS[type(placed)], []).append(placed)
    return Claim(
        id=f"{document}:{at}",
        document=document,
        **dict(clause),
        sentence=around,
        predicate=with_particle(_predicate(verb, text, at), clause) if verb else None,
        terms=tuple(terms.split()),
        form=form,
        polarity=polarity,
        certainty=certainty,
        tense=tense,
        headline=headline,
        **details(clause, around),
        **{name: tuple(v) if isinstance(v, list) else v for name, v in fields.items()},
    )


def _placed(slot: Made, text: str, at: int) -> Made:
    """The record, and the spans in it, where their words are in the text; one whose words are not there is left."""
    update: dict[str, Any] = {
        name: _placed(value, text, at)
        for name in type(slot).model_fields
        if isinstance(value := getattr(slot, name), Span)
    }
    if isinstance(slot, Quote):
        update["resumed"] = resumed(slot.words, text)
    if isinstance(slot, Span) and (place := text.find(slot.text)) >= 0:
        update |= {"start": at + place, "end": at + place + len(slot.text)}
    return slot.model_copy(update=update)


def _predicate(verb: str, text: str, at: int) -> Predicate:
    lemma, _, base = verb.partition(":")
    place = next((text.find(w) for w in text.split() if w.startswith(lemma[:3])), 0)
    word = text[place:].split(maxsplit=1)[0].strip(".,")
    return Predicate(start=at + place, end=at + place + len(word), text=word, lemma=lemma, base=base or lemma)


def _span(text: str) -> dict[str, Any]:
    return {"start": 0, "end": len(text), "text": text}


def words(text: str, at: int = 0) -> Span:
    """A stretch of a document."""
    return Span(start=at, end=at + len(text), text=text)


def figure(
    text: str,
    low: float | str | None,
    high: float | str | None = "=",
    *,
    of: str | None = None,
    unit: str | None = None,
    change: Change = "=",
    qualifiers: str = "",
) -> Quantity:
    """A figure of ``low``, or from there to ``high`` (None is an open end); ``of`` is what it counts."""
    top = low if high == "=" else high
    return Quantity(
        **_span(text),
        low=None if low is None else Decimal(str(low)),
        high=None if top is None else Decimal(str(top)),
        counted=of,
        unit=unit,
        change=change,
        qualifiers=tuple(qualifiers.split()),
    )


def unknown(text: str, *, of: str | None = None) -> Quantity:
    """A figure that is said to be unknown."""
    return Quantity(**_span(text), low=None, high=None, status="unknown", counted=of)


def time(value: str, text: str = "") -> Time:
    """A time with the days of its TIMEX3 value; ``since`` before it opens the end, ``until`` the beginning."""
    word, _, rest = value.rpartition(" ")
    days: tuple[date | None, date | None] = window(rest) or (None, None)
    first, last = (None if word == "until" else days[0]), (None if word == "since" else days[1])
    said = text or value
    return Time(
        **_span(said), value=rest, first=first, last=last, year=year(said), zone=zone(said), halved=is_halved(said)
    )


def place(name: str, relation: str = "at", text: str = "") -> Place:
    """A place, by its canonical name in lower case."""
    return Place(**_span(text or name.title()), name=name, relation=relation)


def who(
    text: str, part: Part = "agent", *, head: str = "", entity: str | None = None, kind: EntityKind = "thing"
) -> Participant:
    """Somebody or something that takes part; ``head`` is the last word of the text unless given."""
    return Participant(
        **_span(text), part=part, head=head or text.rsplit(maxsplit=1)[-1].lower(), entity=entity, kind=kind
    )


def person(name: str, part: Part = "agent") -> Participant:
    """A person with a name."""
    return who(name, part, entity=name.lower(), kind="person")


def role(holder: str, title: str, *, age: bool = False) -> Role:
    """A title, or an age, of ``holder``."""
    return Role(**_span(title), holder=holder, title=title.lower(), kind="age" if age else "title")


def quote(text: str, speaker: str | None = None, *, scare: bool = False) -> Quote:
    """Words in quotation marks."""
    return Quote(**_span(text), words=text, speaker=speaker, scare=scare)


def credit(
    text: str = "",
    name: str | None = None,
    *,
    cue: str = "said",
    mode: Mode = "indirect",
    content: str = "",
    denied: bool = False,
) -> Attribution:
    """A credit to the source that ``text`` names (none where it is empty), by the word ``cue``."""
    return Attribution(
        mode=mode,
        source=Source(**_span(text), name=name) if text else None,
        cue=Span(**_span(cue)) if cue else None,
        content=Span(**_span(content)) if content else None,
        denied=denied,
    )


def cause(text: str, cue: str = "because", link: Link = "cause") -> Cause:
    """A reason that is given."""
    return Cause(**_span(text), cue=Span(**_span(cue)), link=link)


class _Even(dict[str, float]):
    """A rarity of one for every term."""

    def get(self, _: str, __: float = 0.0) -> float:  # type: ignore[override]
        return 1.0


def context(
    score: float = 1.0, *, keyed: bool = False, rarity: Mapping[str, float] | None = None, **known: Any
) -> Meeting:
    """What is known of two sentences paired with ``score``; every term tells as much unless ``rarity`` is given."""
    credited = known.pop("credited", (False, False))
    return Meeting(score, keyed, _Even() if rarity is None else rarity, credited, **known)


def draft(score: float = 1.0, source: str = "", **known: Any) -> Meeting:
    """The same where the left is a draft that is checked against a source that has the words of ``source``."""
    return context(score, source=frozenset(source.casefold().split()), **known)


def shared(percent: int) -> tuple[str, str]:
    """The terms of two claims whose likeness is ``percent`` of one hundred, or a trace less, where all tell as much."""
    common = [f"common{i}" for i in range(percent)]
    mine, yours = ([f"{side}{i}" for i in range(100 - percent)] for side in ("left", "right"))
    return " ".join(common + mine), " ".join(common + yours)


def sentences(*claims: Claim) -> tuple[ClaimedSentence, ...]:
    """The sentences of some claims of one document."""
    return grouped(claims)


def pair(left: Sequence[Claim], right: Sequence[Claim], score: float = 0.9, **more: Any) -> SentencePair:
    """Two sentences, of the claims on the left and of those on the right, paired with ``score``."""
    given: dict[str, Any] = {"rank": 0, "keyed": False, "features": ()} | more
    return SentencePair(_one(left), _one(right), score, **given)


def _one(claims: Sequence[Claim]) -> ClaimedSentence:
    """The sentence of the first claim, with all the claims in it."""
    (made,) = grouped([c.model_copy(update={"sentence": claims[0].sentence}) for c in claims])
    return made


def results(slot: Slot, left: Claim, right: Claim, known: Meeting) -> tuple[Compared, ...]:
    """What comes out of one slot, as it is compared for peers or, where ``known`` is that, for a draft."""
    return (OF_PEERS if known.source is None else OF_DRAFTS)[slot](left, right, known)


def told(found: tuple[Compared, ...]) -> list[str]:
    """The outcomes as a rule names them: ``conflict/count``, ``same``."""
    return [f"{r.outcome}/{r.variant}" if r.variant else r.outcome for r in found]


Slots = Mapping[Slot, Sequence[Compared]]

LEFT, RIGHT = claim("The mill burned"), claim("A mill burned", document="b")


def held(
    slots: Slots = {},  # noqa: B006 - only read
    likeness: float = 0.5,
    closeness: float = 0.5,
    *,
    left: Claim = LEFT,
    right: Claim = RIGHT,
    gates: tuple[Gate, ...] = (),
) -> Held:
    """Two claims that have been compared so."""
    features = {"likeness": likeness, "closeness": closeness}
    compared = ClaimPair(left=left.id, right=right.id, score=0.9, features=features)
    filled = Filled((s, tuple(r)) for s, r in slots.items())
    return Held(left, right, Comparison(pair=compared, slots=filled, gates=gates))


def reading(
    same: float = 0.7,
    differ: float = 0.2,
    other: float = 0.1,
    *,
    borne_out: float = 0.6,
    contradicted: float = 0.3,
    left: Words | None = None,
    right: Words | None = None,
) -> Reading:
    """What a judge made of two sentences."""
    return Reading(
        same=same,
        differ=differ,
        other=other,
        borne_out=borne_out,
        contradicted=contradicted,
        not_said=round(1 - borne_out - contradicted, 3),
        type="time",
        left=left,
        right=right,
    )
