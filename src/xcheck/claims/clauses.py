"""The asserting clauses of a document: what is said to happen or hold, each once, with its words and its subject.

Clauses are cut from the dependency parse (ClearNLP labels, as spaCy's English models give them). A clause is headed
by a verb, or by the predicate of a verbless headline or fragment; coordinated predicates, relative, adverbial,
participial and reported clauses are clauses of their own, and so are events in nouns ("the firm's closure of two
plants"), after NomBank (Meyers et al. 2004).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.derivation import verb_of
from xcheck.nlp.syntax.subjects import own_subject, subject
from xcheck.nlp.syntax.verbs import AUXILIARIES, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBORDINATE = frozenset({"advcl", "relcl", "acl", "ccomp", "csubj", "parataxis", "pcomp"})
_EVENT_ARGUMENTS = frozenset({"of", "by"})
_DIRECTIONS = frozenset({"to", "from", "into"})
_EDGE = frozenset({",", ";", ":", "-", "–", "—", "and", "but", "or", "yet", ".", "”", '"', "’", "'"})


@dataclass(frozen=True)
class Clause:
    """One asserting clause.

    ``root`` carries the predicate (a verb, or the adjective or noun of a headline or an event in a noun). ``tokens``
    are the clause's own, in order, without the clauses inside it that are clauses of their own. ``subject`` is the
    token of who or what it is said of, wherever it stands (shared by coordination, or the noun before a relative).
    """

    sentence: Sentence
    root: Token
    tokens: tuple[Token, ...]
    subject: Token | None
    form: Literal["clause", "event", "title", "fragment"] = "clause"

    @property
    def start(self) -> int:
        """Its first character's offset in the document."""
        return int(self.tokens[0].idx)

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return int(self.tokens[-1].idx + len(self.tokens[-1]))


def find(analysis: Analysis) -> tuple[Clause, ...]:
    """The clauses of the document in the order of the text; every sentence with a word in it has at least one."""
    found: list[Clause] = []
    for sentence in analysis.sentences:
        found.extend(sorted(_in_sentence(sentence), key=lambda c: (c.start, -c.end, c.root.i)))
    return tuple(found)


def _in_sentence(sentence: Sentence) -> Iterator[Clause]:
    inside = {t.i for t in sentence.tokens}
    roots = [t for t in sentence.tokens if _heads_clause(t, inside)]
    owner = _owners(sentence, {t.i for t in roots})
    yield from _predications(sentence, roots, owner)
    yield from _events(sentence, owner)


def _predications(sentence: Sentence, roots: Sequence[Token], owner: Mapping[int, int]) -> Iterator[Clause]:
    """Yield the clause of each root, with the tokens that it owns; one without a word or number is none."""
    for root in roots:
        tokens = _trimmed([t for t in sentence.tokens if owner[t.i] == root.i])
        if any(t.is_alpha or t.like_num for t in tokens):
            form: Literal["clause", "fragment"] = "clause" if root.pos_ in ("VERB", "AUX") else "fragment"
            yield Clause(sentence, root, tokens, subject(root), form)


def _events(sentence: Sentence, owner: Mapping[int, int]) -> Iterator[Clause]:
    """Yield the events that nouns of a sentence name, with their arguments inside the clause that holds them."""
    for token in sentence.tokens:
        if _is_event(token):
            whole = sorted({*token.subtree, *_direction(token)}, key=lambda t: t.i)
            tokens = tuple(t for t in whole if owner.get(t.i) == owner[token.i])
            yield Clause(sentence, token, tokens, _possessor(token), "event")


def _heads_clause(token: Token, inside: set[int]) -> bool:
    if token.dep_ == "ROOT" or token.head.i not in inside:
        return not (token.is_punct or token.is_space)
    if token.dep_ in _SUBORDINATE:
        return _predicates(token) and not _is_absorbed(token)
    if token.dep_ != "conj" or not _is_verb(token) or _is_bare(token):
        return False
    return _is_verb(token.head) or own_subject(token) is not None


def _predicates(token: Token) -> bool:
    """Whether a word says something of a subject: a verb, or any word with a subject of its own."""
    return _is_verb(token) or own_subject(token) is not None


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _is_absorbed(token: Token) -> bool:
    """Tell whether a subordinate verb belongs to the clause around it: bare, or an infinitive of purpose."""
    return (token.dep_ in ("acl", "pcomp") and _is_bare(token)) or _is_purpose(token)


def _is_purpose(token: Token) -> bool:
    """An infinitive of purpose or content ("to finish the report") belongs to the clause that it completes."""
    return token.tag_ == "VB" and own_subject(token) is None and is_infinitive(token)


def _is_bare(token: Token) -> bool:
    """A verb without any word of its own ("and left", "cars sold") asserts nothing that can be cut out."""
    return not any(not c.is_punct and c.dep_ not in (*AUXILIARIES, "cc", "conj") for c in token.children)


def _owners(sentence: Sentence, roots: set[int]) -> dict[int, int]:
    """For each token the clause root that governs it most closely."""
    owner: dict[int, int] = {}
    fallback = next(iter(sorted(roots)), -1)
    for token in sentence.tokens:
        trail, node = [], token
        while node.i not in owner and node.i not in roots and node.head.i != node.i:
            trail.append(node.i)
            node = node.head
        found = node.i if node.i in roots else owner.get(node.i, fallback)
        for i in (token.i, *trail):
            owner[i] = found
    return owner


def _trimmed(tokens: list[Token]) -> tuple[Token, ...]:
    """The tokens without the commas, dashes and coordinators at the ends, which join clauses and belong to none."""
    first, last = 0, len(tokens)
    while first < last and (tokens[first].lower_ in _EDGE or tokens[first].is_space):
        first += 1
    while last > first and (tokens[last - 1].lower_ in _EDGE or tokens[last - 1].is_space):
        last -= 1
    return tuple(tokens[first:last])


def _possessor(noun: Token) -> Token | None:
    return next((c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")), None)


def _is_event(token: Token) -> bool:
    """A noun that names an event and says of whom or what: "its closure of two plants", "the firm's rejection"."""
    if token.pos_ != "NOUN" or verb_of(token.lemma_.lower()) is None:
        return False
    has_object = any(c.dep_ == "prep" and c.lower_ in _EVENT_ARGUMENTS for c in token.children)
    has_actor = any(c.dep_ == "poss" for c in token.children)
    if has_actor:
        return has_object or any(c.dep_ == "prep" for c in token.children)
    return has_object and _is_definite(token)


def _direction(token: Token) -> list[Token]:
    """Where the event leads, when the parser hangs it higher: "talk of its deployment of troops / to the coast"."""
    last = max(t.i for t in token.subtree)
    if last + 1 >= len(token.doc):
        return []
    after = token.doc[last + 1]
    hangs_higher = after.head in token.ancestors and after.head.pos_ in ("NOUN", "VERB")
    return list(after.subtree) if after.lower_ in _DIRECTIONS and after.dep_ == "prep" and hangs_higher else []


def _is_definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ == "the" for c in token.children) and any(
        g.dep_ == "pobj" for c in token.children if c.dep_ == "prep" for g in c.children
    )
