"""The forms of English time expressions, as patterns over one sentence, built from ``lexicons/times``.

Each rule names one form. Where two overlap the longer one holds; neighbours that make one time ("8 a.m." and "on
Friday", "the spring of" and "last year") are fused; and words that belong to it ("early", "almost", "a mere") join it.
The division follows the taggers that lead TempEval-3: HeidelTime (Strötgen and Gertz 2013) and SUTime (Chang and
Manning 2012). The patterns have no nested repetition, so that time stays linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from xcheck.claims.time.vocabulary import any_of, vocabulary
from xcheck.nlp.lexicon import lexicon

# One character for one, so that offsets hold.
_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "—": ";", "‑": "-", "‐": "-"} | dict.fromkeys("\u00a0\u202f\n\t", " ")
)
_REACH_BACK = 48

_DAYS = frozenset({"numeric", "monthday", "daymonth", "weekday", "day", "word", "holiday", "around"})
_HOURS = frozenset({"clock", "part"})
_YEARLY = frozenset({"monthday", "daymonth", "month", "season", "quarter", "half", "holiday"})
_OF_DAY = frozenset({"hour", "clock"})
_COMPOUND = frozenset({"way", "which", "rest"})
_UNITS_DOWN = ("Y", "M", "W", "D", "TH", "TM", "TS")

_DAY_THEN_HOUR = re.compile(
    r",? (?:(?:just |shortly )?(?:before|after|at|by|around|about|early|late|in|in the) )?(?:(?:around|about) )?|'s "
)
_HOUR_THEN_DAY = re.compile(r",? (?:local time,? )?(?:(?:on|of|in)(?: the)? )?")
_PERIOD_THEN_YEAR = re.compile(r",? (?:of )?(?:the )?|,|,? \(")
_BETWEEN_LENGTHS = re.compile(r",? (?:and )?")


@dataclass(frozen=True)
class Expression:
    """A time expression as found: ``[start, end)`` in the sentence, its form, and its parts in lower case."""

    start: int
    end: int
    rule: str
    parts: dict[str, str]


@dataclass(frozen=True)
class _Form:
    """One pattern of a rule; it is tried where the sentence has one of ``needs``, or a digit if ``digits``."""

    rule: str
    pattern: re.Pattern[str]
    needs: frozenset[str]
    digits: bool


def expressions(sentence: str) -> list[Expression]:
    """The time expressions of a sentence in order, none overlapping, by form alone: the parse has not been asked."""
    text = sentence.translate(_FOLDED)
    found = _fused(text, _longest(_matches(text), len(text)))
    return [_extended(text, e, found[i - 1].end if i else 0) for i, e in enumerate(found)]


def unit_code(unit: str) -> str:
    """The code of a unit of time, singular or plural: ``weeks`` → ``W``, ``hour`` → ``TH``."""
    table = lexicon("times")
    return str(table["units"][table["plurals"].get(unit, unit)])


def _matches(text: str) -> Iterator[tuple[int, Expression]]:
    present = set(re.findall(r"[a-z]+", text.lower()))
    digits = any(c.isdecimal() for c in text)
    for order, form in enumerate(_forms()):
        if not (digits and form.digits) and form.needs.isdisjoint(present):
            continue
        for match in form.pattern.finditer(text):
            if _capital(text, match):
                yield from ((order, expression) for expression in _read(form.rule, match))


def _read(rule: str, match: re.Match[str]) -> Iterator[Expression]:
    """The expression of a match; two for a range of lengths ("two", "three years"), as TimeML has it."""
    parts = {name: part.lower() for name, part in match.groupdict().items() if part}
    low = parts.pop("low", None)
    if low is None:
        yield Expression(match.start(), match.end(), rule, parts)
        return
    yield Expression(match.start("low"), match.end("low"), rule, {"count": low, "unit": parts["unit"]})
    yield Expression(match.start("count"), match.end(), rule, parts)


def _capital(text: str, match: re.Match[str]) -> bool:
    """Names of months and days count with a capital letter alone."""
    named = (g for g in ("month", "short_month", "weekday") if g in match.re.groupindex and match[g])
    return all(text[match.start(g)].isupper() for g in named)


def _longest(candidates: Iterable[tuple[int, Expression]], length: int) -> list[Expression]:
    taken = bytearray(length)
    chosen = []
    for _, found in sorted(candidates, key=lambda c: (c[1].start - c[1].end, c[1].start, c[0])):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
            chosen.append(found)
    return sorted(chosen, key=lambda e: e.start)


def _fused(text: str, found: list[Expression]) -> list[Expression]:
    fused: list[Expression] = []
    for right in found:
        fused.append(right)
        while len(fused) > 1:
            joined = _joined(fused[-2], fused[-1], text)
            if joined is None:
                break
            fused[-2:] = [joined]
    return fused


def _joined(left: Expression, right: Expression, text: str) -> Expression | None:
    """One time out of two neighbours, or None where they are two."""
    gap = text[left.end : right.start]
    if left.rule in _HOURS or right.rule in _HOURS:
        return _with_hour(left, right, gap)
    if left.rule == right.rule == "duration" and _BETWEEN_LENGTHS.fullmatch(gap) and _goes_down(left, right):
        rest = f"{right.parts['count']} {right.parts['unit']}"
        return replace(left, end=right.end, parts={**left.parts, "rest": rest})
    if gap.endswith("(") and not text.startswith(")", right.end):
        return None
    return _with_end(left, right, gap) or _with_year(left, right, gap)


def _with_hour(left: Expression, right: Expression, gap: str) -> Expression | None:
    """A day and a time of day in either order, or a clock time and a part of the day."""
    whole = replace(left, end=right.end, parts={**right.parts, **left.parts})
    if right.rule in _HOURS and _DAY_THEN_HOUR.fullmatch(gap):
        return whole if _takes_hour(left, right) or (left.rule, right.rule) == ("clock", "part") else None
    if left.rule in _HOURS and _HOUR_THEN_DAY.fullmatch(gap) and _takes_hour(right, left):
        return replace(whole, rule=right.rule)
    return None


def _with_year(left: Expression, right: Expression, gap: str) -> Expression | None:
    """A month, season or feast and its year; or a year and its quarter."""
    if _is_year(left) and right.rule in ("quarter", "half", "season") and gap in (" ", "'s "):
        return replace(right, start=left.start, parts={**right.parts, **_year_of(left)})
    if not _lacks_year(left) or not _PERIOD_THEN_YEAR.fullmatch(gap):
        return None
    plain = _is_year(right) and ("year" in right.parts or "," not in gap)
    if plain or (left.rule, right.rule) == ("season", "years"):
        return replace(left, end=right.end + gap.endswith("("), parts={**left.parts, **_year_of(right)})
    return None


def _lacks_year(found: Expression) -> bool:
    """Whether an expression is a part of the year without the year."""
    return "year" not in found.parts and (found.rule in _YEARLY or _is_same(found))


def _with_end(left: Expression, right: Expression, gap: str) -> Expression | None:
    """A year and its end in either order: "2010 year-end", "year-end 2010"."""
    for year, end in ((left, right), (right, left)):
        if year.rule == "year" and end.parts.get("what") == "year" and end.parts.get("share") == "end" and gap == " ":
            return replace(year, start=left.start, end=right.end, parts={**year.parts, "share": "end"})
    return None


def _takes_hour(day: Expression, hour: Expression) -> bool:
    """Whether a day has room for a time of day: a clock time beside a part of the day, but no two of a kind."""
    if day.rule not in _DAYS or day.parts.keys() & _OF_DAY:
        return False
    return hour.rule == "clock" or not {"part", "what"} & day.parts.keys()


def _is_year(found: Expression) -> bool:
    return found.rule in ("year", "fiscal") or (found.rule == "period" and found.parts["what"] == "year")


def _is_same(found: Expression) -> bool:
    """Whether a year may follow: "the same month last year"."""
    return found.parts.get("which") == "same" and found.parts.get("what") in ("month", "quarter")


def _year_of(found: Expression) -> dict[str, str]:
    return {"year": found.parts["year"]} if "year" in found.parts else {"year_which": found.parts.get("which", "")}


def _goes_down(left: Expression, right: Expression) -> bool:
    """Two plain lengths of which the second is counted in the smaller unit: "one year" and "two months"."""
    if _COMPOUND & (left.parts.keys() | right.parts.keys()) or not left.parts.keys() & right.parts.keys() >= {"count"}:
        return False
    units = [unit_code(e.parts["unit"]) for e in (left, right)]
    return all(u in _UNITS_DOWN for u in units) and _UNITS_DOWN.index(units[0]) < _UNITS_DOWN.index(units[1])


def _extended(text: str, found: Expression, floor: int) -> Expression:
    """The expression with the words before it that say which share of it, or how nearly."""
    before = text[max(floor, found.start - _REACH_BACK) : found.start]
    match = _leading().search(before)
    if match is None:
        return found
    share = {"share": match["share"].lower()} if match["share"] else {}
    return replace(found, start=found.start - len(before) + match.start(), parts={**found.parts, **share})


@cache
def _leading() -> re.Pattern[str]:
    table = lexicon("times")
    share = rf"(?P<share>{any_of(table['shares'])})(?:-| (?:in |on )?)(?:the )?"
    nearly = rf"(?:{any_of(table['approximations'])}) "
    return re.compile(rf"(?<![\w-])(?:{nearly})?(?:(?:the )?{share}|{nearly})$", re.IGNORECASE)


@cache
def _forms() -> tuple[_Form, ...]:
    """The forms in their order: of two equally long readings the first one's holds."""
    table, listed = lexicon("times"), vocabulary()
    forms = []
    for entry in table["forms"]:
        form = re.sub(r"(?<!P)<([a-z_]+)>", lambda m: f"(?:{listed[m[1]]})", entry["form"])
        pattern = re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE)
        needs = frozenset(word for need in entry["needs"] for word in _needed(table.get(need, [need])))
        forms.append(_Form(entry["rule"], pattern, needs, digits="digits" in entry["needs"]))
    return tuple(forms)


def _needed(phrases: Iterable[str]) -> Iterator[str]:
    """The longest word of each phrase, and its plural."""
    for phrase in phrases:
        word = max(re.findall(r"[a-z]+", phrase), key=len)
        yield from (word, f"{word}s")
