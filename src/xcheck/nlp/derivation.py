"""Verbs and the nouns of what they do: deploy and deployment, refuse and refusal."""

from __future__ import annotations

from functools import cache

from xcheck.nlp.lexicon import lexicon


@cache
def _verbs() -> dict[str, str]:
    table: dict[str, str] = lexicon("derivations")
    return table


def verb_of(noun: str) -> str | None:
    """The verb whose event or state a noun names (``deployment`` → ``deploy``), or None. Lower-case lemmas."""
    return _verbs().get(noun)


def base_of(lemma: str) -> str:
    """The verb behind a noun of action, or the lemma itself."""
    return _verbs().get(lemma, lemma)
