"""The forms of English time expressions, as patterns over one sentence, built from the words in ``lexicons/times``.

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

from xcheck.language.lexicon import lexicon

# One character for one, so that offsets hold.
_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "–": "-", "—": ";", "‑": "-", "‐": "-"}
)
_REACH_BACK = 48

_DAY_RULES = frozenset({"numeric", "monthday", "daymonth", "weekday", "day", "word", "holiday", "around"})
_HOUR_RULES = frozenset({"clock", "part"})
_PARTIAL_RULES = frozenset({"monthday", "daymonth", "month", "season", "quarter", "half", "holiday"})


@dataclass(frozen=True)
class Expression:
    """A time expression as found: ``[start, end)`` in the sentence, its form, and its parts in lower case."""

    start: int
    end: int
    rule: str
    parts: dict[str, str]


def expressions(sentence: str) -> list[Expression]:
    """The time expressions of a sentence in order, none overlapping, by form alone: the parse has not been asked."""
    if not _may_hold_time(sentence):
        return []
    text = sentence.translate(_FOLDED)
    found = _fused(text, _longest(list(_matches(text)), len(text)))
    return [_extended(text, e, found[i - 1].end if i else 0) for i, e in enumerate(found)]


def _may_hold_time(sentence: str) -> bool:
    return any(c.isdigit() for c in sentence) or not _triggers().isdisjoint(re.findall(r"[a-z]+", sentence.lower()))


def _matches(text: str) -> Iterator[tuple[int, Expression]]:
    for order, (rule, pattern) in enumerate(_rules()):
        for match in pattern.finditer(text):
            parts = {name: part.lower() for name, part in match.groupdict().items() if part}
            if _capital(text, match):
                yield order, Expression(match.start(), match.end(), rule, parts)


def _capital(text: str, match: re.Match[str]) -> bool:
    """Names of months and days count with a capital letter alone."""
    named = (match.start(g) for g in ("month", "weekday") if g in match.re.groupindex and match[g])
    return all(text[start].isupper() for start in named)


def _longest(candidates: list[tuple[int, Expression]], length: int) -> list[Expression]:
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
        joined = _joined(fused[-1], right, text[fused[-1].end : right.start]) if fused else None
        if joined is None:
            fused.append(right)
            continue
        fused[-1] = joined
        while len(fused) > 1:
            again = _joined(fused[-2], fused[-1], text[fused[-2].end : fused[-1].start])
            if again is None:
                break
            fused[-2:] = [again]
    return fused


def _joined(left: Expression, right: Expression, gap: str) -> Expression | None:
    """One time out of two neighbours, or None where they are two."""
    start, end = left.start, right.end
    if _is_day(left) and right.rule in _HOUR_RULES and _AFTER_DAY.fullmatch(gap):
        return Expression(start, end, left.rule, {**left.parts, **right.parts})
    if left.rule in _HOUR_RULES and _is_day(right) and _BEFORE_DAY.fullmatch(gap):
        return Expression(start, end, right.rule, {**left.parts, **right.parts})
    if left.rule == "clock" and right.rule == "part" and _AFTER_DAY.fullmatch(gap):
        return replace(left, end=end, parts={**right.parts, **left.parts})
    if left.rule in _PARTIAL_RULES and "year" not in left.parts and _is_year(right) and _BEFORE_YEAR.fullmatch(gap):
        explicit = "year" in right.parts
        return (
            Expression(start, end, left.rule, {**left.parts, **_year_of(right)}) if explicit or "," not in gap else None
        )
    if _is_year(left) and right.rule in ("quarter", "half", "season") and gap in (" ", "'s ", " 's "):
        return Expression(start, end, right.rule, {**right.parts, **_year_of(left)})
    if left.rule == right.rule == "duration" and _BETWEEN_LENGTHS.fullmatch(gap) and _longer_unit(left, right):
        return replace(left, end=end, parts={**left.parts, "rest": f"{right.parts['count']} {right.parts['unit']}"})
    return None


_AFTER_DAY = re.compile(
    r",? (?:(?:at|in the|around|at about|at around|about|by|early|late|just after|just before|shortly before|shortly after) )?|,? at (?:around|about) |'s "
)
_BEFORE_DAY = re.compile(r",? (?:(?:on|of|on the|of the|local time|local time on|in the) )?")
_BEFORE_YEAR = re.compile(r",? (?:of )?(?:the )?|,")
_BETWEEN_LENGTHS = re.compile(r",? (?:and )?")


def _is_day(found: Expression) -> bool:
    if "part" in found.parts or "hour" in found.parts or "clock" in found.parts:
        return found.rule in _DAY_RULES and not ("hour" in found.parts or "clock" in found.parts)
    return found.rule in _DAY_RULES and "plural" not in found.parts


def _is_year(found: Expression) -> bool:
    return found.rule in ("year", "fiscal") or (found.rule == "period" and found.parts.get("what") == "year")


def _year_of(found: Expression) -> dict[str, str]:
    if "year" in found.parts:
        return {"year": found.parts["year"]}
    return {"year_which": found.parts["which"]}


def _longer_unit(left: Expression, right: Expression) -> bool:
    order = "TS TM TH D W M Y".split()
    units = [
        order.index(c) if c in order else -1 for c in (unit_code(left.parts["unit"]), unit_code(right.parts["unit"]))
    ]
    plain = not {"way", "which", "low", "rest"} & (left.parts.keys() | right.parts.keys())
    return plain and units[0] > units[1] >= 0


def unit_code(unit: str) -> str:
    """The code of a unit of time, singular or plural: ``weeks`` → ``W``, ``hour`` → ``TH``."""
    table = lexicon("times")
    return str(table["units"][table["plurals"].get(unit, unit)])


def _extended(text: str, found: Expression, floor: int) -> Expression:
    """The expression with the words before it that say which share of it, or how nearly."""
    before = text[max(floor, found.start - _REACH_BACK) : found.start]
    match = _leading().search(before)
    if match is None:
        return found
    share = re.sub(r"\s+", " ", match["share"].lower()) if match["share"] else ""
    start = found.start - len(before) + match.start()
    return replace(found, start=start, parts={**found.parts, **({"share": share} if share else {})})


@cache
def _leading() -> re.Pattern[str]:
    words = lexicon("times")
    share = rf"(?P<share>{_any(words['shares'])})(?:-|\s+(?:in\s+|on\s+)?)(?:the\s+)?"
    nearly = rf"(?:{_any(words['approximations'])})\s+"
    return re.compile(rf"(?<![\w-])(?:{nearly})?(?:{share}|the\s+|{nearly})$", re.IGNORECASE)


@cache
def _triggers() -> frozenset[str]:
    words = lexicon("times")
    lists: list[Iterable[str]] = [
        words[key]
        for key in ("months", "short_months", "weekdays", "short_weekdays", "seasons", "parts", "clock_words", "units")
    ]
    lists += [words[key] for key in ("plurals", "days", "present", "past", "future", "sets", "holidays", "decades")]
    single = {part for words_of in lists for phrase in words_of for part in re.findall(r"[a-z]+", phrase)}
    plural = {f"{word}s" for key in ("weekdays", "parts", "seasons") for word in words[key]}
    return frozenset((single | plural) - {"the", "at", "in", "day", "on"} | {"day", "quarter", "half", "fiscal"})


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms, each with its pattern; of two equally long readings the first rule's holds."""
    words = lexicon("times")
    table = _vocabulary()
    return tuple(
        (rule, re.compile(rf"(?<!\w)(?:{_filled(form, table)})(?!\w)", re.IGNORECASE)) for rule, form in words["forms"]
    )


