"""Headlines that credit in few words: "Minister: bridge to close", "Bridge to close – minister", "Court says …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcheck.claims.attribution.page import Credit, Page
from xcheck.nlp.analysis import Sentence
from xcheck.nlp.lexicon import lexicon, words
from xcheck.nlp.neighbours import before

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = frozenset({"–", "—", "-", "--"})


def headline(sentence: Sentence, page: Page) -> Credit | None:
    """What the speaker before a colon, or after a colon or dash at the end, is credited with; None if there is none."""
    if not sentence.headline and sentence.start > page.analysis.sentences[0].start:
        return None
    tokens = [t for t in sentence.tokens if not t.is_space]
    said = _says(tokens, page) if sentence.headline else None
    return _ahead(sentence, tokens, said) if said is not None else _divided(sentence, tokens, page)


def _ahead(sentence: Sentence, tokens: Sequence[Token], at: int) -> Credit:
    """The credit to the speaker ahead of the word or mark at a place."""
    return _credit(sentence, tokens[:at], tokens[at], tokens[at + 1 :])


def _divided(sentence: Sentence, tokens: Sequence[Token], page: Page) -> Credit | None:
    """What a colon or dash divides from its speaker, who stands before the first or after the last of them."""
    marks = [n for n, t in enumerate(tokens) if page.quote_at(t.idx) is None and _divides(t)]
    if not marks:
        return None
    first, last = marks[0], marks[-1]
    if tokens[first].text == ":" and _speaks(tokens[:first], tokens[first + 1 :], page):
        return _ahead(sentence, tokens, first)
    behind = tokens[last + 1 :]
    who = _before_topic(behind) if page.quote_at(tokens[last - 1].idx) else behind
    return _credit(sentence, who, tokens[last], tokens[:last]) if _speaks(who, tokens[:last], page) else None


def _before_topic(tokens: Sequence[Token]) -> Sequence[Token]:
    """The speaker of a quotation without what it is about: "'I was pushed': Grane on the fall of the mill"."""
    topic = next((n for n, t in enumerate(tokens) if t.pos_ == "ADP"), len(tokens))
    return tokens[:topic]


def _says(tokens: Sequence[Token], page: Page) -> int | None:
    """The place of a verb of saying in the present between a speaker and what is said, however it was parsed."""
    verbs = words("reporting", "speech")
    for n, token in enumerate(tokens[1:-2], start=1):
        present = token.lower_.endswith("s") and token.lemma_.lower() in verbs
        if present and page.quote_at(token.idx) is None and _speaks(tokens[:n], tokens[n + 1 :], page):
            return n
    return None


def _divides(token: Token) -> bool:
    previous = before(token)
    spaced = bool(token.whitespace_) and previous is not None and bool(previous.whitespace_)
    return token.text == ":" or (token.text in _DASHES and spaced)


def _speaks(who: Sequence[Token], what: Sequence[Token], page: Page) -> bool:
    """Whether a few words name a role or a document that can speak, or whoever speaks further down.

    Any name may speak beside a quotation, and a person of whom the body has nothing: "Storm Gerda" does other things.
    """
    limit: int = lexicon("reporting")["headline_speaker_words_at_most"]
    who = [t for t in who if not t.is_punct]
    if not 0 < len(who) <= limit or len(what) < 2:
        return False
    if page.quote_at(what[0].idx) is not None and (who[-1].ent_type_ in ("PERSON", "ORG") or who[-1].pos_ == "PROPN"):
        return True
    return _has_role(who[-1]) or who[-1].text in page.voices or _is_new_name(who, page)


def _has_role(head: Token) -> bool:
    roles = words("reporting", "document") | words("reporting", "role") | words("reporting", "spokesperson")
    return head.lemma_.lower() in roles or head.lower_ in roles


def _is_new_name(who: Sequence[Token], page: Page) -> bool:
    """Whether the words name a person or people of whom the body has nothing."""
    return all(t.ent_type_ in ("PERSON", "NORP") for t in who) and who[-1].text not in page.told_of


def _credit(sentence: Sentence, who: Sequence[Token], mark: Token, what: Sequence[Token]) -> Credit:
    source = tuple(t for t in who if not t.is_punct)
    spoken = [t for t in what if not (t.is_punct and t.text in (".", ","))]
    start, end = spoken[0].idx, spoken[-1].idx + len(spoken[-1])
    return Credit(sentence=sentence, cue=(mark,), source=source, holder=source[-1], start=start, end=end, speech=True)
