"""Verbs and adjectives that credit their subject with what follows: said that, vowed to, rejected, is sure that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from xcheck.claims.attribution.idioms import idiom, said_after
from xcheck.claims.attribution.page import Credit, Page, ends
from xcheck.claims.attribution.sources import agent, antecedent, is_passive, phrase, subject
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.base import Words
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.neighbours import before, lower_before
from xcheck.resources import WORDS, loaded, memoised

if TYPE_CHECKING:
    from spacy.tokens import Token

_FURTHER = frozenset({"conj", "advcl", "ccomp"})
_SUBJECT_OR_OBJECT = frozenset({"nsubj", "nsubjpass", "dobj", "mark"})
_OBJECTS = frozenset({"dobj", "dative", "attr"})


@memoised(WORDS)
def takes(lemma: str) -> frozenset[str]:
    """The complements that the lexicon lists for a verb: any of the keys of ``_frames``."""
    return frozenset(frame for frame, verbs in _frames().items() if lemma in verbs)


@loaded
def _frames() -> Mapping[str, Words]:
    own = lexicon(Reporting)
    return {
        "clause": own.clause,
        "guarded": own.guarded,
        "speech": own.speech,
        "addressing": own.addressing,
        "action": own.action,
        "directing": own.directing,
        "object": own.object,
        "naming": own.naming,
        "adjective": own.adjective,
        "denial": own.denial,
        "evidence": own.evidence,
    }


@memoised(WORDS)
def prepositions(lemma: str) -> frozenset[str]:
    """The prepositions that lead straight from a verb to what is said or judged: spoke of."""
    return frozenset(p for p, verbs in lexicon(Reporting).preposition.items() if lemma in verbs)


@memoised(WORDS)
def prepositions_after_object(lemma: str) -> frozenset[str]:
    """The prepositions that lead from the object of a verb to what is said of it: accused the firm of."""
    return frozenset(p for p, verbs in lexicon(Reporting).preposition_after_object.items() if lemma in verbs)


def credit(verb: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What a verb credits to its subject by its complements, or None where it credits nothing."""
    lemma, fixed = verb.lemma_.lower(), idiom(verb)
    if not (fixed or takes(lemma) or prepositions(lemma) or prepositions_after_object(lemma)) or verb.dep_ in (
        "amod",
        "compound",
    ):
        return None
    if is_passive(verb):
        return _passive(verb, sentence, page)
    if any(c.lower_ == "for" and c.dep_ == "mark" for c in verb.lefts):
        return None
    holder = subject(verb, page)
    stretch = (said_after(fixed) if fixed else None) or _active(verb, lemma, holder)
    if stretch is None:
        return None
    if holder is not None and stretch[0] <= holder.idx < stretch[1]:
        holder = None
    found = made(verb, holder, stretch, sentence, page)
    if found is None or not fixed:
        return found
    helpers = (t for t in found.cue if t.i < verb.i)
    return replace(found, cue=(*helpers, *(t for t in fixed if t.lower_ != "that")))


