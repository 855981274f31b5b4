"""Titles and ages of one person: the same office under two names, a fuller form of it, or another office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from xcheck.claims.quotes import plain
from xcheck.comparison.context import Context, compared
from xcheck.entities.gazetteer import known
from xcheck.entities.identity import folded, same_name
from xcheck.nlp.lexicons.entities import Roles
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim, Role
from xcheck.records.comparison import Compared, Outcome
from xcheck.resources import SENTENCES, loaded, memoised

Relation = Literal["same", "refines", "differs", "compatible"]
_HOLDER = re.compile(r"\b([A-Za-z]+),? ((?:[A-Z][\w'-]+ )+[A-Z][\w'-]+)")
_OUTCOMES: dict[Relation, Outcome] = {"same": "same", "compatible": "compatible", "differs": "conflict"}


def compare(left: Claim, right: Claim, context: Context) -> tuple[Compared, ...]:
    """For each holder of a role in both claims: ``same``, ``compatible``, ``narrower``, ``wider`` or ``conflict``.

    A conflict has the variant ``title`` or ``age``. A person may hold two offices: a title that the other side has too
    conflicts with none. A draft's title conflicts where its source gives it to somebody else, and an age where it says
    that the person is yet to turn it.
    """
    found: list[Compared] = []
    for kind in ("title", "age"):
        pairs = [
            (a, b)
            for a in left.roles
            for b in right.roles
            if a.kind == b.kind == kind and same_name(a.holder, b.holder)
        ]
        checks_age = context.source is not None and kind == "age"
        results = [(a, b, _yet_to_turn(a, b, right) if checks_age else _pair(a, b)) for a, b in pairs]
        shared = {id(t) for a, b, r in results if r.outcome in ("same", "narrower", "wider") for t in (a, b)}
        apart = [r for a, b, r in results if r.outcome == "conflict" and not {id(a), id(b)} & shared]
        found.extend(apart or [r for _, _, r in results if r.outcome != "conflict"])
    return (*found, *(_borrowed(left, right) if context.checks else ()))


def _yet_to_turn(mine: Role, yours: Role, source: Claim) -> Compared:
    """Two ages of one person in a draft and its source, which may say that the person has not reached it."""
    text = source.sentence.text.casefold()
    if mine.title == yours.title and re.search(
        rf"\b(?:turns?|will turn|nearly|almost) {re.escape(mine.title)}\b", text
    ):
        return compared("conflict", None, yours, variant="age", says=(mine.text, yours.text))
    return _pair(mine, yours)


def _borrowed(draft: Claim, source: Claim) -> tuple[Compared, ...]:
    """Whom a draft calls by an office that its source gives to somebody else in the same sentence."""
    mine, yours = _holders(draft.sentence.text), _holders(source.sentence.text)
    said = folded(plain(source.sentence.text))
    return tuple(
        compared("conflict", None, None, variant="title", says=(f"{office} {name}", f"{office} {yours[office]}"))
        for office, name in mine.items()
        if same_name(name, yours.get(office, name)) is False and folded(name)[-1] in said
    )


@memoised(SENTENCES)
def _holders(text: str) -> dict[str, str]:
    """Who holds which office in a sentence, where the name follows it: "the treasurer, Ida Moss"."""
    found = ((m[1].casefold(), m[2]) for m in _HOLDER.finditer(plain(text)))
    return {_offices()[word]: name for word, name in found if word in _offices()}


def _pair(mine: Role, yours: Role) -> Compared:
    if mine.kind == "age":
        same = mine.title == yours.title
        return compared("same" if same else "conflict", mine, yours, variant="" if same else "age")
    relation = title_relation(mine.title, yours.title)
    outcome = _OUTCOMES.get(relation) or ("narrower" if len(mine.title.split()) > len(yours.title.split()) else "wider")
    return compared(outcome, mine, yours, variant="title" if outcome == "conflict" else "")


def title_relation(one: str, other: str) -> Relation:
    """How two titles of one person stand to each other. Symmetric; titles in lower case.

    ``same``: one office under two names; ``refines``: a bare word and the fuller title it is short for;
    ``compatible``: titles that one person may hold at once, or that are too loose to differ; ``differs``: another
    office, rank, tenure or portfolio, or an office and a narrower one (``deputy secretary of state`` for a region).
    """
    a, b = _read(one), _read(other)
    if a == b:
        return "same"
    if not (a.office and b.office):
        return "compatible"
    if a.office != b.office:
        return _of_two_offices(a, b)
    return _of_one_office(a, b)


@dataclass(frozen=True)
class _Title:
    """A title taken apart: ``office`` is a group of synonyms by its first name, ``portfolio`` what it is over."""

    office: str
    ranks: frozenset[str]
    tenure: frozenset[str]
    portfolio: frozenset[str]
    narrowed: frozenset[str]
    bare: bool


def _of_two_offices(a: _Title, b: _Title) -> Relation:
    loose = lexicon(Roles).loose
    kinds = _classes().get(a.office, frozenset()), _classes().get(b.office, frozenset())
    if a.office in loose or b.office in loose or not all(kinds):
        return "compatible"
    shared = kinds[0] & kinds[1]
    if not shared:
        return "differs" if _are_retired(a, b) else "compatible"
    if shared & lexicon(Roles).addressed and (a.office.endswith(" " + b.office) or b.office.endswith(" " + a.office)):
        return "refines"
    return "differs"


def _are_retired(a: _Title, b: _Title) -> bool:
    """Whether both name the work that somebody has given up, which is one: a retired vet is no retired sheriff."""
    return a.tenure | b.tenure <= {"retired"} and bool(a.tenure and b.tenure)


def _of_one_office(a: _Title, b: _Title) -> Relation:
    if a.ranks != b.ranks or not _same_tenure(a.tenure, b.tenure):
        return "differs"
    if a.narrowed != b.narrowed:
        return "refines" if (a.bare and not a.narrowed) or (b.bare and not b.narrowed) else "differs"
    if a.portfolio == b.portfolio:
        return "same"
    if a.portfolio <= b.portfolio or b.portfolio <= a.portfolio:
        return "refines"
    return "compatible" if a.portfolio & b.portfolio else "differs"


def _same_tenure(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both hold the office, or both held it. A retired nurse is a nurse; a former minister is no minister."""
    retired = lexicon(Roles).retired
    return one == other or (one | other) <= retired or bool(one and other and (one <= retired or other <= retired))


