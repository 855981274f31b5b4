"""The cases of a story told by peers. Prints of one text are one voice: none bears out what another says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xcheck.alignment.match import Alignment
from xcheck.alignment.wording import wording_of
from xcheck.comparison.cases.corroboration import claim_cases
from xcheck.comparison.cases.known import Index
from xcheck.comparison.cases.pairs import pair_cases
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case
from xcheck.records.reading import Voice

_PARTING = frozenset({"conflict", "known-vs-unknown", "raised", "lowered"})


def story_cases(
    found: Sequence[Sequence[Claim]],
    alignments: Mapping[tuple[int, int], Alignment],
    origin: Sequence[str],
    voices: Mapping[str, Voice],
) -> Iterator[Case]:
    """A case for each pair of claims, and one for each claim against all that other origins say.

    ``found`` has the claims of each document, ``origin`` the name of its origin, ``alignments`` two documents by their
    positions, ``voices`` what the judge made of sentences by their text. Between prints of one text only what parts
    them counts, and what both say speaks once, for the first. Where all are prints of one text there is nobody else to
    ask, and each is held against all others.
    """
    names = [*origin] if len({*origin}) > 1 else [str(i) for i in range(len(origin))]
    held: dict[int, list[Alignment]] = {}
    for (i, j), alignment in alignments.items():
        made = pair_cases(alignment, "peers")
        yield from made if names[i] != names[j] else (c for c in made if _parts(c))
        if names[i] != names[j]:
            held.setdefault(i, []).append(alignment)
            held.setdefault(j, []).append(alignment)
    told = Index(found)
    prints: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        prints.setdefault(name, []).append(i)
    for i, own in enumerate(found):
        same = prints[names[i]]
        yield from claim_cases(_own_words(own, found[same[0]]), held.get(i, ()), told.but(same), "peers", voices)


def _parts(case: Case) -> bool:
    """Whether a case is of a difference, in whatever slot or by the verdict."""
    return case.facts["fit"] == ("no",) or any(value in _PARTING for values in case.facts.values() for value in values)


def _own_words(claims: Sequence[Claim], first: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of an article without what it reprints of the first of its origin."""
    if claims is first:
        return claims
    printed = {wording_of(c.sentence) for c in first}
    return [c for c in claims if wording_of(c.sentence) not in printed]
