"""What of an article tells its story from others: names, words, figures and days, and what stands in its head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xcheck.ingest import dates
from xcheck.ingest.layout import recognise
from xcheck.nlp.stems import stem
from xcheck.records.document import Document
from xcheck.stories.tokens import Token, capitalised, tokens

WORD, NAME, FIGURE = "word ", "name ", "figure "
_TOLD = ("title", "subtitle", "dateline", "body")
_SHOWN = 100  # characters of a headline


@dataclass(frozen=True)
class Marks:
    """The terms of an article with how often each stands in it; ``head``: those of headline and first paragraph.

    ``days`` are those that it names with their year, or that its publication date gives a year. ``length``: words of
    prose.
    """

    document: str
    headline: str
    terms: Counter[str]
    head: frozenset[str]
    days: frozenset[date]
    length: int


def marks(document: Document) -> Marks:
    """The marks of one document; bylines and furniture tell nothing."""
    known = recognise(document)
    told, prose, titles = (_paragraphs(known, *kinds) for kinds in (_TOLD, ("body",), ("title",)))
    names = capitalised(prose)
    return Marks(
        document=document.id,
        headline=" ".join((known.title or next(iter(prose), document.id)).split())[:_SHOWN],
        terms=Counter(_terms(told, names)),
        head=frozenset(_terms([*titles, *prose[:1]], names)),
        days=_days(known, told),
        length=sum(len(text.split()) for text in prose),
    )


def _paragraphs(document: Document, *kinds: str) -> list[str]:
    return [document.plain[r.start : r.end] for r in document.regions if r.kind in kinds]


def _terms(paragraphs: Sequence[str], names: frozenset[str]) -> Iterator[str]:
    """Every term of some paragraphs; two names side by side are a third, which tells more than either."""
    for text in paragraphs:
        before: Token | None = None
        for token in tokens(text):
            if named := token.text in names:
                yield NAME + token.text.casefold()
                if before and before.end + 1 == token.start:
                    yield f"{NAME}{before.text} {token.text}".casefold()
            else:
                yield _plain(token.text)
            before = token if named else None


def _plain(word: str) -> str:
    if any(c.isdigit() for c in word):
        return FIGURE + word.replace(",", "").casefold()
    return WORD + stem(word.casefold())


def _days(document: Document, paragraphs: Sequence[str]) -> frozenset[date]:
    own = [document.published] if document.published else []
    return frozenset([*own, *(day for text in paragraphs for day in dates.named(text, document.published))])
