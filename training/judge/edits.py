"""Edit sentences in ways that matter and in ways that do not, so that the judge learns which is which.

A sentence and its edit are one statement. A harmless edit (other marks, a number in words, a clause left out) fits; a
harmful one (another figure, day, direction or outcome, a denial) does not. The words are of no one subject.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from judge.rows import Row

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November")
_HARMLESS = (
    ("per cent", "percent"),
    ("U.S.", "US"),
    ("United States", "US"),
    ("do not", "don't"),
    ("did not", "didn't"),
    ("was not", "wasn't"),
    ("is not", "isn't"),
    ("about", "around"),
    ("about", "some"),
    ("said", "told reporters"),
    ("percent", "%"),
    (" and ", " & "),
    ("kilometers", "km"),
    ("million", "m"),
    ("began", "started"),
    ("purchase", "buy"),
    ("attempted", "tried"),
    ("nearly", "almost"),
    ("children", "kids"),
    ("released", "issued"),
    ("announced", "said"),
    ("Mr. ", ""),
    ("Mr ", ""),
    ("Ms. ", ""),
    ("Sen. ", "Senator "),
    ("Rep. ", "Representative "),
    ("Gov. ", "Governor "),
    ("the ", "a "),
    (" that ", " "),
    ("however, ", ""),
    (" also ", " "),
    ("older", "elder"),
    ("large", "big"),
)
_HARMFUL = (
    ("before", "after", "time"),
    ("north", "south", "place"),
    ("northern", "southern", "place"),
    ("east", "west", "place"),
    ("eastern", "western", "place"),
    ("inside", "outside", "place"),
    ("morning", "evening", "time"),
    ("first", "second", "time"),
    ("third", "fourth", "quantity"),
    ("million", "billion", "quantity"),
    ("more than", "less than", "quantity"),
    ("at least", "at most", "quantity"),
    ("rose", "fell", "polarity"),
    ("increased", "decreased", "polarity"),
    ("higher", "lower", "polarity"),
    ("approved", "rejected", "polarity"),
    ("accepted", "refused", "polarity"),
    ("won", "lost", "polarity"),
    ("killed", "injured", "polarity"),
    ("arrested", "released", "polarity"),
    ("opened", "closed", "polarity"),
    ("supports", "opposes", "polarity"),
    ("with", "without", "polarity"),
    ("agreed", "declined", "polarity"),
    ("denied", "admitted", "polarity"),
    ("guilty", "not guilty", "polarity"),
    ("will", "may", "modality"),
    ("will", "could", "modality"),
    ("all", "some", "modality"),
    ("former", "current", "role"),
    ("brother", "cousin", "role"),
    ("mother", "aunt", "role"),
    ("president", "vice president", "role"),
    ("because of", "despite", "cause"),
)
_AUXILIARY = re.compile(r"\b(is|was|are|were|will|has|had|would|could|did)\b(?! not| n)")
_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?![\w,]|\.\d)|(?<![\w.,])\d{2,5}(?![\w,]|\.\d)")
_SAID = re.compile(r", (?:[^,“”\"]{2,60} (?:said|says|added)|according to [^,]{3,60})(?: on \w+)?\.$")


def edited(sentences: list[str], *, harmless: int, harmful: int, seed: int) -> list[Row]:
    """Draw sentences and edit them: so many harmless edits, identity among them, and so many harmful ones."""
    rng = random.Random(seed)
    plain = [s for s in sentences if 8 <= len(s.split()) <= 45]
    rows: list[Row] = [Row(s, s, "same", "borne-out", source="edit") for s in rng.sample(plain, harmless // 5)]
    rng.shuffle(plain)
    for sentence in plain:
        if len(rows) < harmless and (other := _harmless(sentence, rng)) is not None:
            rows.append(_turned(Row(sentence, other, "same", source="edit"), rng))
    rng.shuffle(plain)
    bad: list[Row] = []
    for sentence in plain:
        if len(bad) < harmful and (row := _harmful(sentence, rng)) is not None:
            bad.append(_turned(row, rng))
    return rows + bad


def _turned(row: Row, rng: random.Random) -> Row:
    if rng.random() < 0.5:
        return row
    words = (row.words[1], row.words[0]) if row.words else None
    return Row(row.b, row.a, row.relation, row.support, row.kind, words, source="edit")


def _harmless(sentence: str, rng: random.Random) -> str | None:
    edits: list[Callable[[str, random.Random], str]] = [_marks, _words, _words, _digits, _shorter, _shorter]
    found = sentence
    for edit in rng.sample(edits, rng.choice((1, 2, 3))):
        found = edit(found, rng)
    return found if found != sentence and len(found.split()) >= 5 else None


def _marks(sentence: str, rng: random.Random) -> str:
    table = rng.choice(('“"”"’\'', '"“'))
    for old, new in zip(table[::2], table[1::2], strict=True):
        sentence = sentence.replace(old, new)
    return sentence


def _words(sentence: str, rng: random.Random) -> str:
    fitting = [(a, b) for a, b in _HARMLESS if a in sentence]
    return sentence.replace(*rng.choice(fitting), 1) if fitting else sentence


def _digits(sentence: str, rng: random.Random) -> str:
    for number, word in rng.sample([*enumerate(_NUMBERS[1:], 2)], len(_NUMBERS) - 1):
        for old, new in ((rf"\b{word}\b", str(number)), (rf"(?<![\w.,$£€]){number}(?![\w,.])", word)):
            if re.search(old, sentence):
                return re.sub(old, new, sentence, count=1)
    return sentence


def _shorter(sentence: str, rng: random.Random) -> str:
    """Leave out who says so, or a clause between commas; what is left says nothing else."""
    if _SAID.search(sentence) and rng.random() < 0.5:
        return _SAID.sub(".", sentence)
    parts = sentence.split(", ")
    if len(parts) >= 3 and not re.search(r"[\"“”]| and | or ", sentence):
        at = rng.randrange(1, len(parts))
        rest = ", ".join(parts[:at] + parts[at + 1 :]) if at < len(parts) - 1 else ", ".join(parts[:-1]) + "."
        return rest if len(rest.split()) >= 6 else sentence
    return sentence


def _harmful(sentence: str, rng: random.Random) -> Row | None:
    edits = [_figure, _number, _day, _pair, _pair, _pair, _denial]
    rng.shuffle(edits)
    for edit in edits:
        found = edit(sentence, rng)
        if found is not None:
            other, old, new, kind = found
            other = _marks(other, rng) if rng.random() < 0.2 and new not in "\"“”’'" else other
            if new in other:
                return Row(sentence, other, "differ", "contradicted", kind, (old, new), source="edit")
    return None


Edit = tuple[str, str, str, str]


def _figure(sentence: str, rng: random.Random) -> Edit | None:
    found = [*_FIGURE.finditer(sentence)]
    if not found:
        return None
    match = rng.choice(found)
    value = int(match[0].replace(",", ""))
    year = 1900 <= value <= 2030 and "," not in match[0]
    other = value + rng.choice((-3, -2, 2, 3)) if year or value < 30 else int(value * rng.choice((0.5, 0.7, 1.3, 1.6)))
    if other <= 0 or other == value:
        return None
    new = f"{other:,}" if "," in match[0] else str(other)
    return sentence[: match.start()] + new + sentence[match.end() :], match[0], new, "time" if year else "quantity"


def _number(sentence: str, rng: random.Random) -> Edit | None:
    found = [w for w in _NUMBERS[1:] if re.search(rf"\b{w}\b", sentence)]
    if not found:
        return None
    old = rng.choice(found)
    new = rng.choice([w for w in _NUMBERS[1:] if w != old])
    return re.sub(rf"\b{old}\b", new, sentence, count=1), old, new, "quantity"


def _day(sentence: str, rng: random.Random) -> Edit | None:
    for names in rng.sample([_DAYS, _MONTHS], 2):
        found = [w for w in names if re.search(rf"\b{w}\b", sentence)]
        if found:
            old = rng.choice(found)
            new = rng.choice([w for w in names if w != old])
            return re.sub(rf"\b{old}\b", new, sentence, count=1), old, new, "time"
    return None


def _pair(sentence: str, rng: random.Random) -> Edit | None:
    both = [(a, b, k) for x, y, k in _HARMFUL for a, b in ((x, y), (y, x))]
    found = [(a, b, k) for a, b, k in both if re.search(rf"\b{a}\b", sentence)]
    if not found:
        return None
    old, new, kind = rng.choice(found)
    return re.sub(rf"\b{old}\b", new, sentence, count=1), old, new, kind


def _denial(sentence: str, rng: random.Random) -> Edit | None:
    if re.search(r"\bnot \b", sentence) and rng.random() < 0.7:
        at = sentence.index("not ")
        before = sentence[:at].split()[-1:] or [""]
        old = f"{before[0]} not"
        return (sentence.replace("not ", "", 1), old, before[0], "polarity") if old in sentence and before[0] else None
    match = _AUXILIARY.search(sentence)
    if match is None:
        return None
    new = f"{match[0]} not"
    return sentence[: match.start()] + new + sentence[match.end() :], match[0], new, "polarity"
