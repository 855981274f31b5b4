"""Whether two names are one: surname and full name, accents and case, short forms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "the", "prof", "professor"})


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, courtesy titles and possessive endings."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    found = re.findall(r"\w+", re.sub(r"'s\b", "", plain))
    return tuple(w for w in found if w not in _TITLES) or tuple(found)


def same_name(one: str, other: str) -> bool | None:
    """True where one name is the other or a short form of it, False where both are names of somebody else, else None.

    A name in lower case ("a spokesman") names nobody for sure: None.
    """
    a, b = folded(one), folded(other)
    if a == b or set(a) <= set(b) or set(b) <= set(a):
        return True
    return False if one[:1].isupper() and other[:1].isupper() else None
