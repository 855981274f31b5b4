"""Quotations and what stands beside a verb of saying: '"...," she said', "..., officials said", 'he added: "..."'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcheck.claims.attribution.asides import PAUSE, Aside, aside_of, is_put_so
from xcheck.claims.attribution.frames import takes
from xcheck.claims.attribution.page import Credit, Page
from xcheck.claims.attribution.sources import subject
from xcheck.claims.attribution.verbs import made
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.subjects import SUBJECTS
from xcheck.nlp.syntax.verbs import FINITE
from xcheck.records.claim import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

Stretch = tuple[int, int]  # of characters of the document

_SUBORDINATE = frozenset({"relcl", "advcl", "acl", "csubj", "pcomp"})
_MARKS = frozenset({",", ":", "–", "—", "--", "-"})


def beside(verb: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What stands before, after or around a verb of saying with its speaker, set off by commas or quotation marks."""
    aside = aside_of(verb, sentence, page)
    stretch = _content(aside, sentence, page) if aside is not None else None
    if aside is None or stretch is None:
        return None
    if _has_other_object(aside, page) and not any(not q.scare for q in page.quotes_within(*stretch)):
        return None
    holder = aside.speaker or subject(verb, page)
    is_told = holder is not None and holder.dep_ == "nsubjpass"
    return made(verb, None if is_told else holder, stretch, sentence, page)


def _content(aside: Aside, sentence: Sentence, page: Page) -> Stretch | None:
    """The words said before an aside, after it, or on both sides."""
    start, after = _before(aside, sentence, page), _after(aside, sentence, page)
    if after is not None:
        return start if start is not None else _start_after(aside, after, sentence, page), after[1]
    return (start, sentence.tokens.doc[aside.first].idx) if start is not None else None


def _start_after(aside: Aside, after: Stretch, sentence: Sentence, page: Page) -> int:
    """Where the content begins if no clause stands before: at a quotation, or where the interrupted words begin."""
    if page.quote_at(after[0]) is not None:
        return after[0]
    near = sentence.tokens.doc[max(aside.first - 1, 0)]
    return sentence.start if near.text == "," else after[0]


def _has_other_object(aside: Aside, page: Page) -> bool:
    """Whether the verb has an object that is neither what is said, nor who is told, nor who speaks."""
    verb, speaker = aside.verb, aside.speaker
    if is_put_so(verb) or "addressing" in takes(verb.lemma_.lower()) or (speaker and speaker.dep_ == "dobj"):
        return False
    return any(c.dep_ in ("dobj", "dative") and page.quote_at(c.idx) is None for c in verb.rights)


def _before(aside: Aside, sentence: Sentence, page: Page) -> int | None:
    """Where the words begin that stand before the aside, or None if nothing said stands there."""
    first = sentence.tokens[0].i
    if aside.first <= first or aside.speaker is None or _is_subordinate(aside):
        return None
    near, ahead = sentence.tokens.doc[aside.first - 1], sentence.tokens.doc[first : aside.first]
    quote = _quote_before(near, first, page)
    if quote is not None and not quote.scare:
        return quote.start if _speaks([*ahead], page) else min(quote.start, sentence.start)
    if near.text not in PAUSE or aside.speaker.tag_ in ("WP", "WDT"):
        return None
    return sentence.start if _is_said([*ahead], sentence, page) else None


def _quote_before(near: Token, first: int, page: Page) -> Quote | None:
    """The quotation that ends at a token, or right before it if that is a pause."""
    quote = page.quote_at(near.idx)
    return page.quote_at(near.idx - 1) if quote is None and near.text in PAUSE and near.i > first else quote


def _is_said(ahead: Sequence[Token], sentence: Sentence, page: Page) -> bool:
    """Whether the words before an aside are what is said: a clause, or any words of a headline."""
    own = [t for t in ahead if page.quote_at(t.idx) is None]
    if sentence.headline and len(own) > 2:
        return True
    return any(t.tag_ in FINITE or t.tag_ == "MD" for t in own) and not _is_prelude(own)


def _is_subordinate(aside: Aside) -> bool:
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
    verbs = words("reporting", "speech")
    return any(t.lemma_.lower() in verbs and t.pos_ == "VERB" and page.quote_at(t.idx) is None for t in tokens)


def _after(aside: Aside, sentence: Sentence, page: Page) -> Stretch | None:
    """The words said after the aside: a quotation, or the rest of the sentence that the aside interrupts."""
    doc, stop, at = sentence.tokens.doc, sentence.tokens[-1].i, aside.last + 1
    while at <= stop and doc[at].text in _MARKS:
        at += 1
    if at > stop:
        return None
    quote = page.quote_at(doc[at].idx)
    if quote is not None and (at > aside.last + 1 or _adjoins(quote, aside, sentence)):
        return quote.start, max(quote.end, _last_quote(quote.end, sentence, page))
    return (doc[at].idx, sentence.end) if _interrupts(aside, doc[at], sentence) else None


def _adjoins(quote: Quote, aside: Aside, sentence: Sentence) -> bool:
    """Whether a quotation is what the verb right before it says: 'he said "no".'."""
    return aside.last == aside.verb.i and not quote.scare and _ends_at(quote.end, sentence)


def _interrupts(aside: Aside, going_on: Token, sentence: Sentence) -> bool:
    """Whether the aside stands inside what is said, which goes on at a token: "The pier, she said, is safe"."""
    doc, first = sentence.tokens.doc, sentence.tokens[0].i
    if going_on.i == aside.last + 1 or doc[aside.last + 1].text != "," or _starts_anew(going_on, aside.verb):
        return False
    begun = aside.first > first or doc[aside.first].lower_ == "as"
    return begun and not _is_complete([*doc[first : aside.first]])


def _ends_at(offset: int, sentence: Sentence) -> bool:
    """Whether a clause may end at an offset: the sentence does, or a stop follows."""
    return offset >= sentence.end or sentence.tokens.text[offset - sentence.start] in ",.;:"


def _is_complete(before: Sequence[Token]) -> bool:
    """Whether a main clause has its subject and its verb already: nothing is interrupted then."""
    inside = {t.i for t in before}
    return any(t.dep_ in SUBJECTS and t.head.i in inside and t.head.dep_ not in _SUBORDINATE for t in before)


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
