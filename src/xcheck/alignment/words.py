"""The words of a sentence as support and the comparison weigh them: form, kind, and what would say something else.

Contrast sets (``rules/lexicons/contrast-sets.yaml``) are words of one kind of which a place in a sentence takes one:
knee and shoulder, first and last. Opposites are those of ``language.opposites``. Both are added to from WordNet
(``rules/lexicons/cohyponyms.yaml``), for words that the lists by hand don't know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from xcheck.entities.gazetteer import gazetteer
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicons.base import Phrases
from xcheck.nlp.lexicons.comparison import Thresholds
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import Cohyponyms, ContrastSets, Opposites, Predicates
from xcheck.nlp.stems import stem
from xcheck.nlp.syntax.numbers import PRINTED_YEAR, cardinals
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.resources import WORDS, loaded, memoised

Kind = Literal["figure", "year", "name", "word", "function"]

_TOKEN = re.compile(
    r"(?P<ordinal>\d+(?:st|nd|rd|th)\b)|(?P<figure>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<end>[.?!:;])"
)
_CONTRACTED = re.compile(r"n['’]t$")
_APOSTROPHES = str.maketrans("‘ʼ`", "'''")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence; ``start`` counts in the document.

    ``key`` is what equal words share, ``groups`` its groups of contrast sets (``kind/group``), ``figure`` its number,
    ``shown`` how the sentence writes it.
    """

    start: int
    text: str
    key: str
    kind: Kind
    groups: frozenset[str] = frozenset()
    figure: float | None = None
    negated: bool = False
    shown: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The contrast sets of which it is in a group."""
        return frozenset(group.partition("/")[0] for group in self.groups)


def words_of(sentence: Span, claims: Iterable[Claim]) -> tuple[Word, ...]:
    """The words of a sentence in order, ``start`` counted in the document; a contracted "not" is a word of its own.

    ``claims`` are those made in the sentence: their predicates are negated as they say, others by what stands before;
    a word that opens a sentence is a name where it begins a person, an organisation or a place that takes part in one.
    """
    made = tuple(claims)
    found = [*_found(sentence, made)]
    found = [replace(w, shown=_shown(w, sentence)) for w in found]
    said = {c.predicate.start: c.polarity == "negated" for c in made if c.predicate}
    return tuple(
        replace(word, negated=True) if said.get(word.start, _after_negator(found, at)) else word
        for at, word in enumerate(found)
    )


def _shown(word: Word, sentence: Span) -> str:
    at = word.start - sentence.start
    return sentence.text[at : at + len(word.text)]


def _found(sentence: Span, made: Sequence[Claim]) -> Iterator[Word]:
    names = {p.start for c in made for p in c.participants if p.kind in ("person", "organisation", "place")}
    opening = True
    for match in _TOKEN.finditer(sentence.text.translate(_APOSTROPHES)):
        start = sentence.start + match.start()
        if match.lastgroup != "end":
            yield from _read(match, start, opening=opening and start not in names)
        opening = match.lastgroup == "end"


def says_other(word: Word, other: Word) -> bool:
    """Whether the other, in the place of the word, would say something that cannot hold beside it."""
    if word.key == other.key or word.groups & other.groups:
        return False
    if word.figure is not None and other.figure is not None:
        limit = lexicon(Thresholds).figures.rounding if word.kind == "figure" else 0.0
        return word.kind == other.kind and abs(word.figure - other.figure) > limit * abs(word.figure)
    if word.kind == other.kind == "name":
        return True
    return _exclude(word, other) and not same_deed(word, other)


def _exclude(word: Word, other: Word) -> bool:
    """Whether two words are opposites, or of two groups of one kind."""
    return other.key in _opposites().get(word.key, ()) or not word.kinds.isdisjoint(other.kinds)


def has_contrast(word: Word) -> bool:
    """Whether any other word, in its place, would say something that cannot hold beside it."""
    return bool(word.groups) or word.figure is not None or word.kind == "name" or word.key in _opposites()


def one_sort(word: Word, other: Word) -> bool:
    """Whether both words name a country or its like, or neither does."""
    return word.key.startswith("@") == other.key.startswith("@")


def same_deed(word: Word, other: Word) -> bool:
    """Whether two words tell one kind of event, by the groups of ``rules/lexicons/predicates.yaml``."""
    mine = _deeds().get(word.key)
    return mine is not None and not mine.isdisjoint(_deeds().get(other.key, ()))


def _after_negator(found: Sequence[Word], at: int) -> bool:
    if found[at].kind == "function":
        return False
    return any(
        w.text in lexicon(SupportModel).negators for w in found[max(0, at - lexicon(SupportModel).negation) : at]
    )


def _read(match: re.Match[str], start: int, *, opening: bool) -> Iterator[Word]:
    text = match.group()
    if match.lastgroup == "ordinal":
        yield Word(start, text, text, "word", _groups(text) or frozenset({f"order/{text}"}))
    elif match.lastgroup == "figure":
        yield _figure(start, text, text.replace(",", ""))
    elif contracted := _CONTRACTED.search(text):
        yield from _plain(start, text[: contracted.start()], opening=opening)
        yield Word(start + contracted.start(), "n't", "not", "function")
    else:
        yield from _plain(start, re.split("['’]", text)[0], opening=opening)


def _plain(start: int, text: str, *, opening: bool) -> Iterator[Word]:
    low = text.lower()
    if low in cardinals():
        yield _figure(start, low, str(cardinals()[low]))
    elif low in lexicon(SupportModel).function:
        yield Word(start, low, low, "function", _groups(low))
    elif text[:1].isupper() and (entry := gazetteer().get(fold(text))):
        yield Word(start, low, "@" + entry.key, "name")
    else:
        groups = _groups(low)
        named = text[:1].isupper() and not text.isupper() and not opening and not groups
        yield Word(start, low, stem(low), "name" if named else "word", groups)


def _figure(start: int, text: str, number: str) -> Word:
    try:
        value = float(number)
    except ValueError:  # a date with points, a version
        return Word(start, text, text, "word")
    is_year = number == text and re.fullmatch(PRINTED_YEAR, text) is not None
    return Word(start, text, f"#{value:g}", "year" if is_year else "figure", frozenset(), value)


@memoised(WORDS)
def _groups(word: str) -> frozenset[str]:
    """The groups in contrast sets of a lower-case word, as it stands or in the singular."""
    table = _contrast_sets()
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word))
    return next((table[f] for f in forms if f in table), frozenset())


@loaded
def _contrast_sets() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for kind, groups in lexicon(ContrastSets).root.items():
        for number, group in enumerate(groups):
            for word in group:
                table.setdefault(str(word), set()).add(f"{kind}/{number}")
    known = table.keys() | lexicon(SupportModel).function
    further = {word: frozenset({name}) for word, name in _cohyponyms() if word not in known}
    return further | {word: frozenset(names) for word, names in table.items()}


def _cohyponyms() -> Iterator[tuple[str, str]]:
    """The nouns and verbs of ``rules/lexicons/cohyponyms.yaml``, each with its group."""
    listed = lexicon(Cohyponyms)
    for part, kinds in (("nouns", listed.nouns), ("verbs", listed.verbs)):
        for kind, groups in enumerate(_parted(kinds)):
            for number, group in enumerate(groups):
                yield from ((word, f"{part}-{kind}/{number}") for word in group)


def _parted(kinds: Phrases) -> list[list[list[str]]]:
    """The kinds of a part of speech: in each, the groups of words that exclude those of the other groups."""
    return [[group.split() for group in kind.split(" / ")] for kind in kinds]


@loaded
def _opposites() -> dict[str, frozenset[str]]:
    """For each stem those of its opposites."""
    data = lexicon(Opposites)
    table: dict[str, set[str]] = {}
    for left, right in (*data.pairs, (data.up, data.down), *_parted(lexicon(Cohyponyms).adjectives)):
        for ones, others in ((left, right), (right, left)):
            for word in ones:
                table.setdefault(stem(word), set()).update(stem(other) for other in others)
    return {word: frozenset(others - {word}) for word, others in table.items()}


@loaded
def _deeds() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, group in enumerate(lexicon(Predicates).groups):
        for word in group:
            table.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}
