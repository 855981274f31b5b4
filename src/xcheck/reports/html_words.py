"""What the review calls kinds, types and severities: the words that people use, in place of the names in the rules."""

from __future__ import annotations

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Reports


def words(name: str) -> str:
    """What people call it; a name that the word list does not have is written with blanks."""
    return lexicon(Reports).words.get(name, name.replace("-", " "))
