"""Who and what takes part in a clause, resolved to entities: passives turned round, events in nouns opened.

Parts follow the proto-roles of PropBank and NomBank (Palmer et al. 2005; Meyers et al. 2004), read off the parse.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.entities.gazetteer import known
from xcheck.entities.names import Names
from xcheck.entities.offices import is_human
from xcheck.entities.spans import text_of
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax import subjects, verbs
from xcheck.records.base import Span
from xcheck.records.claim import EntityKind, Part, Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDER: tuple[Part, ...] = ("agent", "patient", "recipient", "attribute", "instrument", "other")
_PHRASE = frozenset(
    {*("det", "amod", "compound", "nmod", "nummod", "poss", "case", "quantmod", "advmod", "prep", "neg", "predet")}
)
_TIMES = frozenset({"DATE", "TIME"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_RELATIVE = frozenset({"WP", "WDT"})
_INNER = frozenset({"pobj", "poss", "conj", "appos"})  # how a name stands inside a participant's phrase
_CONTENT = ("xcomp", "advcl", "ccomp")
_DEEPEST = 4


def of(clause: Clause, names: Names, text: str) -> tuple[Participant, ...]:
    """The participants of a clause of ``text``, the agent first, then in the order of the text."""
    found: dict[int, Participant] = {}
    for part, token in _event(clause) if clause.form == "event" else _verbal(clause):
        for member in _members(subjects.antecedent(token)):
            if member.pos_ in _NOUNS and member.tag_ not in _RELATIVE and member.i not in found:
                found[member.i] = _participant(member, part, names, text)
    inner = _inner(clause, names, {p.entity for p in found.values()})
    everybody = [*found.values(), *(_participant(name, "other", names, text) for name in inner)]
    return tuple(sorted(everybody, key=lambda p: (_ORDER.index(p.part), p.start)))


def _inner(clause: Clause, names: Names, taken: Collection[str | None]) -> Iterable[Token]:
    """The names that stand inside the phrases of others ("with the help of Ida Moss"), each entity once."""
    found: dict[str, Token] = {}
    for token in clause.tokens:
        entity = names.at(token.idx, token.idx + len(token)) if token.pos_ == "PROPN" else None
        if entity is not None and entity.key not in taken and token.dep_ in _INNER:
            found.setdefault(entity.key, token)
    return found.values()


def _participant(token: Token, part: Part, names: Names, text: str) -> Participant:
    start, end = _extent(token)
    entity = names.at(token.idx, token.idx + len(token))
    span = Span.of(text, start, end)
    kind: EntityKind = entity.kind if entity is not None else _kind(token)
    return Participant(
        **dict(span), part=part, head=token.lemma_.lower(), entity=entity.key if entity else None, kind=kind
    )


def _kind(token: Token) -> EntityKind:
    """What a common noun means: a person, several, a body, or a thing."""
    lemma = token.lemma_.lower()
    if is_human(lemma) or lemma in ("he", "she", "who", "i"):
        return "group" if token.tag_ in ("NNS", "NNPS") else "person"
    if lemma in words("titles", "bodies"):
        return "organisation"
    if lemma in ("they", "we", "people") or known(text_of((token,))) is not None:
        return "group"
    return "thing"


def _extent(token: Token) -> tuple[int, int]:
    """The noun phrase without relative clauses, appositions and further members of a list."""
    before = (c.left_edge for c in token.lefts if c.dep_ in _PHRASE)
    first = min((token, *before), key=lambda t: t.i)
    last = _end_of_phrase(token)
    return int(first.idx), int(last.idx + len(last))


def _end_of_phrase(token: Token) -> Token:
    """The last word of what is "of" or "for" a noun; the noun where a clause or an apposition is part of that."""
    after = (c.right_edge for c in verbs.children(token, "prep") if c.i > token.i and c.lower_ in ("of", "for"))
    last = max((token, *after), key=lambda t: t.i)
    aside = any(t.dep_ in ("relcl", "appos", "acl") for t in token.doc[token.i + 1 : last.i + 1])
    return token if aside else last


def _members(token: Token) -> Iterator[Token]:
    """A noun and those that are joined with it by "and" or commas."""
    queue = [token]
    while queue:
        noun = queue.pop(0)
        yield noun
        queue.extend(c for c in noun.children if c.dep_ == "conj" and c.pos_ in _NOUNS)


def _verbal(clause: Clause) -> Iterator[tuple[Part, Token]]:
    root = clause.root
    passive = verbs.is_passive(root)
    if clause.subject is not None:
        yield ("patient" if passive else "agent"), clause.subject
    own = {t.i for t in clause.tokens}
    if root.pos_ not in ("VERB", "AUX"):
        yield from _of_nominal(root)
    for verb in _verbs(root, own):
        yield from _complements(verb, passive=passive and verb is root)


def _verbs(root: Token, own: set[int]) -> Iterator[Token]:
    """The predicate and the infinitives that complete it within the clause ("agreed to sign")."""
    ring = [root]
    for _ in range(_DEEPEST):
        yield from ring
        ring = [c for v in ring for c in v.children if c.dep_ in _CONTENT and c.i in own and c.pos_ in ("VERB", "AUX")]


def _complements(verb: Token, *, passive: bool) -> Iterator[tuple[Part, Token]]:
    for child in verb.children:
        if child.dep_ == "dobj":
            yield "patient", child
        elif child.dep_ == "dative":
            yield "recipient", next((c for c in child.children if c.dep_ == "pobj"), child)
        elif child.dep_ in ("attr", "acomp", "oprd"):
            yield "attribute", child
        elif child.dep_ in ("prep", "agent"):
            yield from _of_preposition(child, passive=passive)


def _of_preposition(preposition: Token, *, passive: bool) -> Iterator[tuple[Part, Token]]:
    governed = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if governed is not None and governed.ent_type_ not in _TIMES:
        yield _part_behind(preposition, governed, passive=passive), governed


def _part_behind(preposition: Token, governed: Token, *, passive: bool) -> Part:
    """The part of what a preposition governs: "by the mayor", "to the council", "with a saw"."""
    word = preposition.lower_
    if preposition.dep_ == "agent" or (word == "by" and passive):
        return "agent"
    if word == "to" and preposition.head.lemma_.lower() in words("roles", "giving"):
        return "recipient"
    thing = governed.pos_ == "NOUN" and not is_human(governed.lemma_.lower())
    return "instrument" if thing and word in ("with", "using") else "other"


def _of_nominal(noun: Token) -> Iterator[tuple[Part, Token]]:
    """The phrases of a headline or fragment without a verb ("Strike at Hull docks")."""
    for child in noun.children:
        if child.dep_ in ("compound", "poss", "nmod") and child.pos_ == "PROPN":
            yield "other", child


def _event(clause: Clause) -> Iterator[tuple[Part, Token]]:
    """The parts of an event in a noun: "the firm's purchase of two yards", "the shooting of a guard by robbers"."""
    noun = clause.root
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    governed = _arguments(noun)
    if owner is not None:
        yield ("patient" if "by" in governed and "of" not in governed else "agent"), owner
    yield from ((_EVENT_PARTS.get(word, "other"), t) for word, t in governed.items() if t.ent_type_ not in _TIMES)
    yield from _modifiers(noun, ("patient" if owner is not None or "by" in governed else "other"))


def _arguments(noun: Token) -> dict[str, Token]:
    """What the prepositions of a noun govern, with a "by" that the parse hangs on what its "of" governs."""
    governed = _governed(noun)
    if "of" in governed and "by" not in governed:
        governed |= {word: token for word, token in _governed(governed["of"]).items() if word == "by"}
    return governed


def _governed(noun: Token) -> dict[str, Token]:
    """What the prepositions of a noun govern, by preposition."""
    prepositions = (c for c in noun.children if c.dep_ in ("prep", "agent"))
    return {p.lower_: g for p in prepositions for g in p.children if g.dep_ == "pobj"}


_EVENT_PARTS: dict[str, Part] = {"of": "patient", "by": "agent", "with": "other"}


def _modifiers(noun: Token, part: Part) -> Iterable[tuple[Part, Token]]:
    return [(part, c) for c in noun.children if c.dep_ in ("compound", "nmod") and c.pos_ in ("NOUN", "PROPN")]
