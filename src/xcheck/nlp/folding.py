"""Names brought to one spelling, so that two documents' writings of one name meet."""

from __future__ import annotations

import re
import unicodedata

from xcheck.resources import NAMES, memoised

_POSSESSIVE = re.compile(r"(?:'s|')$")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_GAP = re.compile(r"[\s\-–—/.,]+")
_GLYPHS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "ı": "i",
    }
)


@memoised(NAMES)
def fold(name: str) -> str:
    """A name without capitals, accents, points, hyphens, apostrophes, article, possessive: "The U.S.'s" → "us"."""
    text = name.translate(_GLYPHS).strip(" '\"")
    text = _POSSESSIVE.sub("", text.casefold())
    text = _DOTTED.sub(lambda m: m[0].replace(".", ""), text)
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c) and c != "'")
    words = _GAP.sub(" ", text).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
