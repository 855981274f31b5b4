"""Two spellings of one name: Katherine and Catherine, Sergey and Sergei.

A key of how a name sounds, after Metaphone (Philips 1990) and NYSIIS (Taft 1970): consonants that stand for one sound
are one, vowels inside a word count little, and its ending much, since it may tell a man's name from a woman's.
"""

from __future__ import annotations

import re

from xcheck.entities.offices import gender_of_given_name
from xcheck.resources import NAMES, memoised

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""),
        ("ph", "f"),
        ("[ck]h|ck|q", "k"),
        ("(?<=.)gh", ""),
        ("th", "t"),
        ("x", "ks"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("z", "s"),
        ("w", "v"),
        ("(?<=.)h", ""),
        (r"(.)\1+", r"\1"),
        ("[ae][iy]", "i"),
        ("(?<=.)[jy]|^[jy](?=[aeou])", "i"),
    )
)
_VOWELS = re.compile(r"[aeiou]+")
_ENDING = re.compile(r"(?<![aeiou])[aeiou]+$")
_SHORT = 3  # consonants that tell a name whatever its vowels are


def are_respelled(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two folded names may be one in two spellings: the given name and the surname sound alike. Symmetric."""
    if a == b or not (a and b) or (len(a) == 1) != (len(b) == 1) or _are_of_two(a[0], b[0]):
        return False
    return all(x == y or _sound(x) == _sound(y) for x, y in {(a[0], b[0]), (a[-1], b[-1])})


def _are_of_two(one: str, other: str) -> bool:
    """Whether one is a man's name and the other a woman's."""
    return {gender_of_given_name(one), gender_of_given_name(other)} == {"male", "female"}


@memoised(NAMES)
def _sound(name: str) -> tuple[str, ...]:
    """How a name sounds: its consonants and its ending; of a short one the vowels too."""
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    ending = _ENDING.search(name)
    last = _plainest(ending[0]) if ending else ""
    stem = name[: ending.start()] if ending else name
    consonants = _VOWELS.sub("", stem)
    opening = "a" if _VOWELS.match(stem) else ""
    inner = tuple(_VOWELS.findall(stem)) if len(consonants) < _SHORT else ()
    return (opening, consonants, last, *inner)


def _plainest(ending: str) -> str:
    """The class of a last vowel: all that are written with i or y are one, and a single e is silent."""
    return "i" if "i" in ending or ending == "ee" else "" if ending == "e" else ending[-1]
