"""Quotations and what stands beside a verb of saying: '"...," she said', "..., officials said", 'he added: "..."'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.claims.attribution.page import Credit, Page
from xcheck.claims.attribution.sources import is_passive, phrase, subject
from xcheck.claims.attribution.verbs import made, takes
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicons.attribution import Reporting
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.neighbours import before, lower_after

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAUSE = frozenset({",", "–", "—", "-", "--", ")", "?", "!", ";"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_SUBORDINATE = frozenset({"relcl", "advcl", "acl", "csubj", "pcomp"})
_STOP = frozenset({",", ".", ":", ";", "–", "—", "--", "?", "!"})


@dataclass(frozen=True)
class _Aside:
    """The words of who speaks, inside a sentence: token indices ``first`` to ``last``, both included."""

    verb: Token
    speaker: Token | None
    first: int
    last: int


def beside(verb: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What stands before, after or around a verb of saying with its speaker, set off by commas or quotation marks."""
    if not _may_stand_aside(verb, page):
        return None
    aside = _aside(verb, sentence, page)
    before, after = _before(aside, sentence, page), _after(aside, sentence, page)
    if before is None and after is None:
        return None
    start = before if before is not None else _start_after(aside, after, sentence, page)
    end = after[1] if after is not None else sentence.tokens.doc[aside.first].idx
    other = _has_other_object(verb, page) and (aside.speaker is None or aside.speaker.dep_ != "dobj")
    if other and not any(not q.scare for q in page.quotes_within(start, end)):
        return None
    holder = aside.speaker or subject(verb, page)
    holder = None if holder is not None and holder.dep_ == "nsubjpass" else holder
    return made(verb, holder, (start, end), sentence, page)


def _start_after(aside: _Aside, after: tuple[int, int] | None, sentence: Sentence, page: Page) -> int:
    """Where the content begins if no clause stands before: at a quotation, or where the interrupted words begin."""
    if after is None or page.quote_at(after[0]) is not None:
        return after[0] if after is not None else 0
    near = sentence.tokens.doc[max(aside.first - 1, 0)]
    return sentence.start if near.text == "," else after[0]


def _may_stand_aside(verb: Token, page: Page) -> bool:
    if _is_put_so(verb):
        return True
    if not _speaks_up(verb) or (is_passive(verb) and not _is_said_of_it(verb)):
        return False
    if any(c.tag_ in ("WP", "WDT", "WRB") and c.dep_ != "nsubj" and page.quote_at(c.idx) is None for c in verb.lefts):
        return False
    if _closes_quotation(verb, page):
        return True
    inner = [c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "acomp", "oprd", "attr")]
    first = min((c.left_edge.idx for c in inner), default=None)
    if first is None or page.quote_at(first) is not None:
        return True
    between = page.quotes_within(verb.idx + len(verb), first)
    return bool(between) and page.text[between[0].start - 2 : between[0].start] in (", ", ": ")


def _speaks_up(verb: Token) -> bool:
    """Whether a verb takes what is said, alone or with its particle: "shot back"."""
    lemma = verb.lemma_.lower()
    return "clause" in takes(lemma) or f"{lemma} {lower_after(verb)}" in lexicon(Reporting).with_particle


def _closes_quotation(verb: Token, page: Page) -> bool:
    """Whether a quotation that waits for its speaker ends right before the verb: '"No," said'."""
    previous = before(verb)
    quote = page.quote_at(previous.idx) if previous is not None else None
    return quote is not None and not quote.scare and quote.text[-2:-1] in (",", "?", "!", "…", "—", "-")


def _is_put_so(verb: Token) -> bool:
    """Whether the object is a mere "it": "as she put it"."""
    held = verb.lemma_.lower() in lexicon(Reporting).with_it
    return held and any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.rights)


