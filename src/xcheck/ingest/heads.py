"""The lines around a headline: bylines, datelines, the lines of section, outlet and date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcheck.ingest import dates
from xcheck.nlp.lexicons.base import Words
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.pages import Furniture
from xcheck.resources import loaded

_PERSON = (
    r"[^\W\d_a-z][\w.’'-]*(?:\s(?:(?:de|da|di|del|van|von|der|den|bin|al|el|la|le|y)\s)*[^\W\d_a-z][\w.’'-]*){0,4}"
)
_PEOPLE = rf"{_PERSON}(?:(?:,\s|\sand\s|\s&\s){_PERSON}){{0,4}}"
_BY = re.compile(rf"(?:[A-Z][\w’'-]*\s){{0,3}}?[Bb][Yy]:?\s({_PEOPLE})")
_CAPITAL = r"[^\W\d_a-z]"
_SIGN = rf"(?:{_CAPITAL}|[.’'-])"
_IN_PLACE = re.compile(rf"{_CAPITAL}{_SIGN}+(?:\s{_CAPITAL}{_SIGN}+){{1,3}}\sin\s{_PERSON}(?:,\s{_PERSON})?$")
_NAMED = re.compile(rf"({_PERSON})(?:\s*[,|–—·-]\s*|\s+)")
_AFTER = re.compile(r"\s*(?:$|[,|–—·•/-]|\bin\b|\band\b|\bfor\b|\bat\b)")
_PARTS = re.compile(r"(?:(?<!\s)\s+)?[|·•–—]\s*|\s-\s|,\s")
_WHEN = re.compile(
    rf"(?:(?:first\s)?(?:published|posted|updated|last\supdated|last\smodified|created|printed)(?:\s(?:at|on))?:?\s*+)?"
    rf"(?:(?:{dates.WEEKDAY}),?\s*+)?(?:{dates.DAY})?,?\s*+(?:at\s)?(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:Z|\s?[ap]\.?m\.?)?)?(?:\s?(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]?T))?\.?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"(?P<place>{_CAPITAL}{{2}}{_SIGN}*(?:[\s/]{_CAPITAL}{_SIGN}*){{0,4}})"
    r"(?P<region>(?:,\s(?!" + dates.DAY + r")[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}){0,2})"
    r"(?:,?\s(?P<date>(?:" + dates.WEEKDAY + r",?\s)?" + dates.DAY + r"))?"
    r"(?:\s?\((?P<agency>[^()\n]{2,40})\))?\s?(?P<rule>--|[-–—:])\s?(?=[\"“‘'A-Z0-9£$€¿¡À-Þ])",
)
_QUIET = re.compile(
    r"(?P<place>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]+){0,2})?)"
    r"(?:,?\s(?P<date>" + dates.DAY + r"))?\s\((?P<agency>[A-Z][^()\n]{1,40})\)\s?(?:--|[-–—])\s?(?=[\"“‘'A-Z0-9£$€])"
)
_TIGHT = re.compile(  # "Lagos (XYZ)The …": the agency's letters, then the prose without a blank
    r"(?P<place>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]+){0,2})?\s)?"
    r"\((?P<agency>[A-Z]{2,8})\)(?:\s?(?:--|[-–—])\s?)?(?=[\"“‘'A-Z0-9£$€])"
)
_LONGEST_DATELINE = 160
_DAY_BEHIND = re.compile(rf"(?:(?:(?<!\s)\s+)?[,|–—·-]\s*+|\s)(?:{dates.WEEKDAY},?\s)?{dates.DAY}(?:\D.{{0,40}})?$")
_SIGNATURES = re.compile(r"(?:(?<!\s)\s+)?[/,|–—·]\s*|\s(?:and|with|for|-)\s|(?:^|\s)(?:by|from)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Dateline:
    """The opening of a paragraph that says where, when and by whom: its length, its words about day and outlet."""

    length: int
    date: str
    outlet: str | None


def dateline(text: str, *, first: bool) -> Dateline | None:
    """The dateline at the start of a paragraph. Only the ``first`` one may end in a colon."""
    head = text[:_LONGEST_DATELINE]
    found = _DATELINE.match(head) or _QUIET.match(head) or _TIGHT.match(head)
    if not found:
        return None
    parts: dict[str, str | None] = {"date": None, "region": None, **found.groupdict()}
    if parts.get("rule") == ":" and not (first and len(parts["place"] or "") >= 5):
        return None
    if parts.get("rule") == "-" and not _is_set_off(parts, head[found.end("rule") - 2]):
        return None
    return Dateline(found.end(), parts["date"] or "", _agency_of(parts))


def _is_set_off(parts: Mapping[str, str | None], before: str) -> bool:
    """Whether a hyphen ends a dateline: there is a blank before it, or more than a place."""
    return before == " " or any(parts[name] for name in ("date", "agency", "region"))


def _agency_of(parts: Mapping[str, str | None]) -> str | None:
    """The agency of a dateline; no word that any agency may have."""
    agency = parts["agency"]
    return None if agency is None or agency.casefold() in lexicon(Furniture).agency_words else agency


def byline(text: str) -> bool:
    """Whether a line near the headline says who wrote the article."""
    counted = text.split()
    if len(counted) > lexicon(Furniture).limits.byline or _ends_as_sentence(text):
        return False
    text = _DAY_BEHIND.sub("", text)
    by = _BY.match(text)
    if by and (_AFTER.match(text, by.end()) or text.isupper()):
        return not (dates.stated(by[1]) or re.match(dates.WEEKDAY, by[1], re.IGNORECASE))
    return bool(_IN_PLACE.match(text)) or _named(text) or _signed(text)


def bare_name(text: str) -> bool:
    """Whether a line holds two or three words that look like a person's name and nothing else."""
    counted = text.split()
    known = lexicon(Furniture).outlets | lexicon(Furniture).sections | lexicon(Furniture).buttons
    return (
        2 <= len(counted) <= 3
        and all(re.fullmatch(r"[^\W\d_a-z](?:[^\W\d_]*(?:[’'-][^\W\d_]+)*|\.)", w) for w in counted)
        and not text.isupper()
        and not any(w.casefold() in known for w in counted)
    )


