"""Cut training data into pairs of sentences with one value hidden in each: do the two answer one question?

What hides behind the two masks says nothing, so equal values teach the same as different ones: two reports that give
one figure for one thing show how one question is asked in two wordings, and there are far more of these than of
reports that differ.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from judge.rows import Row, coverage, fold_of

MASK = "[MASK]"
AROUND = 26  # words kept on either side of a value

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
_NUMBER = {w: n for w, n in zip(_WORDS, [*range(1, 21), *range(30, 100, 10)], strict=True)}
_VAGUE = {"dozens": 36, "scores": 60, "hundreds": 500, "thousands": 5000, "half": 0.5, "dozen": 12}
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\."
)
_NUM = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{'|'.join(_WORDS)})(?:-(?:{'|'.join(_WORDS[:9])}))?)"
    r"(?:[ -](?:hundred|thousand|million|billion|trillion|bn|m)\b)?"
)
_FORMS = (
    ("money", rf"(?:US|C|A)?[$£€] ?{_NUM}"),
    ("percent", rf"{_NUM}(?=(?: percent| per cent|%|-percent| percentage))"),
    ("clock", r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?)|\d{1,2}:\d\d"),
    ("day", rf"(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})(?: \d{{4}})?"),
    ("weekday", _DAYS),
    ("month", rf"(?:{_MONTHS})(?: \d{{4}})?"),
    ("year", r"(?:19|20)\d\d"),
    ("vote", r"\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?(?![\w-])"),
    ("duration", rf"{_NUM}(?=[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?)\b(?![ -]old))"),
    ("age", rf"{_NUM}(?=[ -]years?[ -]old)|(?<=, )\d\d(?=,)|(?<=aged )\d+"),
    (
        "measure",
        rf"{_NUM}(?=[ -](?:miles?|km|kilomet\w+|met(?:er|re)s?|feet|foot|inch\w*|pounds?|kg|tons?|tonnes?|acres?|"
        rf"degrees|mph|gallons?|lit\w+|magnitude|GHz|megawatts?)\b)|(?<=magnitude[ -])\d+(?:\.\d+)?|"
        r"(?<=magnitude of )\d+(?:\.\d+)?",
    ),
    ("rank", r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b"),
    ("count", rf"{_NUM}|dozens|scores|hundreds|thousands"),
)
_PATTERN = re.compile(
    "|".join(rf"(?P<k{n}>(?<![\w.,$£€])(?:{form})(?!\w))" for n, (_, form) in enumerate(_FORMS)), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a sentence: where it stands, its kind, and what it comes to."""

    start: int
    end: int
    kind: str
    text: str

    @property
    def key(self) -> str | float:
        """A number, or the words of a date."""
        if self.kind in ("day", "weekday", "month", "clock", "vote", "rank"):
            return self.text.casefold().replace(".", "")
        return number(self.text)


def number(text: str) -> float:
    """Read a figure in figures or words."""
    total, scale = 0.0, 1.0
    for word in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.casefold()):
        if word[0].isdigit():
            total += float(word.replace(",", "").rstrip(".") or 0)
        elif word in _SCALE:
            scale = _SCALE[word]
        else:
            total += _NUMBER.get(word, _VAGUE.get(word, 0))
    return (total or 1.0) * scale


def values(sentence: str) -> list[Value]:
    """Find the values of a sentence, from left to right."""
    found = []
    for match in _PATTERN.finditer(sentence):
        kind = _FORMS[int(str(match.lastgroup)[1:])][0]
        if match[0].casefold() == "one" or (kind == "month" and match[0] in ("may", "march")):
            continue
        found.append(Value(match.start(), match.end(), kind, match[0]))
    return found


def asked(sentence: str, value: Value) -> str:
    """Hide a value, and keep the words around it."""
    before, after = sentence[: value.start].split(" "), sentence[value.end :].split(" ")
    return f"{' '.join(before[-AROUND:])}{MASK}{' '.join(after[: AROUND + 1])}"


def equal(one: Value, other: Value) -> bool:
    """Whether two values of a kind are one, or nearly."""
    a, b = one.key, other.key
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= 0.005 * max(abs(a), abs(b))
    return a == b


def unlike(one: Value, other: Value) -> bool:
    """Whether two values can't be two roundings of one."""
    a, b = one.key, other.key
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) > 0.02 * max(abs(a), abs(b))
    return a not in str(b) and b not in str(a)