def _is_said_of_it(verb: Token) -> bool:
    """Whether nobody is named: "The log, it is alleged, was forged"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in verb.lefts)


def _has_other_object(verb: Token, page: Page) -> bool:
    """Whether the verb has an object that is neither what is said nor who is told."""
    if _is_put_so(verb) or "addressing" in takes(verb.lemma_.lower()):
        return False
    return any(c.dep_ in ("dobj", "dative") and page.quote_at(c.idx) is None for c in verb.rights)


def _inverted(verb: Token, sentence: Sentence, page: Page) -> Token | None:
    """The speaker after a verb, where the parse has taken them for its object: "..., conceded the harbour master"."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") and verb.i > sentence.tokens[0].i
    previous = before(verb) if finite else None
    if previous is None or not (previous.text in _PAUSE or page.quote_at(previous.idx) is not None):
        return None
    after = next(
        (c for c in verb.rights if c.dep_ in ("dobj", "attr", "npadvmod") and page.quote_at(c.idx) is None), None
    )
    if after is None or after.left_edge.i != verb.i + 1:
        return None
    definite = after.pos_ == "PROPN" or any(c.lower_ in ("the", "a", "an") or c.dep_ == "poss" for c in after.lefts)
    speaks = after.ent_type_ == "PERSON" or after.lemma_.lower() in lexicon(Reporting).role or _has_name(after)
    return after if definite and speaks else None


def _has_name(noun: Token) -> bool:
    return any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in noun.children)


def _aside(verb: Token, sentence: Sentence, page: Page) -> _Aside:
    outside = [c for c in verb.children if page.quote_at(c.idx) is None]
    own = min((c for c in outside if c.dep_ in ("nsubj", "nsubjpass")), key=lambda c: abs(c.i - verb.i), default=None)
    own = own or _neighbour(verb, sentence, page) or _inverted(verb, sentence, page)
    first = last = verb.i
    for child in outside:
        if child.i < verb.i and (child is own or child.dep_ in ("aux", "auxpass", "neg", "advmod", "mark")):
            first = min(first, child.left_edge.i)
    if own is not None and own.i > verb.i:
        last = own.right_edge.i if page.quote_at(own.right_edge.idx) is None else max(t.i for t in phrase(own))
        while verb.doc[last].is_punct:
            last -= 1
    doc, stop = verb.doc, sentence.tokens[-1].i
    while last < stop and doc[last + 1].text not in _STOP and page.quote_at(doc[last + 1].idx) is None:
        last += 1
    return _Aside(verb, own, max(first, sentence.tokens[0].i), _past_participle(verb, last, stop))


def _past_participle(verb: Token, last: int, stop: int) -> int:
    """The end of an aside with what else its speaker did: "the official said, speaking on condition of anonymity,"."""
    behind = (c for c in verb.rights if c.dep_ == "advcl" and c.tag_ == "VBG" and c.left_edge.i == last + 2)
    doing = next(behind, None) if last + 2 < stop and verb.doc[last + 1].text == "," else None
    return doing.right_edge.i if doing is not None and doing.right_edge.i < stop - 1 else last


def _neighbour(verb: Token, sentence: Sentence, page: Page) -> Token | None:
    """The noun between a quotation and a finite verb, where the parse has missed that it is the subject."""
    for step in (-1, 1):
        i = verb.i + step
        if verb.tag_ in ("VBD", "VBZ", "VBP") and sentence.tokens[0].i < i < sentence.tokens[-1].i:
            near, far = verb.doc[i], verb.doc[i + step]
            if near.pos_ in ("PROPN", "PRON") and page.quote_at(near.idx) is None:
                beyond = far if step < 0 else before(verb)
                if beyond is not None and page.quote_at(beyond.idx) is not None:
                    return near.head if near.dep_ == "compound" else near
    return None


def _before(aside: _Aside, sentence: Sentence, page: Page) -> int | None:
    """Where the words begin that stand before the aside, or None if nothing said stands there."""
    doc, first = sentence.tokens.doc, sentence.tokens[0].i
    if aside.first <= first or aside.speaker is None or _is_subordinate(aside):
        return None
    near = doc[aside.first - 1]
    quote = page.quote_at(near.idx) or (page.quote_at(near.idx - 1) if near.text in _PAUSE and near.i > first else None)
    if quote is not None and not quote.scare:
        return (
            quote.start
            if quote.start <= sentence.start or _speaks([*doc[first : aside.first]], page)
            else sentence.start
        )
    if near.text not in _PAUSE or aside.speaker.tag_ in ("WP", "WDT"):
        return None
    own = [t for t in doc[first : aside.first] if page.quote_at(t.idx) is None]
    if sentence.headline and len(own) > 2:
        return sentence.start
    asserts = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in own)
    return sentence.start if asserts and not _is_prelude(own) else None


