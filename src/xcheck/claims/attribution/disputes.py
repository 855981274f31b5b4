"""How a sentence treats its speakers: whether any speaks, denies, disputes or stays unnamed, and who describes."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded
from xcheck.nlp.lexicons.attribution import Quoted
from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.load import lexicon
from xcheck.resources import loaded


def is_voiced(text: str) -> bool:
    """Whether a sentence has a word of speech or denial: then it is not all in the text's own voice."""
    return not (lexicon(ComparisonWords).denials | lexicon(ComparisonWords).saying).isdisjoint(folded(plain(text)))


def is_disputed(text: str) -> bool:
    """Whether a sentence has somebody deny something, or sets two speakers against each other."""
    said = folded(plain(text))
    if lexicon(ComparisonWords).denials & set(said):
        return True
    speaking = sum(w in lexicon(ComparisonWords).saying for w in said)
    return speaking > 1 and (bool(lexicon(ComparisonWords).contrast & set(said)) or ";" in text)


def is_anonymous(text: str) -> bool:
    """Whether a sentence says that its source goes without a name: "speaking anonymously"."""
    sentence = text.casefold()
    return any(phrase in sentence for phrase in lexicon(ComparisonWords).nameless.sentence)


def describer(text: str) -> str | None:
    """Return whose description quoted words are said to be: "was the mayor's verdict", "was how the mayor put it"."""
    found = _describing().search(plain(text))
    return (found[1] or found[2]) if found else None


@loaded
def _describing() -> re.Pattern[str]:
    nouns, verbs = ("|".join(words) for words in (lexicon(Quoted).descriptions, lexicon(Quoted).describing))
    return re.compile(
        rf"\b((?:the|his|her|its|[A-Z]\w+) ?[\w ]{{0,30}}?)'s? (?:{nouns})\b|\bhow (.{{3,60}}?),? (?:{verbs})\b"
    )
