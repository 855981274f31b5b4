"""Titles and ages of one person: the same office under two names, a fuller form of it, or another office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from xcheck.comparison.context import Context, compared
from xcheck.entities.gazetteer import known
from xcheck.entities.identity import same_name
from xcheck.entities.offices import office_of
from xcheck.nlp.lexicons.entities import Roles
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim, Role
from xcheck.records.comparison import Compared, Outcome
from xcheck.resources import SENTENCES, loaded, memoised

Relation = Literal["same", "refines", "differs", "compatible"]
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_OUTCOMES: dict[Relation, Outcome] = {"same": "same", "compatible": "compatible", "differs": "conflict"}


def pair(mine: Role, yours: Role) -> Compared:
    """What comes out of two roles of one person and one kind."""
    if mine.kind == "age":
        same = mine.title == yours.title
        return compared("same" if same else "conflict", mine, yours, variant="" if same else "age")
    relation = title_relation(mine.title, yours.title)
    outcome = _OUTCOMES.get(relation) or ("narrower" if len(mine.title.split()) > len(yours.title.split()) else "wider")
    return compared(outcome, mine, yours, variant="title" if outcome == "conflict" else "")


def compare(
    left: Claim, right: Claim, _context: Context, *, pair: Callable[[Role, Role], Compared] = pair
) -> tuple[Compared, ...]:
    """For each holder of a role in both claims: ``same``, ``compatible``, ``narrower``, ``wider`` or ``conflict``.

    A conflict has the variant ``title`` or ``age``. A person may hold two offices: a title that the other side has too
    conflicts with none.
    """
    held = [(a, b) for a, b in product(left.roles, right.roles) if a.kind == b.kind and same_name(a.holder, b.holder)]
    results = [(a, b, pair(a, b)) for a, b in held]
    return tuple(r for kind in ("title", "age") for r in _unshared([one for one in results if one[0].kind == kind]))


def _unshared(results: Sequence[tuple[Role, Role, Compared]]) -> list[Compared]:
    """The conflicts of roles, but for those of what the other side has too; else what agrees."""
    shared = {id(t) for a, b, r in results if r.outcome in ("same", "narrower", "wider") for t in (a, b)}
    apart = [r for a, b, r in results if r.outcome == "conflict" and shared.isdisjoint((id(a), id(b)))]
    return apart or [r for _, _, r in results if r.outcome != "conflict"]


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
        return "refines" if _is_narrowed(a, b) or _is_narrowed(b, a) else "differs"
    return _of_portfolios(a.portfolio, b.portfolio)


def _is_narrowed(wide: _Title, narrow: _Title) -> bool:
    """Whether a title is the bare office that another one narrows."""
    return wide.bare and not wide.narrowed and bool(narrow.narrowed)


def _of_portfolios(one: frozenset[str], other: frozenset[str]) -> Relation:
    if one == other:
        return "same"
    if one <= other or other <= one:
        return "refines"
    return "compatible" if one & other else "differs"


def _same_tenure(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both hold the office, or both held it. A retired nurse is a nurse; a former minister is no minister."""
    retired = lexicon(Roles).retired
    return one == other or (one | other) <= retired or bool(one and other and (one <= retired or other <= retired))


@memoised(SENTENCES)
def _read(title: str) -> _Title:
    """A title in its parts. "For" narrows an office; "of" says for whom, save for offices that govern what follows."""
    core, link, rest = _parted([w for w in _spelled_out(title) if w not in _DETERMINERS])
    office, size = _office(core)
    before = frozenset(core[: len(core) - size] if size else core)
    ranks, tenure = before & lexicon(Roles).ranks, before & lexicon(Roles).tenure
    own = before - ranks - tenure - lexicon(Roles).colour
    governed, narrowed = _reach(core[-1] if core else "", link, _content(rest))
    portfolio = frozenset(w for w in own if known(w) is None) | governed
    return _Title(office, ranks, tenure, portfolio, narrowed, bare=len(core) == 1)


def _spelled_out(title: str) -> list[str]:
    """The words of a title, with its abbreviations in full and without the short names of countries."""
    found = [lexicon(Roles).abbreviations.get(w, w) for w in title.replace("ex-", "former ").split()]
    return " ".join(w for w in found if known(w.upper()) is None or len(w) > 3).split()


def _reach(head: str, link: str, rest: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What an office governs, and what narrows it, of the words after its "of" or "for"."""
    nothing: frozenset[str] = frozenset()
    if link == "for":
        return (rest, nothing) if head == "minister" else (nothing, rest)
    return (rest, nothing) if link == "of" and head in lexicon(Roles).governing else (nothing, nothing)


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
        office = office_of(" ".join(spoken[-size:]))
        if office is not None:
            return office, size
    return (spoken[-1], 1) if spoken else ("", 0)


def _content(rest: list[str]) -> frozenset[str]:
    return frozenset(w.strip("'") for w in rest if w not in ("and", "of", "the", "for", "affairs", "&", "'s"))


@loaded
def _classes() -> dict[str, frozenset[str]]:
    """The classes that each office is in, by the first of its names."""
    found: dict[str, set[str]] = {}
    for kind, offices in lexicon(Roles).classes.items():
        for names in offices:
            found.setdefault(names[0], set()).add(kind)
    return {office: frozenset(kinds) for office, kinds in found.items()}
