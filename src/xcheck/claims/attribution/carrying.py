"""Whose quotation it is when nobody in its own sentence says so: the speaker is carried on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from xcheck.claims.attribution.frames import takes
from xcheck.claims.attribution.page import Credit, Page, ends
from xcheck.claims.attribution.sources import phrase, subject
from xcheck.claims.attribution.verbs import made
from xcheck.entities.offices import is_human
from xcheck.nlp.analysis import Sentence
from xcheck.records.claim import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSING = frozenset("”\"'’»")


@dataclass
class _Roll:
    """The credits so far, and the start of every quotation that one of them holds."""

    page: Page
    credits: list[Credit]
    claimed: set[int]

    def add(self, credit: Credit) -> int:
        """Adds a credit and says at which place."""
        self.credits.append(credit)
        self.claim(credit)
        return len(self.credits) - 1

    def claim(self, credit: Credit) -> None:
        """Marks the quotations that a credit holds."""
        self.claimed.update(q.start for q in self.page.quotes_within(credit.start, credit.end))


def carried(credits_: Sequence[Credit], page: Page) -> list[Credit]:
    """The credits, with each quotation that nobody in its own sentence claims given to whoever speaks around it.

    A quotation that follows the content of a speaker goes on with it. After other words, or as a paragraph of its
    own, it is a credit of its own with the same speaker. An unclosed paragraph belongs to whoever closes it.
    """
    roll = _Roll(page, [], set())
    own = _entered(credits_, roll)
    current: int | None = None
    for previous, sentence in pairwise((None, *page.analysis.sentences)):
        if sentence is None:
            continue
        mine = own.get(sentence.start, [])
        _append(sentence, [roll.credits[i] for i in mine], roll)
        spoken = [i for i in mine if roll.credits[i].speech]
        quote = _unclaimed(page.quote_at(sentence.start), roll)
        if spoken:
            current = max(spoken, key=lambda i: (_is_quoting(roll.credits[i], page), i))
        elif previous is not None and quote is not None:
            current = _give(roll, current, quote, (previous, sentence))
    return [_with_opening(c, roll) for c in roll.credits]


def _entered(credits_: Sequence[Credit], roll: _Roll) -> dict[int, list[int]]:
    """Adds the credits to the roll, and the speakers in sentences of their own: their places by their sentence."""
    own: dict[int, list[int]] = {}
    for credit in credits_:
        own.setdefault(credit.sentence.start, []).append(roll.add(credit))
    for previous, sentence in pairwise(roll.page.analysis.sentences):
        tag = _tag(previous, sentence, roll.page)
        if tag is not None:
            own.setdefault(sentence.start, []).append(roll.add(tag))
    return own


def _unclaimed(quote: Quote | None, roll: _Roll) -> Quote | None:
    """A quotation in which somebody speaks whom no credit names yet; else None."""
    return None if quote is None or quote.scare or quote.start in roll.claimed else quote


def _tag(previous: Sentence, sentence: Sentence, page: Page) -> Credit | None:
    """The speaker in a sentence of their own, cut off by the mark inside the quotation ("Why?" Reed asked)."""
    quote = page.quote_at(previous.end - 1)
    if quote is None or sentence.paragraph != previous.paragraph or quote.end > sentence.start:
        return None
    verb = next((t for t in sentence.tokens if t.pos_ == "VERB"), None)
    who = _speaker_ahead(verb, sentence) if verb is not None else None
    return made(verb, who, (quote.start, quote.end), sentence, page) if verb is not None and who is not None else None


def _speaker_ahead(verb: Token, sentence: Sentence) -> Token | None:
    """Who opens a sentence as the subject of a verb of saying that has no content of its own."""
    if "speech" not in takes(verb.lemma_.lower()) or _has_content(verb):
        return None
    who = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return who if who is not None and phrase(who)[0].i == sentence.tokens[0].i else None


def _has_content(verb: Token) -> bool:
    return any(c.dep_ in ("ccomp", "xcomp", "dobj", "acomp") and c.i > verb.i for c in verb.children)


def _is_quoting(credit: Credit, page: Page) -> bool:
    return bool(page.quotes_within(credit.start, credit.end))


def _give(roll: _Roll, current: int | None, quote: Quote, neighbours: tuple[Sentence, Sentence]) -> int | None:
    """Gives a quotation to a speaker, if there is one, and says whose turn it is then."""
    previous, sentence = neighbours
    announced = _announced(previous, roll.page)
    if announced is not None:
        return roll.add(replace(announced, start=quote.start, end=quote.end))
    if current is None:
        return None
    last = roll.credits[current]
    if sentence.paragraph != previous.paragraph and not _goes_over(last, quote, neighbours, roll.page):
        return None
    adjoins = last.sentence.start == previous.start or roll.page.whole(previous.start, previous.end)[1] <= last.end
    if adjoins and (sentence.paragraph == previous.paragraph or not _is_closed(previous, roll.page)):
        roll.credits[current] = replace(last, end=quote.end)
        roll.claim(roll.credits[current])
        return current
    return roll.add(replace(last, start=quote.start, end=quote.end))


def _goes_over(last: Credit, quote: Quote, neighbours: tuple[Sentence, Sentence], page: Page) -> bool:
    """Whether a speaker is carried into a paragraph: the quotation is still open, or the paragraph is all quotation."""
    previous, sentence = neighbours
    if not _is_closed(previous, page):
        return True
    region = page.analysis.document.regions[sentence.paragraph]
    next_one = sentence.paragraph - last.sentence.paragraph == 1
    speaks = _is_quoting(last, page) or _is_person(last)
    return next_one and speaks and quote.start <= region.start and quote.end >= region.end


def _is_person(credit: Credit) -> bool:
    """Whether somebody is credited whose own words may follow: a person, by name, pronoun or what they are."""
    holder = credit.holder
    if holder is None or not credit.speech:
        return False
    return holder.ent_type_ == "PERSON" or holder.lower_ in ("he", "she") or is_human(holder.lemma_.lower())


def _announced(sentence: Sentence, page: Page) -> Credit | None:
    """The credit that a sentence with a colon at its end opens: "The mayor continued:"."""
    if not sentence.tokens.text.rstrip().endswith(":"):
        return None
    verbs = [t for t in sentence.tokens if t.pos_ == "VERB" and "clause" in takes(t.lemma_.lower())]
    verb = verbs[-1] if verbs else _told_by(sentence, sentence.end, page)
    return made(verb, subject(verb, page), ends([verb]), sentence, page) if verb is not None else None


def _told_by(sentence: Sentence, before: int, page: Page) -> Token | None:
    """The first verb with a subject of its own, ahead of a colon that opens a quotation: 'He hit back: "No."'."""
    verbs = (t for t in sentence.tokens if t.pos_ == "VERB" and t.idx < before and page.quote_at(t.idx) is None)
    return next((v for v in verbs if any(c.dep_ == "nsubj" for c in v.lefts)), None)


def _append(sentence: Sentence, own: Sequence[Credit], roll: _Roll) -> None:
    """A quotation set behind a comma or colon at the end of a sentence that credits somebody in other words."""
    page = roll.page
    quote = _unclaimed(page.quote_at(sentence.end - 1) or page.quote_at(sentence.end - 2), roll)
    if quote is None:
        return
    before = [c for c in own if c.end <= quote.start and c.source]
    behind = page.text[max(quote.start - 2, 0) : quote.start]
    if before and behind in (", ", ": "):
        found: Credit | None = before[-1]
    else:
        found = _by_its_verb(sentence, quote, page) if behind == ": " else None
    if found is not None:
        roll.add(replace(found, start=quote.start, end=quote.end, speech=True, denied=False))


def _by_its_verb(sentence: Sentence, quote: Quote, page: Page) -> Credit | None:
    """The credit to the subject of the verb ahead of a colon, whatever the verb: 'He hit back: "No."'."""
    verb = _told_by(sentence, quote.start, page)
    return made(verb, subject(verb, page), (quote.start, quote.end), sentence, page) if verb is not None else None


def _with_opening(credit: Credit, roll: _Roll) -> Credit:
    """A credit widened over the unclosed paragraphs of quotation before its own, which nobody else claims."""
    start = credit.start
    for quote in roll.page.quotes_before(start):
        if quote.text[-1] in _CLOSING or roll.page.text[quote.end : start].strip() or quote.start in roll.claimed:
            break
        start = quote.start
    return replace(credit, start=start) if start < credit.start else credit


def _is_closed(sentence: Sentence, page: Page) -> bool:
    quote = page.quote_at(sentence.end - 1)
    return quote is None or quote.text[-1] in _CLOSING