def _filled(form: str, table: dict[str, str]) -> str:
    """A form with each ``<name>`` replaced by the alternatives of that name."""
    return re.sub(r"(?<!P)<([a-z_]+)>", lambda m: f"(?:{table[m[1]]})", form)


@cache
def _vocabulary() -> dict[str, str]:
    words = lexicon("times")
    ones, tens = _any(words["ones"]), _any(words["tens"])
    number = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d{{1,2}})?|(?:{tens})(?:[\s-](?:{ones}))?|{_any(words['teens'])}|{ones}"
    large = r"(?:\s+(?:hundred|thousand|million|billion|dozen))"
    single = _any(words["single"])
    return {
        "month": _any(words["months"]),
        "short_month": _any(words["short_months"]),
        "weekday": _any(words["weekdays"]) + rf"|(?:{_any(words['short_weekdays'])})\.",
        "season": _any(words["seasons"]),
        "part": _any(words["parts"]),
        "unit": _any(words["units"]),
        "units": _any([*words["plurals"], *words["units"]]),
        "plurals": _any(words["plurals"]),
        "date": r"3[01]|[12]\d|0?[1-9]",
        "year": r"(?:1[0-9]|20|21)\d\d",
        "count": rf"(?:{number})\s+and\s+a\s+half|(?:a\s+)?half(?:\s+an?)?|a\s+quarter\s+of\s+a|{_any(words['vague'])}|(?:{number}){large}?|an?{large}|{single}",
        "number": number,
        "ordinal": _any(words["ordinals"]) + r"|\d{1,2}(?:st|nd|rd|th)",
        "which": _any(w for w in words["which"] if w != "that"),
        "span": _any({*words["backward"], *words["forward"], "recent", "first", "final", "intervening"}),
        "way": _any(w for w in words["ways"] if w not in _OPEN_WAYS),
        "open_way": _any(_OPEN_WAYS),
        "decades": _any(words["decades"]),
        "days": _any(words["days"]),
        "reference": _any([*words["present"], *words["past"], *words["future"]]),
        "sets": _any(words["sets"]),
        "holiday": _any(words["holidays"]),
        "clock_word": _any(words["clock_words"]),
        "stretching": _any(words["stretching"]),
        "age": _any(words["not_time_after"]),
    }


_OPEN_WAYS = ("before", "after", "prior", "beforehand", "afterward", "afterwards", "previously")
