"""The rules that a user names: a family, an id or a name."""

from __future__ import annotations

from collections.abc import Sequence

from xcheck.errors import UsageError
from xcheck.hints import nearest
from xcheck.records.rule import Rule


def family(rule: Rule) -> str:
    """The letters that the ids of a rule and its kin begin with: ``XQ`` of ``XQ002``."""
    return rule.id.rstrip("0123456789")


def asked_for(rules: Sequence[Rule], word: str) -> list[Rule]:
    """The rules of a family, or the one rule with this id or name. Raises UsageError as ``called`` does."""
    kin = [rule for rule in rules if family(rule) == word.upper()]
    return kin or [called(rules, word)]


def called(rules: Sequence[Rule], word: str) -> Rule:
    """The rule with this id or name, in letters of any case. Raises UsageError that names the nearest one."""
    by_word = {known.casefold(): rule for rule in rules for known in (rule.name, rule.id)}
    if word.casefold() in by_word:
        return by_word[word.casefold()]
    likely = nearest(word.casefold(), by_word)
    meant = f": did you mean {by_word[likely].id} ({by_word[likely].name})?" if likely else ": see 'xcheck rules list'"
    raise UsageError(f"no rule is called '{word}'{meant}")
