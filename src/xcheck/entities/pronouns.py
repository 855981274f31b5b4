"""What pronouns mean: by gender, recency, subject and quotation. A doubtful one gets no meaning.

After the filters of rule-based resolvers (Lappin and Leass 1994; Mitkov 1998; Lee et al. 2013), with the rule of
precision first: unnamed people count as rivals, and a tie stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xcheck.entities.genders import genders
from xcheck.entities.mentions import Entity, Mention, Title
from xcheck.entities.offices import Gender, gender_of_word, is_human
from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.entities import Metonyms
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.neighbours import after, before

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_THIRD: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_BODY = frozenset({"it", "its", "itself", "they", "their", "them"})
_FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_EMPTY = frozenset({"be", "seem", "appear", "emerge", "take", "happen", "turn", "rain", "snow"})
_CLOSING = {"“": "”", '"': '"', "‘": "’", "``": "''", "''": "''"}
_SINGLE = frozenset({"‘", "’", "'"})
_REACH = 3
_MOST_FIGURES = 40
_SUBJECTS = ("nsubj", "nsubjpass")
_LONGEST_CHAIN = 12


def found(analysis: Analysis, mentions: Sequence[Mention], titles: Sequence[Title]) -> Iterator[Mention]:
    """A mention for every pronoun of the document whose meaning is clear."""
    reader = _Reader.of(analysis.doc, mentions, titles)
    for number, sentence in enumerate(analysis.sentences):
        reader.read(sentence, number)
    reader.hear(analysis.sentences)
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
        return node.dep_ in _SUBJECTS and node.head.dep_ in ("ROOT", "ccomp", "conj")


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
    def of(cls, doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title]) -> _Reader:
        spans = [(m, s) for m in mentions if (s := doc.char_span(m.start, m.end, alignment_mode="expand")) is not None]
        covered = {i for _, s in spans for i in range(s.start, s.end)}
        for title in titles:
            span = doc.char_span(title.start, title.end, alignment_mode="expand")
            if span is not None and title.kind == "title":
                covered |= set(range(span.start, span.end))
        return cls(
            {s.root.i: m.entity for m, s in spans}, frozenset(covered), _in_quotes(doc), genders(doc, mentions, titles)
        )

    def read(self, sentence: Sentence, number: int) -> None:
        """Takes in the people of a sentence and resolves its third-person pronouns outside quotations."""
        self.figures = [f for f in self.figures if number - f.sentence <= _REACH]
        for token in sentence.tokens:
            if token.i in self.at:
                self._see(token, number, self.at[token.i])
            elif token.i in self.covered:
                continue
            elif token.lower_ in _THIRD and token.i not in self.quoted:
                self._resolve(token, number, self._person(token, number))
            elif token.lower_ in _BODY and token.i not in self.quoted:
                self._resolve(token, number, self._body(token))
            elif token.tag_ == "NN" and is_human(token.lemma_.lower()):
                self.figures.append(_Figure(token, number, None, gender_of_word(token.lemma_.lower())))
        root = sentence.tokens.root
        self.subject = _subject(root) if not sentence.headline else None

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
        gender = _THIRD[pronoun.lower_]
        near = [f for f in self.figures[-_MOST_FIGURES:] if f.gender in (None, gender)]
        barred = {_key(f) for f in near if _is_coargument(f.token, pronoun)}
        fitting = [f for f in near if _key(f) not in barred and self.genders.get(_key(f), gender) == gender]
        if not fitting:
            return None
        nearest = max(f.sentence for f in fitting)
        group = [f for f in fitting if f.sentence == nearest]
        governed = self._by_subject(group, pronoun, same=nearest == number)
        return _one(group) or governed or _one([f for f in group if f.gender == gender])

    def _by_subject(self, group: Sequence[_Figure], pronoun: Token, *, same: bool) -> Entity | None:
        """Of several the one who is subject: of the clause that governs the pronoun, or of the sentence before."""
        if same:
            governing = _subject_above(pronoun)
            return next((f.entity for f in group if governing is not None and f.token.i == governing.i), None)
        return _one([f for f in group if f.is_subject])

    def _body(self, pronoun: Token) -> Entity | None:
        """It, its, they: the body that is subject of the clause around it, or of the sentence before."""
        if pronoun.dep_ in _SUBJECTS:
            return _only_body(self._entity(self._before(pronoun)), pronoun)
        if pronoun.lower_ not in ("its", "their", "itself"):
            return None
        beside = self._entity(pronoun.head.head) if pronoun.head.dep_ == "conj" else None
        governing = _subject_above(pronoun)
        if (
            beside is None
            and governing is not None
            and pronoun.lower_ == "their"
            and _has_plural_between(governing, pronoun)
        ):
            return None
        return _only_body(beside or self._entity(governing), pronoun)

    def _before(self, pronoun: Token) -> Token | None:
        """The subject that a pronoun takes up: of the clause that its own hangs on, or of the sentence before."""
        verb = pronoun.head
        if _is_empty(pronoun):
            return None
        if verb.dep_ == "ROOT":
            acts = verb.lemma_.lower() in lexicon(Reporting).clause | lexicon(Metonyms).verbs
            return self.subject if acts else None
        if verb.dep_ not in (("ccomp",) if pronoun.lower_ == "they" else ("ccomp", "conj", "advcl")):
            return None
        return _subject_above(pronoun)

    def hear(self, sentences: Sequence[Sentence]) -> None:
        """Gives "I" and "we" in quotations the speaker of the sentence, or of the one beside it in the paragraph."""
        speakers = [self._speaker(s) for s in sentences]
        inner = inner_quotes(sentences[0].tokens.doc) if sentences else frozenset()
        for number, sentence in enumerate(sentences):
            speaker = speakers[number]
            for beside in (number - 1, number + 1):
                if (
                    speaker is None
                    and 0 <= beside < len(sentences)
                    and sentences[beside].paragraph == sentence.paragraph
                ):
                    speaker = speakers[beside] if _is_all_quoted(sentence, self.quoted) else None
            speakers[number] = speaker
            for token in sentence.tokens:
                own = token.i in self.quoted and token.i not in inner
                if speaker is not None and own and token.lower_ in _FIRST and token.pos_ == "PRON":
                    self.meant[token.i] = speaker

    def _speaker(self, sentence: Sentence) -> Entity | None:
        """Who utters the quotation in a sentence: the subject of a verb of saying outside the marks."""
        if not any(t.i in self.quoted for t in sentence.tokens):
            return None
        speech = lexicon(Reporting).clause
        verbs = (
            t for t in sentence.tokens if t.pos_ == "VERB" and t.i not in self.quoted and t.lemma_.lower() in speech
        )
        return next((e for v in verbs if (e := self._entity(_subject(v))) is not None), None)


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


def _has_plural_between(subject: Token, pronoun: Token) -> bool:
    """Whether a plural noun stands between, which "their" may mean as well."""
    return any(t.tag_ in ("NNS", "NNPS") for t in subject.doc[subject.i + 1 : pronoun.i])


def _is_coargument(token: Token, pronoun: Token) -> bool:
    """The subject of the verb whose object the pronoun is: "Ann Roe saw her", "Ann Roe ran into her"."""
    if pronoun.dep_ not in ("dobj", "dative", "pobj") or pronoun.lower_.endswith("self") or token.dep_ not in _SUBJECTS:
        return False
    governor = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    return token.head.i == governor.i


def _is_empty(pronoun: Token) -> bool:
    """Means nothing: "it is likely that…", "it emerged that…"."""
    verb = pronoun.head
    return (
        pronoun.lower_ == "it"
        and verb.lemma_.lower() in _EMPTY
        and any(c.dep_ in ("ccomp", "xcomp", "acomp", "attr", "csubj") for c in verb.children)
    )


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with."""
    node = verb
    for _ in range(_LONGEST_CHAIN):
        own = next((c for c in node.children if c.dep_ in (*_SUBJECTS, "expl")), None)
        if own is not None:
            return own
        if node.dep_ not in ("conj", "xcomp") or node.head.i == node.i:
            return None
        node = node.head
    return None


