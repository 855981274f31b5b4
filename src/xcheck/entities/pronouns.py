"""What pronouns mean: by gender, recency, subject and quotation. A doubtful one gets no meaning.

After the filters of rule-based resolvers (Lappin and Leass 1994; Mitkov 1998; Lee et al. 2013), with the rule of
precision first: unnamed people count as rivals, and a tie stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xcheck.entities.binding import has_plural_between, is_coargument, is_empty, subject_above
from xcheck.entities.genders import genders
from xcheck.entities.mentions import Entity, Mention, Title
from xcheck.entities.offices import Gender, gender_of_word, is_human
from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax import quotations
from xcheck.nlp.syntax.subjects import NOMINAL, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_THIRD: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_BODY = frozenset({"it", "its", "itself", "they", "their", "them"})
_FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_REACH = 3
_MOST_FIGURES = 40


def found(analysis: Analysis, mentions: Sequence[Mention], titles: Sequence[Title]) -> Iterator[Mention]:
    """A mention for every pronoun of the document whose meaning is clear."""
    reader = _Reader.of(analysis, mentions, titles)
    for number, sentence in enumerate(analysis.sentences):
        reader.read(sentence, number)
    reader.hear(analysis)
    for i, entity in sorted(reader.meant.items()):
        token = analysis.doc[i]
        yield Mention(token.idx, token.idx + len(token), entity, named=False)


@dataclass(frozen=True)
class _Figure:
    """A person whom a pronoun may mean; ``entity`` is None for one without a name."""

    token: Token
    sentence: int
    entity: Entity | None
    gender: Gender | None

    @property
    def is_subject(self) -> bool:
        """Whether the person is subject of a main or reported clause, alone or with others."""
        node = self.token.head if self.token.dep_ == "conj" else self.token
        return node.dep_ in NOMINAL and node.head.dep_ in ("ROOT", "ccomp", "conj")


@dataclass
class _Reader:
    """Reads the sentences in order. ``at``: the entity of each mention by its head word; ``meant``: of each pronoun."""

    at: dict[int, Entity]
    covered: frozenset[int]
    quoted: frozenset[int]
    genders: dict[str, Gender]
    figures: list[_Figure] = field(default_factory=list)
    meant: dict[int, Entity] = field(default_factory=dict)
    subject: Token | None = None

    @classmethod
    def of(cls, analysis: Analysis, mentions: Sequence[Mention], titles: Sequence[Title]) -> _Reader:
        """A reader of a document, with the heads of its mentions, and the words that names and titles cover."""
        doc = analysis.doc
        spans = [(m, s) for m in mentions if (s := doc.char_span(m.start, m.end, alignment_mode="expand")) is not None]
        offices = (doc.char_span(t.start, t.end, alignment_mode="expand") for t in titles if t.kind == "title")
        covered = {i for span in (*(s for _, s in spans), *offices) if span for i in range(span.start, span.end)}
        quoted = quotations.quoted_words(doc, analysis.document)
        heads = {span.root.i: m.entity for m, span in spans}
        return cls(heads, frozenset(covered), quoted, genders(doc, mentions, titles))

    def read(self, sentence: Sentence, number: int) -> None:
        """Takes in the people of a sentence and resolves its third-person pronouns outside quotations."""
        self.figures = [f for f in self.figures if number - f.sentence <= _REACH]
        for token in sentence.tokens:
            if token.i in self.at:
                self._see(token, number, self.at[token.i])
            elif token.i not in self.covered:
                self._take_in(token, number)
        root = sentence.tokens.root
        self.subject = subject(root) if not sentence.headline else None

    def _take_in(self, token: Token, number: int) -> None:
        """Resolves a pronoun outside quotations; remembers somebody without a name."""
        if token.lower_ in _THIRD or token.lower_ in _BODY:
            if token.i not in self.quoted:
                meant = self._person(token, number) if token.lower_ in _THIRD else self._body(token)
                self._resolve(token, number, meant)
        elif token.tag_ == "NN" and is_human(token.lemma_.lower()):
            self.figures.append(_Figure(token, number, None, gender_of_word(token.lemma_.lower())))

    def _see(self, token: Token, number: int, entity: Entity) -> None:
        if entity.kind == "person":
            self.figures.append(_Figure(token, number, entity, self.genders.get(entity.key)))

    def _resolve(self, token: Token, number: int, entity: Entity | None) -> None:
        if entity is None:
            return
        self.meant[token.i] = entity
        if token.lower_ in _THIRD:
            self.genders.setdefault(entity.key, _THIRD[token.lower_])
        self._see(token, number, entity)

    def _entity(self, token: Token | None) -> Entity | None:
        return None if token is None else self.at.get(token.i) or self.meant.get(token.i)

    def _person(self, pronoun: Token, number: int) -> Entity | None:
        fitting = self._fitting(pronoun)
        if not fitting:
            return None
        nearest = max(f.sentence for f in fitting)
        group = [f for f in fitting if f.sentence == nearest]
        governed = self._by_subject(group, pronoun, same=nearest == number)
        return _one(group) or governed or _one([f for f in group if f.gender == _THIRD[pronoun.lower_]])

    def _fitting(self, pronoun: Token) -> list[_Figure]:
        """The people near by whom a pronoun may mean: of its gender, and not of its own verb."""
        gender = _THIRD[pronoun.lower_]
        near = [f for f in self.figures[-_MOST_FIGURES:] if f.gender in (None, gender)]
        barred = {_key(f) for f in near if is_coargument(f.token, pronoun)}
        return [f for f in near if _key(f) not in barred and self.genders.get(_key(f), gender) == gender]

    def _by_subject(self, group: Sequence[_Figure], pronoun: Token, *, same: bool) -> Entity | None:
        """Of several the one who is subject: of the clause that governs the pronoun, or of the sentence before."""
        if same:
            governing = subject_above(pronoun)
            return next((f.entity for f in group if governing is not None and f.token.i == governing.i), None)
        return _one([f for f in group if f.is_subject])

    def _body(self, pronoun: Token) -> Entity | None:
        """It, its, they: the body that is subject of the clause around it, or of the sentence before."""
        if pronoun.dep_ in NOMINAL:
            return _only_body(self._entity(self._before(pronoun)), pronoun)
        if pronoun.lower_ not in ("its", "their", "itself"):
            return None
        beside = self._entity(pronoun.head.head) if pronoun.head.dep_ == "conj" else None
        if beside is not None:
            return _only_body(beside, pronoun)
        governing = subject_above(pronoun)
        doubtful = governing is not None and pronoun.lower_ == "their" and has_plural_between(governing, pronoun)
        return None if doubtful else _only_body(self._entity(governing), pronoun)

    def _before(self, pronoun: Token) -> Token | None:
        """The subject that a pronoun takes up: of the clause that its own hangs on, or of the sentence before."""
        verb = pronoun.head
        if is_empty(pronoun):
            return None
        if verb.dep_ == "ROOT":
            acts = verb.lemma_.lower() in words("reporting", "clause") | words("metonyms", "verbs")
            return self.subject if acts else None
        if verb.dep_ not in (("ccomp",) if pronoun.lower_ == "they" else ("ccomp", "conj", "advcl")):
            return None
        return subject_above(pronoun)

    def hear(self, analysis: Analysis) -> None:
        """Gives "I" and "we" in quotations the speaker of the sentence, or of the one beside it in the paragraph."""
        inner = quotations.requoted_words(analysis.doc, analysis.document)
        own = self.quoted - inner
        for sentence, speaker in zip(analysis.sentences, self._speakers(analysis.sentences), strict=True):
            firsts = (t for t in sentence.tokens if t.i in own and t.lower_ in _FIRST and t.pos_ == "PRON")
            if speaker is not None:
                self.meant.update((t.i, speaker) for t in firsts)

    def _speakers(self, sentences: Sequence[Sentence]) -> list[Entity | None]:
        """The speaker of each sentence; one that is all quotation has that of the sentence before or after it."""
        speakers = [self._speaker(s) for s in sentences]
        for number, sentence in enumerate(sentences):
            if speakers[number] is None and _is_all_quoted(sentence, self.quoted):
                near = [i for i in (number - 1, number + 1) if 0 <= i < len(sentences)]
                near = [i for i in near if sentences[i].paragraph == sentence.paragraph]
                speakers[number] = next(filter(None, (speakers[i] for i in near)), None)
        return speakers

    def _speaker(self, sentence: Sentence) -> Entity | None:
        """Who utters the quotation in a sentence: the subject of a verb of saying outside the marks."""
        if not any(t.i in self.quoted for t in sentence.tokens):
            return None
        speech = words("reporting", "clause")
        verbs = (
            t for t in sentence.tokens if t.pos_ == "VERB" and t.i not in self.quoted and t.lemma_.lower() in speech
        )
        return next((e for v in verbs if (e := self._entity(subject(v))) is not None), None)


def _key(figure: _Figure) -> str:
    """Tells figures apart: an entity by its key, somebody without a name by the place."""
    return figure.entity.key if figure.entity is not None else f"#{figure.token.i}"


def _one(figures: Sequence[_Figure]) -> Entity | None:
    """The entity of the figures, where all of them are one and it has a name."""
    if not figures or any(f.entity is None for f in figures):
        return None
    entities = {f.entity.key: f.entity for f in figures if f.entity is not None}
    return next(iter(entities.values())) if len(entities) == 1 else None


def _only_body(entity: Entity | None, pronoun: Token) -> Entity | None:
    """The entity, if it is no person; a country is no "they"."""
    if entity is None or entity.kind == "person" or (pronoun.lower_.startswith("the") and entity.kind == "place"):
        return None
    return entity


def _is_all_quoted(sentence: Sentence, quoted: frozenset[int]) -> bool:
    return all(t.i in quoted for t in sentence.tokens if t.is_alpha)
