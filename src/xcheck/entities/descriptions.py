"""Descriptions that stand for a name: "the minister" for the one minister of the article, "the union" for its union."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xcheck.entities.mentions import Entity, Mention, Title
from xcheck.entities.offices import is_human
from xcheck.nlp.analysis import Analysis
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import HYPHENS, after

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ANY = "*"  # a body whose name does not say what it is may be a company
_OFTEN = 2
_FAR_OFTENER = 3
_SUFFIXES = frozenset({"plc", "inc", "ltd", "llc", "corp", "gmbh"})

_DEFINITE = frozenset({"the", "that", "this"})


def found(analysis: Analysis, mentions: Sequence[Mention], titles: Sequence[Title]) -> Iterator[Mention]:
    """The definite descriptions of which the document knows exactly one bearer."""
    nouns = _free_nouns(analysis, [*mentions, *titles])
    bearers = _Bearers.of(analysis.doc, mentions, titles, nouns)
    for noun in nouns:
        definite = next((c for c in noun.children if c.dep_ == "det" and c.lower_ in _DEFINITE), None)
        entity = bearers.aged(noun) or bearers.of_noun(noun) if definite is not None else None
        if definite is not None and entity is not None:
            yield Mention(definite.idx, noun.idx + len(noun), entity, named=False)


def _free_nouns(analysis: Analysis, named: Sequence[Mention | Title]) -> list[Token]:
    """The nouns of a document's sentences that are part of no name and no title."""
    taken = {i for m in named for i in _span(analysis.doc, m.start, m.end)}
    tokens = (t for s in analysis.sentences for t in s.tokens)
    return [t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.i not in taken]


def _by_head(titles: Sequence[Title], people: Mapping[str, Entity]) -> dict[str, list[Title]]:
    found: dict[str, list[Title]] = {}
    for title in titles:
        if title.holder in people:
            found.setdefault(title.head or title.words, []).append(title)
    return found


def _span(doc: Doc, start: int, end: int) -> range:
    span = doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


@dataclass(frozen=True)
class _Bearers:
    """Who bears which description: people's titles by their head noun or age, bodies by the words that fit them."""

    titles: Mapping[str, Sequence[Title]]
    people: Mapping[str, Entity]
    bodies: Mapping[str, Mapping[str, Entity]]
    introduced: frozenset[str]
    counts: Mapping[str, int]
    foremost: dict[str, Entity | None] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title], nouns: Sequence[Token]) -> _Bearers:
        """Who bears what in a document; ``nouns`` are those outside of names and titles."""
        people = {m.entity.key: m.entity for m in mentions if m.entity.kind == "person"}
        counts = Counter(m.entity.key for m in mentions)
        return cls(_by_head(titles, people), people, _bodies(doc, mentions), _introduced(nouns), counts)

    def of_noun(self, noun: Token) -> Entity | None:
        """Who is meant by a noun."""
        lemma = noun.lemma_.lower()
        if noun.tag_ not in ("NN", "NNP") or _is_another(noun):
            return None
        if is_human(lemma) and lemma not in self.introduced:
            return self._person(lemma, _modifiers(noun))
        if lemma in words("titles", "bodies"):
            return self._body(lemma, _modifiers(noun))
        return None

    def aged(self, noun: Token) -> Entity | None:
        """Who is "the 43-year-old", with nothing after."""
        doc, i = noun.doc, noun.i
        if noun.lower_ != "old" or i < 4 or doc[i - 1].text not in HYPHENS or not doc[i - 4].text.isdecimal():
            return None
        holders = {t.holder for t in self.titles.get(doc[i - 4].text, ())}
        return self.people[holders.pop()] if len(holders) == 1 else None

    def _person(self, lemma: str, modifiers: set[str]) -> Entity | None:
        """The one person so titled, or the one of several whom the document names far oftener."""
        holders = {t.holder for t in self.titles.get(lemma, ()) if modifiers <= set(t.words.split())}
        ranked = sorted(holders, key=lambda k: (-self.counts[k], k))
        if not ranked or (len(ranked) > 1 and self.counts[ranked[0]] <= _FAR_OFTENER * self.counts[ranked[1]]):
            return None
        return self.people[ranked[0]]

    def _body(self, lemma: str, modifiers: set[str]) -> Entity | None:
        """The one body that is called so, or one that the document names more than twice as often as any other.

        What else the description says must be in its name: "the appeals court" is no Supreme Court.
        """
        called = self.bodies.get(lemma, {})
        if len(called) != 1 and lemma not in self.foremost:
            self.foremost[lemma] = self._foremost(lemma)
        entity = next(iter(called.values())) if len(called) == 1 else self.foremost[lemma]
        fits = entity is not None and (
            lemma in words("roles", "business") or modifiers <= set(fold(entity.name).split())
        )
        return entity if fits else None

    def _foremost(self, lemma: str) -> Entity | None:
        kinds = words("roles", "business") | {_ANY} if lemma in words("roles", "business") else {lemma}
        fitting = {k: e for kind in sorted(kinds) for k, e in self.bodies.get(kind, {}).items()}
        ranked = sorted(fitting, key=lambda k: (-self.counts[k], k))
        often = [self.counts[k] for k in ranked[:2]]
        if not often or often[0] < _OFTEN or (len(often) > 1 and often[0] <= 2 * often[1]):
            return None
        return fitting[ranked[0]]


