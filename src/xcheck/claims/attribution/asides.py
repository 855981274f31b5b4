"""The aside of a verb of saying: its speaker, before or after it, and the words that go with both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.claims.attribution.frames import takes
from xcheck.claims.attribution.page import Page
from xcheck.claims.attribution.sources import phrase
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import after, before, lower_after
from xcheck.nlp.syntax.subjects import NOMINAL
from xcheck.nlp.syntax.verbs import AUXILIARIES, FINITE, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

PAUSE = frozenset({",", "–", "—", "-", "--", ")", "?", "!", ";"})
_STOP = frozenset({",", ".", ":", ";", "–", "—", "--", "?", "!"})
_BEFORE_VERB = frozenset({*AUXILIARIES, "neg", "advmod", "mark"})
_ASKING = frozenset({"WP", "WDT", "WRB"})
_COMPLETING = frozenset({"ccomp", "xcomp", "acomp", "oprd", "attr"})
_DEFINITE = frozenset({"the", "a", "an"})


@dataclass(frozen=True)
class Aside:
    """The words of who speaks, inside a sentence: token indices ``first`` to ``last``, both included."""

    verb: Token
    speaker: Token | None
    first: int
    last: int


def aside_of(verb: Token, sentence: Sentence, page: Page) -> Aside | None:
    """The aside of a verb of saying; None where the verb has its content behind it, or says nothing."""
    if not may_stand_aside(verb, page):
        return None
    own = _own(verb, page) or _neighbour(verb, sentence, page) or _inverted(verb, sentence, page)
    return Aside(verb, own, _first(verb, own, sentence, page), _last(verb, own, sentence, page))


def is_put_so(verb: Token) -> bool:
    """Whether the object is a mere "it": "as she put it"."""
    held = verb.lemma_.lower() in words("reporting", "with_it")
    return held and any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.rights)


def may_stand_aside(verb: Token, page: Page) -> bool:
    """Whether a verb says something that need not stand behind it."""
    if is_put_so(verb):
        return True
    if not _speaks_up(verb) or (is_passive(verb) and not _is_said_of_it(verb)) or _asks(verb, page):
        return False
    return _closes_quotation(verb, page) or not _is_completed(verb, page)


def _asks(verb: Token, page: Page) -> bool:
    """Whether a question word stands before a verb that is not its subject: "what she said"."""
    asking = (c for c in verb.lefts if c.tag_ in _ASKING and c.dep_ != "nsubj")
    return any(page.quote_at(c.idx) is None for c in asking)


def _is_completed(verb: Token, page: Page) -> bool:
    """Whether a complement stands behind a verb, neither quoted nor behind a quotation of its own."""
    first = min((c.left_edge.idx for c in verb.rights if c.dep_ in _COMPLETING), default=None)
    if first is None or page.quote_at(first) is not None:
        return False
    between = page.quotes_within(verb.idx + len(verb), first)
    return not (between and page.text[between[0].start - 2 : between[0].start] in (", ", ": "))


def _speaks_up(verb: Token) -> bool:
    """Whether a verb takes what is said, alone or with its particle: "shot back"."""
    lemma = verb.lemma_.lower()
    return "clause" in takes(lemma) or f"{lemma} {lower_after(verb)}" in words("reporting", "with_particle")


def _closes_quotation(verb: Token, page: Page) -> bool:
    """Whether a quotation that waits for its speaker ends right before the verb: '"No," said'."""
    previous = before(verb)
    quote = page.quote_at(previous.idx) if previous is not None else None
    return quote is not None and not quote.scare and quote.text[-2:-1] in (",", "?", "!", "…", "—", "-")


def _is_said_of_it(verb: Token) -> bool:
    """Whether nobody is named: "The log, it is alleged, was forged"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in verb.lefts)


def _own(verb: Token, page: Page) -> Token | None:
    """The nearest subject of a verb outside quotation marks."""
    own = (c for c in verb.children if c.dep_ in NOMINAL and page.quote_at(c.idx) is None)
    return min(own, key=lambda c: abs(c.i - verb.i), default=None)