def told(one: Value, words: str) -> bool:
    """Whether a value stands in the words that a reader marked."""
    return one.text in words


def of_articles(pair: dict[str, Any], *, seed: int, most: int = 40) -> Iterator[Row]:
    """Cut a pair of articles that a reader went through."""
    rng = random.Random(f"{seed}:{pair['group']}:{pair['sentences']['a'][:1]}")
    sides = {s: [(t, values(t)) for t in pair["sentences"][s]] for s in "ab"}
    same = {(x[0], x[1]) for x in pair["same"]}
    differ = {(x[0], x[1]): x for x in pair["differ"]}
    tempting = {(x[0], x[1]) for x in pair["tempting"]}
    ones, others = [], []
    for i, (a, mine) in enumerate(sides["a"]):
        for j, (b, yours) in enumerate(sides["b"]):
            for one in mine:
                for other in yours:
                    if one.kind != other.kind:
                        continue
                    row = differ.get((i, j))
                    is_told = row is not None and told(one, row[3]) and told(other, row[4])
                    near = _likeness(a, b, one, other)
                    if (is_told and row and row[2] in ("quantity", "time")) or (
                        equal(one, other) and ((i, j) in same or ((i, j) not in tempting and _is_rare(one) and near))
                    ):
                        ones.append((a, b, one, other))
                    elif unlike(one, other) and not is_told:
                        others.append((near + rng.random() * 0.3, a, b, one, other))
    others.sort(key=lambda o: -o[0])
    likely = others[: max(10, min(most, 3 * len(ones)))]
    yield from (_row(a, b, one, other, "one", pair["group"], "real") for a, b, one, other in ones[:most])
    yield from (_row(a, b, one, other, "other", pair["group"], "real") for _, a, b, one, other in likely)
    for s in "ab":
        own = [
            (_likeness(a, b, one, other) + rng.random() * 0.3, a, b, one, other)
            for n, (a, mine) in enumerate(sides[s])
            for b, yours in sides[s][n + 1 :]
            for one in mine
            for other in yours
            if one.kind == other.kind and unlike(one, other)
        ]
        own.sort(key=lambda o: -o[0])
        yield from (_row(a, b, one, other, "other", pair["group"], "within") for _, a, b, one, other in own[:5])


def of_written(paths: Sequence[Path]) -> Iterator[Row]:
    """Cut written pairs of sentences."""
    for path in paths:
        for line in path.open(encoding="utf-8"):
            record = json.loads(line)
            a, b, words = record["a"], record["b"], record["words"]
            for one in values(a):
                for other in values(b):
                    if one.kind != other.kind:
                        continue
                    is_told = len(words) == 2 and told(one, words[0]) and told(other, words[1])
                    if record["label"] == "other":
                        label = "other"
                    elif is_told and record["type"] in ("quantity", "time"):
                        label = "one"
                    elif equal(one, other):
                        label = "one"
                    elif unlike(one, other) and not is_told:
                        label = "other"
                    else:
                        continue
                    yield _row(a, b, one, other, label, "", path.stem)


def of_marked(paths: Sequence[Path]) -> Iterator[Row]:
    """Read rows whose values are marked: ``"... [[42]] people ..."``."""
    for path in paths:
        for line in path.open(encoding="utf-8"):
            record = json.loads(line)
            sides = []
            for side in "ab":
                before, _, rest = record[side].partition("[[")
                value, _, after = rest.partition("]]")
                sides.append(asked(before + value + after, Value(len(before), len(before + value), record["kind"], value)))
            yield Row(sides[0], sides[1], question=record["label"], source=path.stem)


def _row(a: str, b: str, one: Value, other: Value, label: str, group: str, source: str) -> Row:
    return Row(asked(a, one), asked(b, other), question=label, group=group, source=source)


def _is_rare(value: Value) -> bool:
    """Whether two reports hardly have a value in common by chance."""
    key = value.key
    return key > 12 and value.kind != "year" if isinstance(key, float) else value.kind in ("vote", "clock", "day")


def _likeness(a: str, b: str, one: Value, other: Value) -> float:
    left, right = ({w for w in re.findall(r"[a-z]{4,}", asked(t, v).casefold())} for t, v in ((a, one), (b, other)))
    return len(left & right) / (1 + min(len(left), len(right)))
