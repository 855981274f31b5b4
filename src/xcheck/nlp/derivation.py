"""Verbs and the nouns of what they do: deploy and deployment, refuse and refusal."""

from __future__ import annotations

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import Derivations


def verb_of(noun: str) -> str | None:
    """The verb whose event or state a noun names (``deployment`` → ``deploy``), or None. Lower-case lemmas."""
    return lexicon(Derivations).root.get(noun)


def base_of(lemma: str) -> str:
    """The verb behind a noun of action, or the lemma itself."""
    return lexicon(Derivations).root.get(lemma, lemma)