def _named(text: str) -> bool:
    """A name with a trade, or with the counters of an author's page, behind it."""
    found = _NAMED.match(text + " ")
    if not found:
        return False
    last = text.rsplit(maxsplit=1)[-1].casefold()
    if 3 <= len(text.split()) <= 6 and last in lexicon(Furniture).counters and text[0].isupper():
        return True
    name = found[1].split()
    return 2 <= len(name) <= 4 and any(_in_list(part, lexicon(Furniture).trades) for part in _PARTS.split(text)[1:])


def _signed(text: str) -> bool:
    """A name with a trade right behind it ("Ann Lee Political correspondent"), or agencies ("Ann Lee and agencies")."""
    counted = [w.casefold() for w in text.split()]
    trade = counted[2:]
    known = lexicon(Furniture).trades | lexicon(Furniture).desks
    if 0 < len(trade) <= 4 and trade[-1] in lexicon(Furniture).trades and known.issuperset(trade):
        return bare_name(" ".join(text.split()[:2]))
    return _by_agencies([part for part in _SIGNATURES.split(text.strip("() ")) if part])


def _by_agencies(parts: Sequence[str]) -> bool:
    """Whether the parts of a line are agencies, at least one of them, and names."""
    told = [part.casefold() in lexicon(Furniture).agencies for part in parts]
    return any(told) and all(told[n] or bare_name(part) for n, part in enumerate(parts))


def heading_line(text: str) -> bool:
    """Whether a line near the headline holds only section, outlet, day or time."""
    if len(text.split()) > lexicon(Furniture).limits.section or _ends_as_sentence(text):
        return False
    if _WHEN.match(text):
        return True
    parts = [part for part in _PARTS.split(text) if part]
    told = [_is_heading(part) for part in parts]
    return bool(parts) and (all(told) if "|" not in text else any(told))


def _is_heading(part: str) -> bool:
    """Whether a part of a line is a day or time, a section or an outlet."""
    known = lexicon(Furniture)
    return bool(_WHEN.match(part)) or _in_list(part, known.sections) or _in_list(part, known.outlets)


def outlet(text: str) -> str | None:
    """The outlet that a line near the headline names."""
    for part in _PARTS.split(text):
        if (
            _in_list(part, lexicon(Furniture).outlets)
            and len(part.split()) >= 2
            and not _in_list(part, lexicon(Furniture).sections)
        ):
            return part
    return None


@loaded
def _phrases(listed: Words) -> re.Pattern[str]:
    longest = sorted(listed, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<![\w’'-])(?:" + "|".join(re.escape(p) for p in longest) + r")(?![\w’'-])", re.IGNORECASE)


def _in_list(part: str, listed: Words) -> bool:
    """Whether a part of a line is one of the listed words, with at most four others that are names."""
    counted = part.split()
    if not 1 <= len(counted) <= 5 or not _phrases(listed).search(part):
        return False
    return listed is lexicon(Furniture).trades or all(
        w[0].isupper() or w[0] in "&(" or w in ("of", "the", "and") for w in counted
    )


def _ends_as_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", "”", '"')) and not re.search(r"\b(?:[A-Z]|Jr|Sr|a\.m|p\.m)\.$", text)
