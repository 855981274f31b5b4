"""Lines that stand in an article without being article: navigation, credits, notices, calls to the reader."""

from __future__ import annotations

import re
from functools import cache

from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.syntax.numbers import MODERN_YEAR

LONGEST = 600
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|@\w{2,}|[\w.+-]{1,80}@[\w.-]{1,80}\.\w{2,})\.?")
_RATE = re.compile(r"\(?\s*(?:US|A|C)?[$€£¥]\s?1\s=\s[^()\n]{1,200}\)?\.?$")
_SIGN_OFF = re.compile(r"[(\[]\s*+([^()\[\]]{3,300})[)\]]\.?$")
_SENTENCE = re.compile(r"(?:^|[.?!…]\s+|:\s+)(?:please\s+|to\s+\w+[^.?!]{0,60},\s+)?", re.IGNORECASE)
_YEAR = re.compile(MODERN_YEAR)
_RIGHTS = re.compile(rf".{{0,60}}©|\(c\)\s*{MODERN_YEAR}", re.IGNORECASE)
_STAMP = re.compile(
    r"\s*(?:[:|©(.-]|\d|$|(?:at|on)\s+\d|by\b)|\s+(?:mon|tue|wed|thu|fri|sat|sun)(?:\w*day)?\b"
    r"|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.?\s\d",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"(?:an?|the|one)\b[^.]{0,60}\bof this\b", re.IGNORECASE)
_AUXILIARIES = re.compile(r"^(?:(?:is|was|were|has|have|had|been|may|also|first) )*")
_CONTRIBUTED = re.compile(
    r"\b(?:also )?contributed(?: (?P<what>reporting|research|writing))?(?: to (?:this|the) (?P<piece>\w{4,10}))?"
    r"(?:(?: from| in|,| and)[^.]{1,80})?\.?$",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?:we|(?:this|our) (?:web)?site) uses? [^.]{0,60}\bcookies\b"
    r"|by (?:clicking|using|continuing|going on)\b[^.]{0,160}\b(?:cookies|terms|privacy)\b",
    re.IGNORECASE,
)
_QUOTES = '“”"«»'


