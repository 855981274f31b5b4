"""Who says so: speaker, cue and content of direct, indirect and mixed speech."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcheck.claims.attribution import nouns, verbs
from xcheck.claims.attribution.carrying import carried
from xcheck.claims.attribution.headlines import headline
from xcheck.claims.attribution.lines import lined
from xcheck.claims.attribution.nesting import settled
from xcheck.claims.attribution.page import Credit, Page, ends
from xcheck.claims.attribution.sources import speaker
from xcheck.claims.attribution.speech import beside
from xcheck.entities.names import Names
from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.lexicon import lexicon
from xcheck.records.base import Span
from xcheck.records.claim import Attribution, Mode, Quote, Source

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(analysis: Analysis, names: Names, quotes: Sequence[Quote]) -> tuple[Attribution, ...]:
    """Every attribution of the document, in the order of their contents.

    A cue inside the content of another is left out, unless somebody else's speech is reported there ("A said that B
    had denied it"). ``source.name`` is None where the speaker is not resolved; it is never guessed.
    """
    page = Page(analysis, quotes)
    found = [c for s in analysis.sentences for c in settled(list(_in_sentence(s, page)), page)]
    claimed = {q.start for c in found for q in page.quotes_within(c.start, c.end)}
    found = sorted([*found, *lined(page, claimed)], key=lambda c: c.sentence.start)
    made = (_attribution(c, page, names) for c in carried(found, page))
    return tuple(sorted(made, key=_place))


def speakers(
    quotes: Sequence[Quote], attributions: Sequence[Attribution], names: frozenset[int] = frozenset()
) -> tuple[Quote, ...]:
    """The quotations, each with the resolved speaker of the narrowest attribution that holds it.

    ``names``: where those begin that are but names in marks, which nobody speaks.
    """
    placed = sorted(((a.content, a) for a in attributions if a.content is not None), key=lambda p: p[0].start)
    starts = [content.start for content, _ in placed]
    longest = max((content.end - content.start for content, _ in placed), default=0)
    told = []
    for quote in quotes:
        near = placed[bisect_left(starts, quote.start - longest) : bisect_right(starts, quote.start)]
        best = _narrowest(quote, near) if quote.start not in names else None
        name = best.source.name if best is not None and best.source is not None else None
        told.append(quote.model_copy(update={"speaker": name, "scare": quote.scare and best is None}))
    return tuple(told)


def _narrowest(quote: Quote, near: Sequence[tuple[Span, Attribution]]) -> Attribution | None:
    """The attribution with the shortest content that holds a quotation."""
    holding = ((content.end - content.start, a) for content, a in near if content.contains(quote))
    return min(holding, key=lambda h: h[0], default=(0, None))[1]


def _in_sentence(sentence: Sentence, page: Page) -> Iterator[Credit]:
    if len(sentence.tokens) > lexicon("reporting")["longest_sentence"]:
        return
    titled = headline(sentence, page)
    if titled is not None:
        yield titled
        return
    for token in sentence.tokens:
        found = _of_word(token, sentence, page) if page.quote_at(token.idx) is None else None
        if found is not None:
            yield found


def _of_word(token: Token, sentence: Sentence, page: Page) -> Credit | None:
    """What a word outside quotation marks credits to somebody, by its part of speech."""
    found: Credit | None = None
    if token.pos_ in ("VERB", "AUX"):
        found = beside(token, sentence, page) or verbs.credit(token, sentence, page)
    elif token.pos_ == "ADV":
        found = nouns.adverb(token, sentence, page)
    elif token.pos_ in ("NOUN", "PROPN"):
        found = nouns.noun(token, sentence, page)
    return found or verbs.adjective(token, sentence, page) or nouns.according(token, sentence, page)


def _attribution(credit: Credit, page: Page, names: Names) -> Attribution:
    text = page.text
    source = None
    if credit.source:
        span = Span.of(text, *ends(credit.source))
        source = Source(start=span.start, end=span.end, text=span.text, name=speaker(credit.holder, names))
    return Attribution(
        mode=_mode(credit, page),
        source=source,
        cue=Span.of(text, *ends(credit.cue)),
        content=Span.of(text, credit.start, credit.end),
        denied=credit.denied,
    )


def _mode(credit: Credit, page: Page) -> Mode:
    """Direct where the content begins and ends in quotation marks, mixed where it holds some, else indirect."""
    held = [q for q in page.quotes_within(credit.start, credit.end) if not q.scare]
    if not held:
        return "indirect"
    return "direct" if held[0].start <= credit.start and held[-1].end >= credit.end else "mixed"


def _place(attribution: Attribution) -> tuple[int, int]:
    content = attribution.content
    return (content.start, -content.end) if content is not None else (0, 0)