def _first(verb: Token, own: Token | None, sentence: Sentence, page: Page) -> int:
    """The index of the first word: of the speaker before the verb, or of what belongs to the verb."""
    outside = (c for c in verb.lefts if page.quote_at(c.idx) is None)
    first = min((c.left_edge.i for c in outside if c == own or c.dep_ in _BEFORE_VERB), default=verb.i)
    return max(first, sentence.tokens[0].i)


def _last(verb: Token, own: Token | None, sentence: Sentence, page: Page) -> int:
    """The index of the last word: before the next pause or quotation, or of what else the speaker did."""
    doc, stop = verb.doc, sentence.tokens[-1].i
    last = _end_of_speaker(own, page) if own is not None and own.i > verb.i else verb.i
    while last < stop and doc[last + 1].text not in _STOP and page.quote_at(doc[last + 1].idx) is None:
        last += 1
    return _past_participle(verb, last, stop)


def _end_of_speaker(own: Token, page: Page) -> int:
    """The index of the last word of a speaker after the verb, without the mark at its end."""
    last = own.right_edge.i if page.quote_at(own.right_edge.idx) is None else max(t.i for t in phrase(own))
    while own.doc[last].is_punct:
        last -= 1
    return last


def _past_participle(verb: Token, last: int, stop: int) -> int:
    """The end of an aside with what else its speaker did: "the official said, speaking on condition of anonymity,"."""
    behind = (c for c in verb.rights if c.dep_ == "advcl" and c.tag_ == "VBG" and c.left_edge.i == last + 2)
    doing = next(behind, None) if last + 2 < stop and verb.doc[last + 1].text == "," else None
    return doing.right_edge.i if doing is not None and doing.right_edge.i < stop - 1 else last


def _inverted(verb: Token, sentence: Sentence, page: Page) -> Token | None:
    """The speaker after a verb, where the parse has taken them for its object: "..., conceded the harbour master"."""
    if verb.tag_ not in FINITE or verb.i <= sentence.tokens[0].i or not _follows_words(verb, page):
        return None
    objects = (c for c in verb.rights if c.dep_ in ("dobj", "attr", "npadvmod") and page.quote_at(c.idx) is None)
    found = next(objects, None)
    return found if found is not None and found.left_edge.i == verb.i + 1 and _may_speak(found) else None


def _follows_words(verb: Token, page: Page) -> bool:
    """Whether a pause or a quotation ends right before a verb."""
    previous = before(verb)
    return previous is not None and (previous.text in PAUSE or page.quote_at(previous.idx) is not None)


def _may_speak(noun: Token) -> bool:
    """Whether a noun names somebody: a person, a role, or one whose name follows."""
    definite = noun.pos_ == "PROPN" or any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)
    named = noun.ent_type_ == "PERSON" or _has_name(noun)
    return definite and (named or noun.lemma_.lower() in words("reporting", "role"))


def _has_name(noun: Token) -> bool:
    return any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in noun.children)


def _neighbour(verb: Token, sentence: Sentence, page: Page) -> Token | None:
    """The noun between a quotation and a finite verb, where the parse has missed that it is the subject."""
    if verb.tag_ not in FINITE:
        return None
    for near, beyond in ((before(verb), before(verb, 2)), (after(verb), before(verb))):
        quoted = beyond is not None and page.quote_at(beyond.idx) is not None
        if quoted and near is not None and _is_name_within(near, sentence, page):
            return near.head if near.dep_ == "compound" else near
    return None


def _is_name_within(token: Token, sentence: Sentence, page: Page) -> bool:
    """Whether a name or pronoun stands inside a sentence and outside quotation marks."""
    inside = sentence.tokens[0].i < token.i < sentence.tokens[-1].i
    return inside and token.pos_ in ("PROPN", "PRON") and page.quote_at(token.idx) is None
