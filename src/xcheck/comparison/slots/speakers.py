"""Who speaks, where a draft is held against its source: also speakers that are described and not named."""

from __future__ import annotations

import re

from xcheck.claims.quotes import plain
from xcheck.entities.identity import folded, same_name
from xcheck.nlp.lexicons.attribution import Quoted, Speakers
from xcheck.nlp.lexicons.comparison import ComparisonWords
from xcheck.nlp.lexicons.entities import Roles
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import ContrastSets
from xcheck.nlp.stems import stem
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.resources import loaded

_OWNER = re.compile(r"^(.*)['’]s? (?=\S)")
_LINK = re.compile(r" (?:for|of|at|from|with|in) ")


def voice(claim: Claim, quote: Span) -> str | None:
    """Whose the quoted words of a claim are, as the text has it or by name; not who reads them out, nor a pronoun."""
    cue = claim.attribution.cue if claim.attribution else claim.predicate
    if cue is not None and set(cue.text.casefold().split()) & lexicon(ComparisonWords).relaying:
        return None
    speaker = next((q.speaker for q in claim.quotes if q.start == quote.start), None)
    credited = claim.attribution.source if claim.attribution else None
    if credited is not None and credited.text.casefold() in lexicon(ComparisonWords).pronouns:
        return None
    if credited is not None and (credited.name == speaker or speaker is None):
        return credited.text if credited.name is None or credited.name in credited.text else credited.name
    if speaker is not None:
        return speaker
    agent = next((p for p in claim.participants if p.part == "agent"), None)
    if claim.form == "speech" and agent is not None:
        return agent.entity or agent.text
    return _describer(claim)


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
    text = plain(phrase)
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


def _describer(claim: Claim) -> str | None:
    """Whose description the quoted words are said to be: "was the mayor's verdict", "was how the mayor put it"."""
    found = _describing().search(plain(claim.sentence.text))
    return (found[1] or found[2]) if found else None


@loaded
def _describing() -> re.Pattern[str]:
    nouns, verbs = ("|".join(words) for words in (lexicon(Quoted).descriptions, lexicon(Quoted).describing))
    return re.compile(
        rf"\b((?:the|his|her|its|[A-Z]\w+) ?[\w ]{{0,30}}?)'s? (?:{nouns})\b|\bhow (.{{3,60}}?),? (?:{verbs})\b"
    )


@loaded
def _table() -> dict[str, frozenset[str]]:
    """For each word that says who somebody is, in the singular and the plural, the groups it belongs to."""
    table: dict[str, set[str]] = {}
    for group in (*lexicon(Speakers).groups, *lexicon(ContrastSets).root["kin"]):
        for word in group:
            for form in (word, f"{word}s"):
                table.setdefault(str(form), set()).add(str(group[0]))
    offices = (office for kind in lexicon(Roles).classes.values() for office in kind)
    for group in (*offices, *((w,) for w in sorted(lexicon(Roles).people))):
        for word in group:
            if " " not in word and word not in lexicon(Speakers).anybody:
                for form in (word, f"{word}s"):
                    table.setdefault(form, {group[0]})
    return {word: frozenset(groups) for word, groups in table.items()}