@cache
def _phrases(key: str) -> re.Pattern[str]:
    """The phrases of one list, longest first, as whole words at the place where one looks."""
    listed = sorted(words("furniture", key), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(
        "(?:" + "|".join(re.escape(p).replace("'", "[’']") for p in listed) + r")(?![\w’'-])", re.IGNORECASE
    )


def is_furniture(text: str) -> bool:
    """Whether a line (without blanks around it) is none of the article's own prose."""
    if len(text) > LONGEST:
        return False
    counted = [w.casefold() for w in _WORD.findall(text)]
    return (
        not any(c.isalnum() for c in text)
        or _is_bar(text, counted)
        or _is_pointer(text)
        or _is_credit(text)
        or _is_notice(text, counted)
        or _is_call(text, counted)
        or _is_contribution(text)
    )


def opens_teasers(text: str) -> bool:
    """Whether a line is a label alone that headlines of other articles may follow, one a line: "Related stories"."""
    label = _phrases("teasing").match(text)
    return label is not None and not any(c.isalnum() for c in text[label.end() :])


def _is_contribution(text: str) -> bool:
    """A line on who else had a part in the article: "Ann Lee in Orle contributed to this report"."""
    found = _CONTRIBUTED.search(text)
    if not found or any(q in text for q in _QUOTES) or not text[0].isupper():
        return False
    piece = found["piece"]
    if piece is None:
        return found["what"] is not None or any(
            w.casefold() in words("furniture", "trades") for w in _WORD.findall(text)
        )
    return piece.casefold() in words("furniture", "pieces")


def _is_bar(text: str, counted: list[str]) -> bool:
    """Addresses, buttons and counters alone."""
    if _ADDRESS.fullmatch(text):
        return True
    known = words("furniture", "buttons")
    return bool(counted) and all(w in known or w[0].isdecimal() for w in counted) and any(w in known for w in counted)


def _is_pointer(text: str) -> bool:
    """A label such as "Read more", alone or before what it points to."""
    if genre := _phrases("genres").match(text):
        return not any(c.isalpha() for c in text[genre.end() :])
    label = _phrases("labels").match(text)
    if not label:
        return False
    rest = text[label.end() :].lstrip()
    if _phrases("teasing").match(text) and rest[:1].isupper() and not text.endswith((".", "!")):
        return True
    known = words("furniture", "buttons")
    if text.split(":", maxsplit=1)[0].isupper() and ":" in text:
        return True
    bare = all(w.casefold() in known for w in _WORD.findall(rest))
    return bare or (rest[0] in ":|»›>→" and not any(q in rest for q in _QUOTES))


def _is_credit(text: str) -> bool:
    """A sign-off in brackets, the credit of a picture, the rate that a sum was converted at."""
    if _RATE.match(text):
        return True
    bracketed = _SIGN_OFF.match(text)
    inside = bracketed[1] if bracketed else text
    credit = _phrases("credits").match(inside)
    if not credit:
        return False
    rest = inside[credit.end() :]
    return bool(re.match(r"\s*(?::|/|\||by\s+(?:the\s+)?[A-Z]|from\s+[A-Z])", rest)) and (
        bool(bracketed) or not _ends_as_prose(text, rest)
    )


def _ends_as_prose(text: str, rest: str) -> bool:
    """Whether a line outside brackets goes on like a sentence: a full stop, and more than names before it."""
    plain = [w for w in _WORD.findall(rest) if w[0].islower() and len(w) > 3]
    return text.endswith((".", "!", "?", "”", '"')) and len(plain) > 2


def _is_notice(text: str, counted: list[str]) -> bool:
    """A note of the house on its own text: rights, corrections, updates, walls."""
    if _RIGHTS.match(text) or _COOKIES.match(text) or text.lower().rstrip(".").endswith("all rights reserved"):
        return True
    notice = _phrases("notices").match(text)
    if notice and (notice.group().count(" ") > 1 or _STAMP.match(text, notice.end())):
        return True
    return _is_note_on_piece(text, counted) or _is_wall(text)


def _is_note_on_piece(text: str, counted: list[str]) -> bool:
    """A line such as "This article was …", "An earlier version of this story was …"."""
    if any(q in text for q in _QUOTES) or not (counted[:1] == ["this"] or _OF_THIS.match(text)):
        return False
    pieces = words("furniture", "pieces")
    place = next((i for i, w in enumerate(counted[1:8], start=1) if w in pieces), None)
    after = _AUXILIARIES.sub("", " ".join(counted[place + 1 : place + 8])) if place else ""
    return bool(_phrases("notes").match(after))


def _is_wall(text: str) -> bool:
    found = re.search(
        r"\b(?:available|open|exclusive|free|reserved)\s+(?:only\s+)?(?:to|for)\s+(?:our\s+)?", text, re.IGNORECASE
    )
    return bool(found and _phrases("walled").match(text, found.end()))


def _is_call(text: str, counted: list[str]) -> bool:
    """An order to the reader that names the house or a channel to it."""
    if len(counted) > lexicon("furniture")["limits"]["call"] or any(q in text for q in _QUOTES):
        return False
    for begin in _SENTENCE.finditer(text):
        order = _phrases("orders").match(text, begin.end())
        if _phrases("topics").match(text, begin.end()):
            continue
        if order and text[begin.end()].isupper() and _names_channel(text[order.end() :].split(". ", maxsplit=1)[0]):
            return True
    return False


def _names_channel(rest: str) -> bool:
    channels = _phrases("channels")
    return any(channels.match(rest, w.start()) for w in _WORD.finditer(rest)) or bool(_ADDRESS.search(rest))


def year_of_notice(text: str) -> int | None:
    """The latest year of a copyright line."""
    if "©" not in text and not re.match(r"\s*(?:copyright|\(c\))", text, re.IGNORECASE):
        return None
    return max((int(y) for y in _YEAR.findall(text)), default=None)
