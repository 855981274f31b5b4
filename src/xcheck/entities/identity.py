"""Whether two names are one: surname and full name, initials, accents, acronyms, short forms, capitals and metonyms."""

from __future__ import annotations

from typing import Literal

from xcheck.entities.gazetteer import known
from xcheck.entities.geography import around
from xcheck.entities.mentions import Entity
from xcheck.entities.spellings import are_respelled
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicons.entities import Titles
from xcheck.nlp.lexicons.load import lexicon
from xcheck.resources import NAMES, loaded, memoised

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "de", "la", "du"})


def same_entity(one: Entity, other: Entity) -> bool | None:
    """True where two entities are one, False where they are two, None where the names can't tell. Symmetric."""
    if one.key == other.key:
        return True
    if other.key in one.candidates or one.key in other.candidates:
        return None
    verdicts = {same_name(a, b) for a in _namings(one) for b in _namings(other)}
    if True in verdicts:
        # The kind of a name is a guess: one name as a person's and as a body's may be one all the same.
        return True if (one.kind == "person") == (other.kind == "person") else None
    return None if None in verdicts else False


@memoised(NAMES)
def same_name(one: str, other: str) -> bool | None:
    """The same for bare names, folded or as written. A name in lower case that is no entity's ("a spokesman"): None."""
    a, b = folded(one), folded(other)
    if a == b:
        return True
    well_known = _well_known(one, other)
    if well_known != "neither":
        return well_known
    if not (a and b) or _is_description(one) or _is_description(other):
        return None
    if _is_acronym(a, b) or _is_acronym(b, a):
        return True
    return _by_words(a, b)


def is_respelled(one: str, other: str) -> bool:
    """Whether two names, folded or as written, may be one name in two spellings: "Sergey", "Sergei"."""
    return same_name(one, other) is None and are_respelled(folded(one), folded(other))


@memoised(NAMES)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, courtesy titles, legal forms and possessive endings."""
    found = tuple(fold(name).split())
    courtesy = _courtesy()
    while len(found) > 1 and found[0] in courtesy:
        found = found[1:]
    while len(found) > 1 and found[-1] in lexicon(Titles).suffixes:
        found = found[:-1]
    return found


def initials(name: tuple[str, ...]) -> str:
    """The acronym that the words of a name make: the first letters, small words left out."""
    return "".join(w[0] for w in name if w not in _SMALL)


def _namings(entity: Entity) -> tuple[str, ...]:
    return (entity.key, *entity.aliases)


@loaded
def _courtesy() -> frozenset[str]:
    return frozenset(w for group in lexicon(Titles).honorifics.values() for w in group)


def _well_known(one: str, other: str) -> bool | Literal["neither"] | None:
    """The verdict where both names are well known ("Beijing" and "China"), or ``neither``.

    A capital is the city or the government, an institution a part of its country, an ambiguous name one of several.
    A country inside a country may stand for the whole, or not.
    """
    a, b = known(one), known(other)
    if a is None or b is None:
        return "neither"
    if a.key == b.key and {a.sense, b.sense} <= {"country", "demonym", "metonym"}:
        return True
    if a.key == b.key:
        return None if "capital" in (a.sense, b.sense) and a.sense != b.sense else True
    if b.key in (*a.candidates, a.of, *around(a.key)) or a.key in (*b.candidates, b.of, *around(b.key)):
        return None
    return False


def _is_description(name: str) -> bool:
    """In lower case and with an article: nobody's name."""
    return (
        name.split(" ", 1)[0].lower() in ("a", "an", "the", "some", "his", "her", "their", "its")
        and name.lower() == name
    )


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) > 1 and len(short[0]) > 1 and initials(long) == short[0]


def _by_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    short, long = sorted((a, b), key=lambda w: (len(w), w))
    if long[: len(short)] == short or long[-len(short) :] == short:
        return True
    if short[-1] == long[-1] and len(short) > 1 and _given(short[:-1], long[:-1]) is not False:
        return _given(short[:-1], long[:-1])
    if are_respelled(short, long) or (set(short) <= set(long) and short[-1] != long[-1]):
        return None
    return False


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    """Given names before one surname: the same, or initials of each other."""
    if any(x == y for x in a for y in b):
        return True
    return all(x[0] == y[0] for x, y in zip(a, b, strict=False)) and any(len(w) == 1 for w in (*a, *b))
