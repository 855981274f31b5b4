"""People who are described and not named: whether two descriptions, or a name and a description, can be of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from xcheck.entities.identity import folded, same_name
from xcheck.nlp.lexicons.attribution import Speakers
from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.entities import Roles
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import ContrastSets
from xcheck.nlp.stems import stem
from xcheck.resources import loaded

_OWNER = re.compile(r"^(.*)['’]s? (?=\S)")
_LINK = re.compile(r" (?:for|of|at|from|with|in) ")


def are_apart(one: str, other: str) -> bool:
    """Whether two speakers, by name or description, cannot be one."""
    if {one.casefold(), other.casefold()} & lexicon(ComparisonWords).pronouns or _shares_name(one, other):
        return False
    names = _name(one), _name(other)
    if names[0] and names[1]:
        return same_name(names[0], names[1]) is False
    return described_apart(one, other)


def described_apart(one: str, other: str) -> bool:
    """Whether two descriptions are of two speakers: the uncle and the aunt, the mayor and the surgeon."""
    (mine, my_owner), (yours, your_owner) = _parts(one), _parts(other)
    if not mine or not yours:
        return False
    if not mine & yours:
        return not _stems(one) & _stems(other) - _stems(my_owner) & _stems(your_owner)
    owners = _groups(my_owner), _groups(your_owner)
    return bool(owners[0] and owners[1] and not owners[0] & owners[1])


def _parts(phrase: str) -> tuple[frozenset[str], str]:
    """What a speaker is, as groups of words that stand for each other, and whose: "the girl's uncle"."""
    text = " ".join(phrase.split())
    owner, core = "", text
    if found := _OWNER.match(text.partition(",")[0]):
        owner, core = found[1], text[found.end() :]
    head, *rest = _LINK.split(core.partition(",")[0], maxsplit=1)
    heads = head.casefold().split()
    if heads and heads[-1] in lexicon(Speakers).mouthpieces:
        whose = rest[0] if rest else owner or " ".join(heads[:-1])
        return _groups(whose), ""
    return _groups(core), owner or (rest[0] if rest else "")


def _groups(phrase: str) -> frozenset[str]:
    return frozenset(group for word in folded(phrase) for group in _table().get(word, ()))


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(stem(w) for w in folded(phrase) if len(w) > 3)


def _name(phrase: str) -> str:
    """The name that a phrase ends in, also before a comma: "the cook, Ilse Tarn"; no first word that is a noun."""
    return next((name for part in phrase.split(",") if (name := _last_name(part.split()))), "")


def _last_name(found: list[str]) -> str:
    begin = next((i + 1 for i in range(len(found) - 1, -1, -1) if not found[i][:1].isupper()), 0)
    named = found[begin:]
    return "" if len(named) == len(found) == 1 and _groups(named[0]) else " ".join(named)


def _shares_name(one: str, other: str) -> bool:
    mine, yours = ({w for w in folded(p) if len(w) > 2} for p in (one, other))
    return bool(mine & yours & _capitals(one) | mine & yours & _capitals(other))


def _capitals(phrase: str) -> frozenset[str]:
    return frozenset(w for word in phrase.split() if word[:1].isupper() for w in folded(word))


@loaded
def _table() -> dict[str, frozenset[str]]:
    """For each word that says who somebody is, in the singular and the plural, the groups it belongs to."""
    table: dict[str, set[str]] = {}
    for form, group in _forms((*lexicon(Speakers).groups, *lexicon(ContrastSets).root["kin"])):
        table.setdefault(form, set()).add(group)
    offices = (office for kind in lexicon(Roles).classes.values() for office in kind)
    anybody = lexicon(Speakers).anybody
    for form, group in _forms((*offices, *([w] for w in sorted(lexicon(Roles).people)))):
        if " " not in form and form not in anybody and form.removesuffix("s") not in anybody:
            table.setdefault(form, {group})
    return {word: frozenset(groups) for word, groups in table.items()}


def _forms(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Each word of some groups in the singular and the plural, with the first word of its group."""
    return ((form, str(group[0])) for group in groups for word in group for form in (str(word), f"{word}s"))
