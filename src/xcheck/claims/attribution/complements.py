"""The words after a verb that are its content: what is said, wanted, judged, named or shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from xcheck.claims.attribution.frames import prepositions, prepositions_after_object, takes
from xcheck.claims.attribution.page import ends
from xcheck.claims.attribution.reach import Stretch, covering, of_clause
from xcheck.claims.attribution.sources import phrase
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import before
from xcheck.nlp.syntax.verbs import AUXILIARIES, children, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "dative", "attr"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True)
class Complements:
    """The words to the right of a verb, by the part that they play."""

    verb: Token
    lemma: str
    rights: tuple[Token, ...]

    @classmethod
    def of(cls, verb: Token) -> Complements:
        """The complements of a verb."""
        return cls(verb, verb.lemma_.lower(), tuple(verb.rights))

    @cached_property
    def frames(self) -> frozenset[str]:
        """What the lexicon says that the verb takes."""
        return takes(self.lemma)

    @cached_property
    def things(self) -> list[Token]:
        """Its objects."""
        return [c for c in self.rights if c.dep_ in _OBJECTS]

    @cached_property
    def clauses(self) -> list[Token]:
        """The clauses that complete it, finite or not."""
        return [c for c in self.rights if c.dep_ in _CLAUSES]

    @cached_property
    def infinitives(self) -> list[Token]:
        """Infinitives that complete it; after an object, one in an adverbial clause only tells the purpose."""
        kinds = _CLAUSES if self.things else _CLAUSES | {"advcl"}
        return [c for c in self.rights if c.dep_ in kinds and is_infinitive(c)]

    @cached_property
    def led(self) -> list[Token]:
        """The prepositions that lead to what is said or judged."""
        return _led(self.rights, prepositions_after_object(self.lemma) if self.things else prepositions(self.lemma))


def active(verb: Token, holder: Token | None) -> Stretch | None:
    """The content after an active verb, by the first kind of complement that both the verb and the lexicon have."""
    given = Complements.of(verb)
    return _said_or_wanted(given) or _named(given) or _led_on(given) or _evident(given, holder) or _judged(given)


def passive(verb: Token, *, by_somebody: bool) -> Stretch | None:
    """The content of a passive: what follows it, the noun that it modifies, or its subject if somebody is named."""
    given = Complements.of(verb)
    finite = [c for c in given.clauses if not is_infinitive(c)]
    if "clause" in given.frames and finite:
        return of_clause(verb, finite)
    if verb.dep_ == "acl" and given.frames & {"clause", "object"}:
        return ends(phrase(verb.head))
    return _said_of_topic(given, by_somebody=by_somebody)


def _said_of_topic(given: Complements, *, by_somebody: bool) -> Stretch | None:
    """The subject of a passive with what is said of it; alone only where somebody judges it."""
    topic = [c for c in children(given.verb, "nsubjpass") if c.tag_ not in ("WDT", "WP")][:1]
    after = _after_passive(given)
    is_judged = bool(topic) and by_somebody and "object" in given.frames
    return covering([*topic, *after]) if after or is_judged else None


def _after_passive(given: Complements) -> list[Token]:
    """What follows a passive: "is believed to have", "was called a fraud", "was accused of"."""
    infinitives = given.infinitives if given.frames & {"action", "clause"} else []
    named = [c for c in given.rights if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")]
    named = named if "naming" in given.frames else []
    return infinitives or named or _led(given.rights, prepositions_after_object(given.lemma))


def _said_or_wanted(given: Complements) -> Stretch | None:
    """The clause or infinitive after a verb: "said that it had sunk", "urged the crew to leave"."""
    said, wanted = _said(given), _wanted(given)
    if said and not (wanted and wanted[0].i < said[0].i):
        return of_clause(given.verb, said)
    return of_clause(given.verb, [*given.things, *given.led, *wanted], trim=True) if wanted else None


def _said(given: Complements) -> list[Token]:
    if "clause" not in given.frames:
        return []
    finite = [c for c in given.clauses if _is_finite(c) or _is_choice(c)] or list(_told_in_a_statement(given.rights))
    return [] if finite and "guarded" in given.frames and _is_question(finite[0]) else finite


def _wanted(given: Complements) -> list[Token]:
    own = not given.things or "directing" in given.frames
    return given.infinitives if own and "action" in given.frames else []


def _named(given: Complements) -> Stretch | None:
    """A thing and what it is called: "called it a wreck", "described it as unsafe"."""
    if "naming" not in given.frames:
        return None
    second = _called(given) or _quoted_beside(given) or _linked(given)
    return covering([*given.things, *second]) if second else None


def _called(given: Complements) -> list[Token]:
    """What a thing is called: "(called) the plan a disaster", not what somebody calls themselves."""
    if any(t.lower_.endswith(("self", "selves")) for t in given.things):
        return []
    return [c for c in given.rights if c.dep_ == "oprd" or (c.dep_ in _CLAUSES and (_is_small(c) or c.tag_ == "VBN"))]


def _quoted_beside(given: Complements) -> list[Token]:
    """What a thing is called in quotation marks, where the parse takes it for an apposition."""
    return [g for t in given.things for g in t.rights if g.dep_ == "appos" and _is_quoted(g)]


def _linked(given: Complements) -> list[Token]:
    """What a preposition leads to: "(described it) as unsafe", "(likened it) to a wreck"."""
    link = "to" if given.lemma in words("reporting", "likening") else "as"
    parts = (given.rights, *(t.rights for t in given.things)) if given.things else ()
    return [c for part in parts for c in part if _leads(c, link)]


def _led_on(given: Complements) -> Stretch | None:
    """What a preposition leads to: "accused them of lying", "spoke of a fraud"."""
    inside = any(_led(t.rights, prepositions_after_object(given.lemma)) for t in given.things)
    return covering([*given.things, *given.led, *given.infinitives]) if given.led or inside else None


def _evident(given: Complements, holder: Token | None) -> Stretch | None:
    """What a document shows: "the report shows a rise", "the figures suggest otherwise"."""
    if "evidence" not in given.frames or holder is None or holder.lemma_.lower() not in words("reporting", "document"):
        return None
    shown = [*given.things, *given.clauses]
    return covering([*shown, *(c for c in given.rights if c.dep_ == "advmod")]) if shown else None


def _judged(given: Complements) -> Stretch | None:
    """The thing that a verb judges, or the gerund: "rejected the plan", "denied stealing"; a fire claims lives."""
    if given.verb.dep_ == "acl" or any(t.lemma_ == "life" for t in given.things):
        return None
    gerunds = _judged_acts(given)
    judged = gerunds or (given.things if "object" in given.frames else [])
    return covering([*given.things, *gerunds]) if judged else None


def _judged_acts(given: Complements) -> list[Token]:
    of_acts = "object" in given.frames or given.frames & {"clause", "guarded"} == {"clause"}
    return [c for c in given.clauses if of_acts and c.tag_ == "VBG"]


def _led(tokens: Iterable[Token], leading: frozenset[str]) -> list[Token]:
    return [t for t in tokens if t.dep_ == "prep" and t.lower_ in leading]


def _is_quoted(noun: Token) -> bool:
    """Whether a noun phrase opens with a quotation mark, which the parse may hang on the noun before it."""
    first = noun.left_edge
    return any(t is not None and t.is_quote and t.text != "”" for t in (first, before(first)))


def _leads(word: Token, link: str) -> bool:
    """Whether a preposition leads to what something is called; after a comma, "as" compares doers."""
    previous = before(word)
    return word.dep_ == "prep" and word.lower_ == link and previous is not None and not previous.is_punct


def _is_finite(clause: Token) -> bool:
    if clause.tag_ in ("VBG", "VBN") and not _has_auxiliary(clause):
        return False
    return not is_infinitive(clause) and not _is_small(clause)


def _is_small(token: Token) -> bool:
    """A clause without a finite verb: "(called) the plan a failure"."""
    return token.pos_ not in ("VERB", "AUX") and not _has_auxiliary(token)


def _has_auxiliary(token: Token) -> bool:
    return any(c.dep_ in AUXILIARIES for c in token.lefts)


def _told_in_a_statement(rights: Iterable[Token]) -> Iterator[Token]:
    """The clause of "said in a statement that", where the parse hangs it on the statement."""
    places = (c for c in rights if c.dep_ == "prep" and c.lower_ in ("in", "on", "at"))
    for noun in (g for c in places for g in children(c, "pobj")):
        yield from (c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and begins_with_that(c))


def begins_with_that(clause: Token) -> bool:
    """Whether a clause is introduced by the conjunction "that"."""
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.lefts)


def _is_choice(infinitive: Token) -> bool:
    """Whether an infinitive stands for a question: "consider whether to sell"."""
    return any(c.lower_ == "whether" for c in infinitive.lefts)


def _is_question(token: Token) -> bool:
    return token.left_edge.tag_ in ("WRB", "WP", "WDT")