def _is_another(noun: Token) -> bool:
    """Followed by what tells it from the one named ("the driver of the lorry", "the judge who…"), or set against it."""
    if any(
        c.dep_ in ("relcl", "acl") or (c.dep_ == "prep" and c.lower_ in ("of", "for") and c.i > noun.i)
        for c in noun.children
    ):
        return True
    if any(c.lower_ in words("roles", "others") for c in noun.children):
        return True
    following = after(noun)
    return following is not None and (following.pos_ in ("PROPN", "NOUN") or following.text in HYPHENS)


def _modifiers(noun: Token) -> set[str]:
    return {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod", "nmod")}


def _introduced(nouns: Iterable[Token]) -> frozenset[str]:
    """Human nouns that the document brings in without a name ("a driver"): "the driver" may be that one."""
    return frozenset(
        n.lemma_.lower()
        for n in nouns
        if any(c.dep_ == "det" and c.lower_ in ("a", "an", "another") for c in n.children) and n.dep_ != "appos"
    )


def _bodies(doc: Doc, mentions: Iterable[Mention]) -> dict[str, dict[str, Entity]]:
    """For each word for a body ("union") the organisations of the document that it fits."""
    fitting: dict[str, dict[str, Entity]] = {}
    for mention in mentions:
        if mention.entity.kind == "organisation":
            tokens = _span(doc, mention.start, mention.end)
            for word in _words_for(doc, tokens, mention.entity):
                fitting.setdefault(word, {})[mention.entity.key] = mention.entity
    return fitting


def _words_for(doc: Doc, tokens: range, entity: Entity) -> Iterator[str]:
    bodies = words("titles", "bodies")
    name = fold(entity.name).split()
    yield from (w for w in name if w in bodies)
    if not set(name) & words("titles", "public") and not entity.name.isupper():
        yield _ANY
    yield from _words_before(doc, tokens.start)
    if tokens.stop < len(doc):
        yield from _words_after(doc, tokens.stop)


def _words_before(doc: Doc, start: int) -> Iterator[str]:
    """What stands right before a body's name, or what is "known as" it: "the union Tarn", "a union, known as Tarn"."""
    before = doc[start - 1] if start else None
    if before is None:
        return
    if before.pos_ in ("NOUN", "ADJ") and before.lower_ in words("titles", "bodies"):
        yield before.lower_
    if before.lower_ == "as" and start > 3 and doc[start - 2].lower_ == "known":
        noun = doc[start - 4] if doc[start - 3].text in (",", "(") else doc[start - 3]
        yield noun.lower_


def _words_after(doc: Doc, stop: int) -> Iterator[str]:
    """What stands right after a body's name: "plc", or an apposition."""
    if doc[stop].lower_ in _SUFFIXES:
        yield "company"
    if doc[stop].text in (",", "("):
        yield from _apposed(doc, stop + 1)


def _apposed(doc: Doc, first: int) -> Iterator[str]:
    """The noun of an apposition ("…, the conciliation service,")."""
    if first >= len(doc) or doc[first].lower_ not in ("a", "an", "the"):
        return
    for i in range(first + 1, min(first + 7, len(doc) - 1)):
        if doc[i].pos_ == "NOUN" and doc[i + 1].pos_ not in ("NOUN", "PART"):
            yield doc[i].lemma_.lower()
            return
        if doc[i].pos_ not in ("NOUN", "ADJ", "PROPN", "VERB", "ADV") and doc[i].text not in HYPHENS:
            return