def adjective(word: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What "X is sure that", "critical of", "ready to" credit to X."""
    if "adjective" not in takes(word.lemma_.lower()) and "adjective" not in takes(word.lower_):
        return None
    copula = word.head if word.dep_ in ("acomp", "attr", "oprd") else word
    after = [
        c
        for c in word.rights
        if c.dep_ in ("ccomp", "xcomp", "prep") and c.lower_ not in ("in", "at", "to", "for", "on")
    ]
    after = after or [c for c in copula.rights if c.dep_ in ("ccomp", "xcomp") and c.i > word.i]
    holder = subject(copula, page)
    if not after or holder is None or holder.lower_ in ("it", "that", "this"):
        return None
    return made(word, holder, _from(after), sentence, page)


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
        speech="speech" in takes(lemma) and not any(c.dep_ == "neg" for c in cue.children),
    )


def cue_words(cue: Token) -> tuple[Token, ...]:
    """A verb with the auxiliaries and negations right before it and the particle or preposition right after it."""
    first, last = cue.i, cue.i
    doc = cue.doc
    while first > 0 and doc[first - 1].head.i == cue.i and doc[first - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    while first < cue.i and doc[first].dep_ == "advmod":
        first += 1
    if last + 1 < len(doc):
        after = doc[last + 1]
        if after.head.i == cue.i and (after.dep_ == "prt" or after.lower_ in prepositions(cue.lemma_.lower())):
            last += 1
    return tuple(doc[first : last + 1])


def _active(verb: Token, lemma: str, holder: Token | None) -> tuple[int, int] | None:
    """The content after an active verb, by the first kind of complement that both the verb and the lexicon have."""
    return _said_or_wanted(verb, lemma) or _judged(verb, lemma, holder)


def _said_or_wanted(verb: Token, lemma: str) -> tuple[int, int] | None:
    """The clause or infinitive after a verb: "said that it had sunk", "urged the crew to leave"."""
    frames, rights = takes(lemma), list(verb.rights)
    finite = [c for c in rights if c.dep_ in ("ccomp", "xcomp") and (_is_finite(c) or _is_choice(c))]
    finite = finite or _told_in_a_statement(rights)
    things, infinitives = _things(rights), _infinitives(rights)
    own = not things or "directing" in frames
    wanted = "action" in frames and bool(infinitives) and own
    said = "clause" in frames and bool(finite) and not ("guarded" in frames and _is_question(finite[0]))
    if said and not (wanted and infinitives[0].i < finite[0].i):
        return _reach(verb, finite)
    if not wanted:
        return None
    return _reach(verb, [*things, *_led(rights, lemma, after_object=bool(things)), *infinitives], trim=True)


def _judged(verb: Token, lemma: str, holder: Token | None) -> tuple[int, int] | None:
    """The thing after a verb, and what is said of it: "called it a wreck", "accused them of lying", "rejected it"."""
    frames, rights = takes(lemma), list(verb.rights)
    things = _things(rights)
    second = _second(rights, things, lemma) if "naming" in frames else []
    if second:
        return _from([*things, *second])
    led = _led(rights, lemma, after_object=bool(things))
    if led or any(_led(t.rights, lemma, after_object=True) for t in things):
        return _from([*things, *led, *_infinitives(rights)])
    clauses = [c for c in rights if c.dep_ in ("ccomp", "xcomp")]
    evident = "evidence" in frames and holder is not None and holder.lemma_.lower() in lexicon(Reporting).document
    if evident and (things or clauses):
        return _from([*things, *clauses, *(c for c in rights if c.dep_ == "advmod")])
    gerunds = [c for c in clauses if c.tag_ == "VBG"]
    gerunds = gerunds if "object" in frames or frames & {"clause", "guarded"} == {"clause"} else []
    if any(t.lemma_ == "life" for t in things):  # a fire claims lives, and says nothing
        return None
    if ((things and "object" in frames) or gerunds) and verb.dep_ != "acl":
        return _from([*things, *gerunds])
    return None


def _things(rights: Sequence[Token]) -> list[Token]:
    return [c for c in rights if c.dep_ in _OBJECTS]


def _infinitives(rights: Sequence[Token]) -> list[Token]:
    """Infinitives that complete a verb; after an object, one in an adverbial clause only tells the purpose."""
    kinds = ("xcomp", "ccomp") if _things(rights) else ("xcomp", "ccomp", "advcl")
    return [c for c in rights if c.dep_ in kinds and _is_infinitive(c)]


def _led(tokens: Iterable[Token], lemma: str, *, after_object: bool) -> list[Token]:
    """The prepositions among some tokens that lead to what is said or judged."""
    leading = prepositions_after_object(lemma) if after_object else prepositions(lemma)
    return [t for t in tokens if t.dep_ == "prep" and t.lower_ in leading]


def _second(rights: Sequence[Token], things: Sequence[Token], lemma: str) -> list[Token]:
    """What a thing is called: "(called) the plan a disaster", "(described it) as unsafe", "(likened it) to a wreck"."""
    named = [
        c for c in rights if c.dep_ == "oprd" or (c.dep_ in ("ccomp", "xcomp") and (_is_small(c) or c.tag_ == "VBN"))
    ]
    if named and not any(t.lower_.endswith(("self", "selves")) for t in things):
        return named
    quoted = [g for t in things for g in t.rights if g.dep_ == "appos" and _is_quoted(g)]
    if quoted:
        return quoted
    link = "to" if lemma in lexicon(Reporting).likening else "as"
    return [c for part in (rights, *(t.rights for t in things)) for c in part if things and _leads(c, link)]


def _is_quoted(noun: Token) -> bool:
    """Whether a noun phrase opens with a quotation mark, which the parse may hang on the noun before it."""
    first = noun.left_edge
    return any(t is not None and t.is_quote and t.text != "”" for t in (first, before(first)))


def _leads(word: Token, link: str) -> bool:
    """Whether a preposition leads to what something is called; after a comma, "as" compares doers."""
    previous = before(word)
    return word.dep_ == "prep" and word.lower_ == link and previous is not None and not previous.is_punct


def _passive(verb: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What a passive credits to the noun after "by", or to nobody: "is believed to", "was accused of"."""
    source = agent(verb)
    helped = any(c.dep_ == "auxpass" for c in verb.lefts)
    if source is None and verb.lemma_.lower() in lexicon(Reporting).only_by_somebody:
        return None
    if "adjective" in takes(verb.lemma_.lower()) or (verb.dep_ in ("acl", "advcl") and source is None and not helped):
        return None
    stretch = _passive_content(verb, by_somebody=source is not None)
    return made(verb, source, stretch, sentence, page) if stretch is not None else None


def _passive_content(verb: Token, *, by_somebody: bool) -> tuple[int, int] | None:
    lemma = verb.lemma_.lower()
    frames, rights = takes(lemma), list(verb.rights)
    finite = [c for c in rights if c.dep_ in ("ccomp", "xcomp") and not _is_infinitive(c)]
    if "clause" in frames and finite:
        return _reach(verb, finite)
    if verb.dep_ == "acl" and frames & {"clause", "object"} and (thing := phrase(verb.head)):
        return ends(thing)
    topic = [c for c in verb.children if c.dep_ == "nsubjpass" and c.tag_ not in ("WDT", "WP")][:1]
    after = _infinitives(rights) if frames & {"action", "clause"} else []
    named = [c for c in rights if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")]
    after = after or (named if "naming" in frames else []) or _led(rights, lemma, after_object=True)
    if after or (topic and by_somebody and "object" in frames):
        return _from([*topic, *after])
    return None


def _from(parts: Sequence[Token]) -> tuple[int, int]:
    """From the first word of some complements to their last; one that begins with a preposition, after it."""
    first = min(parts, key=lambda t: t.left_edge.i)
    bare = first.dep_ == "prep" and first.left_edge.i == first.i
    start = first.left_edge.idx if not bare else first.idx + len(first) + 1
    return start, max(ends([_last_word(t)])[1] for t in parts)


def _last_word(part: Token) -> Token:
    """The last word of a complement, without what is set off by a comma at its end: "the plan, which had failed"."""
    node, last = part, part.right_edge
    while node.i != last.i:
        outer = next((c for c in node.rights if c.right_edge.i == last.i), None)
        if outer is None:
            break
        if outer.dep_ in ("relcl", "appos") and lower_before(outer.left_edge) == ",":
            return before(outer.left_edge, 2) or part
        node = outer
    return last


def _reach(verb: Token, parts: Sequence[Token], *, trim: bool = False) -> tuple[int, int]:
    """The content of a clause or infinitive, with the conditions that follow it, up to where another cue takes over.

    ``trim`` leaves what is set off by a comma at its end out; a clause keeps it.
    """
    start, end = _from(parts)
    nearest = min(parts, key=lambda t: t.i)
    if not trim:
        end = max(ends([t.right_edge])[1] for t in parts)
    start = min([start, *(t.idx for t in verb.doc[verb.i + 1 : nearest.i] if _opens(t, verb, start))])
    last = max(parts, key=lambda t: t.i)
    after = [c for c in verb.rights if c.i > last.i and c.dep_ == "advcl" and c.tag_ != "VBG" and not _is_infinitive(c)]
    end = max([end, *(ends([c.right_edge])[1] for c in after if not _is_cue(c))])
    others = [*(p for p in parts if p.i > nearest.i), *(c for p in parts for c in p.rights if c.dep_ in _FURTHER)]
    taken = [_joint(c) for c in others if c.tag_ == verb.tag_ and _is_cue(c)]
    return start, min([end, *(t for t in taken if t > start)])


def _opens(token: Token, verb: Token, start: int) -> bool:
    """A "that" between a verb and its clause, which the parse has taken for a relative pronoun."""
    return (
        token.idx < start
        and token.lower_ == "that"
        and token.dep_ in _SUBJECT_OR_OBJECT
        and token.head.dep_ == "relcl"
        and token.head.head.head.i == verb.i
    )


def _joint(other: Token) -> int:
    """Where the words that join a further clause begin: its subordinator, or the comma and conjunction before it."""
    own = [c for c in other.lefts if c.dep_ in ("mark", "advmod", "nsubj", "aux", "neg")]
    first = min([other, *(c.left_edge for c in own)], key=lambda t: t.i)
    while (previous := before(first)) is not None and (previous.dep_ == "cc" or previous.text == ","):
        first = previous
    return int(first.idx)


def _is_cue(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return bool(takes(lemma) & {"speech", "denial"}) or bool(prepositions_after_object(lemma))


def _is_finite(clause: Token) -> bool:
    if clause.tag_ in ("VBG", "VBN") and not _has_auxiliary(clause):
        return False
    return not _is_infinitive(clause) and not _is_small(clause)


def _is_infinitive(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.lefts)


def _is_small(token: Token) -> bool:
    """A clause without a finite verb: "(called) the plan a failure"."""
    return token.pos_ not in ("VERB", "AUX") and not _has_auxiliary(token)


def _has_auxiliary(token: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in token.lefts)


def _told_in_a_statement(rights: Sequence[Token]) -> list[Token]:
    """The clause of "said in a statement that", where the parse hangs it on the statement."""
    nouns = (
        g for c in rights if c.dep_ == "prep" and c.lower_ in ("in", "on", "at") for g in c.children if g.dep_ == "pobj"
    )
    return [c for noun in nouns for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and begins_with_that(c)]


def begins_with_that(clause: Token) -> bool:
    """Whether a clause is introduced by the conjunction "that"."""
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.lefts)


def _is_choice(infinitive: Token) -> bool:
    """Whether an infinitive stands for a question: "consider whether to sell"."""
    return any(c.lower_ == "whether" for c in infinitive.lefts)


def _is_question(token: Token) -> bool:
    first = token.left_edge
    return first.tag_ in ("WRB", "WP", "WDT")
