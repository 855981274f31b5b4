"""Verbs and adjectives that credit their subject with what follows: said that, vowed to, rejected, is sure that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from xcheck.claims.attribution import complements
from xcheck.claims.attribution.frames import prepositions, reports, takes
from xcheck.claims.attribution.idioms import idiom, said_after
from xcheck.claims.attribution.page import Credit, Page
from xcheck.claims.attribution.reach import covering
from xcheck.claims.attribution.sources import phrase, subject
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.subjects import antecedent
from xcheck.nlp.syntax.verbs import AUXILIARIES, agent, children, is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_CUE = frozenset({*AUXILIARIES, "neg", "advmod"})
_OTHER_MATTER = frozenset({"in", "at", "to", "for", "on"})


def credit(verb: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What a verb credits to its subject by its complements, or None where it credits nothing."""
    fixed = idiom(verb)
    if not (fixed or reports(verb.lemma_.lower())) or verb.dep_ in ("amod", "compound"):
        return None
    if is_passive(verb):
        return _passive(verb, sentence, page)
    if any(c.lower_ == "for" and c.dep_ == "mark" for c in verb.lefts):
        return None
    return _active(verb, fixed, sentence, page)


def adjective(word: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What "X is sure that", "critical of", "ready to" credit to X."""
    if "adjective" not in takes(word.lemma_.lower()) | takes(word.lower_):
        return None
    copula = word.head if word.dep_ in ("acomp", "attr", "oprd") else word
    after = _after_adjective(word, copula)
    holder = subject(copula, page) if after else None
    if holder is None or holder.lower_ in ("it", "that", "this"):
        return None
    return made(word, holder, covering(after), sentence, page)


def _after_adjective(word: Token, copula: Token) -> list[Token]:
    """What completes an adjective, also where the parse hangs it on the copula."""
    own = [c for c in word.rights if c.dep_ in ("ccomp", "xcomp", "prep") and c.lower_ not in _OTHER_MATTER]
    return own or [c for c in children(copula, "ccomp", "xcomp") if c.i > max(word.i, copula.i)]


def made(cue: Token, holder: Token | None, stretch: tuple[int, int], sentence: Sentence, page: Page) -> Credit | None:
    """A credit from its cue, the head of its source and its content; None where no content is left."""
    start, end = page.whole(*stretch)
    if start >= end:
        return None
    lemma = cue.lemma_.lower()
    return Credit(
        sentence=sentence,
        cue=cue_words(cue),
        source=phrase(holder) if holder is not None else (),
        holder=antecedent(holder) if holder is not None else None,
        start=start,
        end=end,
        denied="denial" in takes(lemma),
        speech="speech" in takes(lemma) and not is_negated(cue),
    )


def cue_words(cue: Token) -> tuple[Token, ...]:
    """A verb with the auxiliaries and negations right before it and the particle or preposition right after it."""
    first, last = cue.i, cue.i
    doc = cue.doc
    while first > 0 and doc[first - 1].head.i == cue.i and doc[first - 1].dep_ in _BEFORE_CUE:
        first -= 1
    while first < cue.i and doc[first].dep_ == "advmod":
        first += 1
    if last + 1 < len(doc):
        after = doc[last + 1]
        if after.head.i == cue.i and (after.dep_ == "prt" or after.lower_ in prepositions(cue.lemma_.lower())):
            last += 1
    return tuple(doc[first : last + 1])


def _active(verb: Token, fixed: tuple[Token, ...], sentence: Sentence, page: Page) -> Credit | None:
    """What an active verb or idiom credits to its subject; a subject inside the content is no source."""
    holder = subject(verb, page)
    stretch = (said_after(fixed) if fixed else None) or complements.active(verb, holder)
    if stretch is None:
        return None
    inside = holder is not None and stretch[0] <= holder.idx < stretch[1]
    found = made(verb, None if inside else holder, stretch, sentence, page)
    return _with_idiom(found, verb, fixed) if found is not None and fixed else found


def _with_idiom(found: Credit, verb: Token, fixed: Sequence[Token]) -> Credit:
    """The credit with all words of its idiom as the cue, after the auxiliaries of the verb."""
    helpers = (t for t in found.cue if t.i < verb.i)
    return replace(found, cue=(*helpers, *(t for t in fixed if t.lower_ != "that")))


def _passive(verb: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What a passive credits to the noun after "by", or to nobody: "is believed to", "was accused of"."""
    source, lemma = agent(verb), verb.lemma_.lower()
    if "adjective" in takes(lemma) or (source is None and _needs_source(verb)):
        return None
    stretch = complements.passive(verb, by_somebody=source is not None)
    return made(verb, source, stretch, sentence, page) if stretch is not None else None


def _needs_source(verb: Token) -> bool:
    """Whether a passive credits nothing where nobody is named: "the sale announced in May", "was hit"."""
    bare = verb.dep_ in ("acl", "advcl") and not any(c.dep_ == "auxpass" for c in verb.lefts)
    return bare or verb.lemma_.lower() in words("reporting", "only_by_somebody")
