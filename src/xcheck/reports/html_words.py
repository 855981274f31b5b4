"""What the review calls kinds, types and severities: the words that people use, in place of the names in the rules."""

from __future__ import annotations

from xcheck.nlp.lexicon import lexicon


def words(name: str) -> str:
    """What people call it; a name that the word list does not have is written with blanks."""
    known: dict[str, str] = lexicon("reports")["words"]
    return known.get(name, name.replace("-", " "))