def _is_subordinate(aside: _Aside) -> bool:
    """Whether the verb stands in a clause of time or reason: "when he said"; "as he said" goes with what is said."""
    own = (c for c in aside.verb.lefts if c.i >= aside.first)
    return any(c.lower_ != "as" and (c.dep_ == "mark" or c.tag_ == "WRB") for c in own)


def _is_prelude(tokens: Sequence[Token]) -> bool:
    """Whether the words are but a circumstance of what follows: "When asked, the mayor said"."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if (t.head.i not in inside or t.head.i == t.i) and not t.is_punct and t.dep_ != "cc"]
    return all(_is_circumstance(t) for t in tops)


def _is_circumstance(top: Token) -> bool:
    if top.dep_ == "advcl":
        return top.tag_ in ("VBG", "VBN") or any(c.dep_ == "mark" or c.tag_ == "WRB" for c in top.lefts)
    return top.dep_ in ("prep", "npadvmod", "advmod", "mark")


def _speaks(tokens: Sequence[Token], page: Page) -> bool:
    verbs = lexicon(Reporting).speech
    return any(t.lemma_.lower() in verbs and t.pos_ == "VERB" and page.quote_at(t.idx) is None for t in tokens)


def _after(aside: _Aside, sentence: Sentence, page: Page) -> tuple[int, int] | None:
    """The words said after the aside: a quotation, or the rest of the sentence that the aside interrupts."""
    doc, stop = sentence.tokens.doc, sentence.tokens[-1].i
    i = aside.last + 1
    while i <= stop and doc[i].text in (",", ":", "–", "—", "--", "-"):
        i += 1
    if i > stop:
        return None
    paused = i > aside.last + 1
    quote = page.quote_at(doc[i].idx)
    if quote is not None and (
        paused or (aside.last == aside.verb.i and not quote.scare and _ends_at(quote.end, sentence))
    ):
        return quote.start, max(quote.end, _last_quote(quote.end, sentence, page))
    interrupts = paused and doc[aside.last + 1].text == "," and not _starts_anew(doc[i], aside.verb)
    interrupts = interrupts and not _is_complete([*doc[sentence.tokens[0].i : aside.first]])
    if interrupts and (aside.first > sentence.tokens[0].i or doc[aside.first].lower_ == "as"):
        return doc[i].idx, sentence.end
    return None


def _ends_at(offset: int, sentence: Sentence) -> bool:
    """Whether a clause may end at an offset: the sentence does, or a stop follows."""
    return offset >= sentence.end or sentence.tokens.text[offset - sentence.start] in ",.;:"


def _is_complete(before: Sequence[Token]) -> bool:
    """Whether a main clause has its subject and its verb already: nothing is interrupted then."""
    inside = {t.i for t in before}
    return any(t.dep_ in _SUBJECTS and t.head.i in inside and t.head.dep_ not in _SUBORDINATE for t in before)


def _starts_anew(token: Token, verb: Token) -> bool:
    """Whether the words after a comma go on about the speaker: "he said, adding", "she said, and left"."""
    if token.tag_ in ("VBG", "VBN", "CC", "IN", "WP", "WDT", "WRB") or token.dep_ in ("cc", "mark"):
        return True
    node = token
    while node.head.i not in (verb.i, node.i):
        node = node.head
    return node.head.i == verb.i and node.dep_ in ("advcl", "prep", "npadvmod", "conj", "nsubj", "advmod")


def _last_quote(end: int, sentence: Sentence, page: Page) -> int:
    """The end of the last quotation of the sentence, if nobody else speaks before it."""
    inside = [q for q in page.quotes_within(end, sentence.end) if q.start >= end]
    tokens = [t for t in sentence.tokens if t.idx >= end]
    return inside[-1].end if inside and not _speaks(tokens, page) else end