def _subject_above(pronoun: Token) -> Token | None:
    """The subject of the nearest verb above a pronoun that has one which is not the pronoun or holds it."""
    node = pronoun
    holding = {pronoun.i}
    for _ in range(_LONGEST_CHAIN):
        if node.head.i == node.i:
            return None
        node = node.head
        if node.dep_ == "relcl" or node.pos_ in ("VERB", "AUX"):
            subject = _subject(node)
            if subject is not None and subject.tag_ in ("WP", "WDT"):
                return node.head
            if subject is not None and subject.i not in holding:
                return subject
        holding.add(node.i)
    return None


def _in_quotes(doc: Doc) -> frozenset[int]:
    """The indices of the words inside quotation marks; a line that opens none ends none.

    A single mark closes only beside punctuation, since else it may be an apostrophe.
    """
    inside: list[int] = []
    mark = ""
    for token in doc:
        if (token.is_space and "\n" in token.text) or (
            mark and token.text == mark and (mark != "’" or _is_edge(before(token)) or _is_edge(after(token)))
        ):
            mark = ""
        elif not mark and token.text in _CLOSING:
            mark = _CLOSING[token.text]
        elif mark:
            inside.append(token.i)
    return frozenset(inside)


def _is_edge(beside: Token | None) -> bool:
    """Whether what stands beside a mark sets it off: punctuation, or the edge of the text."""
    return beside is None or beside.is_punct


def inner_quotes(doc: Doc) -> frozenset[int]:
    """The indices of the words that a quotation quotes in its turn: "He told me: 'I will stay.'"."""
    inside: list[int] = []
    opened = False
    for i in sorted(_in_quotes(doc)):
        token, previous = doc[i], before(doc[i])
        single = token.text in _SINGLE
        if not opened and single and (_is_edge(previous) or (previous is not None and previous.whitespace_)):
            opened = not token.whitespace_
        elif opened and single and (_is_edge(previous) or _is_edge(after(token))):
            opened = False
        elif opened and not token.is_space:
            inside.append(i)
        else:
            opened = False
    return frozenset(inside)


def _is_all_quoted(sentence: Sentence, quoted: frozenset[int]) -> bool:
    return all(t.i in quoted for t in sentence.tokens if t.is_alpha)