@memoised(SENTENCES)
def _read(title: str) -> _Title:
    """A title in its parts. "For" narrows an office; "of" says for whom, save for offices that govern what follows."""
    found = [lexicon(Roles).abbreviations.get(w, w) for w in title.replace("ex-", "former ").split()]
    found = " ".join(w for w in found if known(w.upper()) is None or len(w) > 3).split()
    core, link, rest = _parted([w for w in found if w not in ("the", "a", "an", "his", "her", "its", "their")])
    office, size = _office(core)
    before = core[: len(core) - size] if size else core
    ranks = frozenset(w for w in before if w in lexicon(Roles).ranks)
    tenure = frozenset(w for w in before if w in lexicon(Roles).tenure)
    own = [w for w in before if w not in ranks | tenure | lexicon(Roles).colour and known(w) is None]
    governed = _content(rest) if link == "of" and core and core[-1] in lexicon(Roles).governing else frozenset()
    narrowed = _content(rest) if link == "for" else frozenset()
    if narrowed and core and core[-1] == "minister":
        governed, narrowed = governed | narrowed, frozenset()
    return _Title(office, ranks, tenure, frozenset(own) | governed, narrowed, bare=len(core) == 1)


def _parted(found: list[str]) -> tuple[list[str], str, list[str]]:
    """The words before, and after, the first "of" or "for" that is not part of the office's own name."""
    for i, word in enumerate(found):
        if word in ("of", "for", "at", "with") and i:
            if word == "of" and found[i - 1 : i + 2] in (["secretary", "of", "state"], ["member", "of", "parliament"]):
                core, link, rest = _parted([*found[: i - 1], "-".join(found[i - 1 : i + 2]), *found[i + 2 :]])
                return core, link, rest
            return found[:i], word, found[i + 1 :]
    return found, "", []


def _office(core: list[str]) -> tuple[str, int]:
    """The office that the last words name, and how many they are; an unlisted one is its last word."""
    spoken = [w.replace("-", " ") if w.startswith(("secretary-of", "member-of")) else w for w in core]
    for size in range(len(spoken), 0, -1):
        office = _offices().get(" ".join(spoken[-size:]))
        if office is not None:
            return office, size
    return (spoken[-1], 1) if spoken else ("", 0)


def _content(rest: list[str]) -> frozenset[str]:
    return frozenset(w.strip("'") for w in rest if w not in ("and", "of", "the", "for", "affairs", "&", "'s"))


@loaded
def _offices() -> dict[str, str]:
    return {name: names[0] for offices in lexicon(Roles).classes.values() for names in offices for name in names}


@loaded
def _classes() -> dict[str, frozenset[str]]:
    """The classes that each office is in, by the first of its names."""
    found: dict[str, set[str]] = {}
    for kind, offices in lexicon(Roles).classes.items():
        for names in offices:
            found.setdefault(names[0], set()).add(kind)
    return {office: frozenset(kinds) for office, kinds in found.items()}
