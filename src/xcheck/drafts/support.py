"""How far a draft is borne out by its sources, claim by claim and as a whole.

For each word of a claim it is asked whether a sentence of the sources has it in the same surroundings, or has there a
word that says something else (``support_passages``). What the words of a claim show is summed up in a few faults, and a
linear model weighs them: its weights are in ``rules/lexicons/support.yaml``; ``benchmarks/fit_support.py`` fits them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from xcheck.alignment.local import local
from xcheck.alignment.sides import prepared
from xcheck.alignment.words import Word, words_of
from xcheck.drafts.support_passages import Borne, Passages, borne, nearest, passages, shared
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim
from xcheck.records.finding import Finding
from xcheck.records.report import Support, SupportStatus
from xcheck.resources import SENTENCES, memoised

FAULTS = ("rival", "swapped", "turned", "unlike", "finding")


def supports(
    claims: Sequence[Claim], sources: Iterable[Sequence[Claim]], findings: Iterable[Finding]
) -> Mapping[str, Support]:
    """The support of each claim of a draft, by its id, from the claims of its sources.

    ``contradicted`` is a claim that diverges from a source in ``findings``, in more than who says so or how surely;
    ``not-checked`` one without a word that
    says anything. The others are ``supported`` from the score of the lexicon on.
    """
    diverging = _diverging(claims, findings)
    found = features(claims, passages(tuple(map(tuple, sources))), diverging)
    return {claim.id: _support(found.get(claim.id), contradicted=claim.id in diverging) for claim in claims}


def document_support(supports: Collection[Support]) -> float:
    """The score of a whole draft, 0 to 1: the mean of its claims' scores, drawn towards the worst of them.

    It never falls when a claim's score rises; it is 1 where every claim's is, and for a draft that claims nothing.
    """
    scores = [s.score for s in supports if s.status != "not-checked"]
    return round(overall(scores, lexicon(SupportModel).worst), 4)


def overall(scores: Sequence[float], worst: float) -> float:
    """The mean of some scores, drawn towards the least of them by the share ``worst``; 1 for none."""
    return worst * min(scores) + (1 - worst) * _mean(scores) if scores else 1.0


def features(
    claims: Sequence[Claim], sources: Passages, diverging: Collection[str]
) -> Mapping[str, Mapping[str, float]]:
    """What each claim that has a word to look for shows, by its id; every value 0 to 1.

    ``shared``: the share of its sentence's words in one passage. The faults: ``rival``, ``swapped``, ``turned`` of its
    worst word (see ``Borne``); ``unlike``: 1 less the mean of its words' surroundings; ``finding``: 1 for a claim in
    ``diverging``.
    """
    found: dict[str, Mapping[str, float]] = {}
    for sentence in prepared(tuple(claims)).sentences:
        shown = _shown(tuple(local(c).claim for c in sentence.claims), sources)
        for claim, own in zip(sentence.claims, shown, strict=True):
            if own is not None:
                found[claim.id] = {**own, "finding": float(claim.id in diverging)}
    return found


@memoised(SENTENCES)
def _shown(claims: tuple[Claim, ...], sources: Passages) -> tuple[Mapping[str, float] | None, ...]:
    """What each claim of a sentence shows by its words; None for one without a word to look for."""
    words = words_of(claims[0].sentence, claims)
    near = nearest(words, sources)
    telling = [at for at, word in enumerate(words) if word.kind != "function" or word.groups]
    fates = [(borne(words, at, near, sources), _saying(claims, words[at])) for at in telling]
    owned = ([fate for fate, saying in fates if place in saying] for place in range(len(claims)))
    return tuple({"shared": shared(words, near), **_faults(own)} if own else None for own in owned)


def score(values: Mapping[str, float], model: Mapping[str, float]) -> float:
    """A claim's score, 0 to 1: what its faults leave, times how surely a passage speaks of the claim at all."""
    least, most = (float(share) for share in lexicon(SupportModel).related)
    related = min(1.0, max(0.0, (values["shared"] - least) / (most - least)))
    return related * _left(1.0 - math.fsum(model[name] * values[name] for name in FAULTS))


def _left(rest: float) -> float:
    """What faults leave; towards 0 ever more slowly, so that one more fault still shows on a claim that has many."""
    foot = lexicon(SupportModel).foot
    return rest if rest >= foot else foot * math.exp(rest / foot - 1)


def _saying(claims: Sequence[Claim], word: Word) -> Sequence[int]:
    """The places of the claims that a word stands in; for a word between claims the one before it, or the first."""
    within = [i for i, c in enumerate(claims) if c.start <= word.start < c.end]
    before = [i for i, c in enumerate(claims) if c.end <= word.start]
    return within or [max(before, key=lambda i: claims[i].end, default=0)]


def _faults(fates: Sequence[Borne]) -> dict[str, float]:
    return {
        "rival": max(b.rival for b in fates),
        "swapped": max(b.swapped for b in fates),
        "turned": max(b.turned for b in fates),
        "unlike": 1 - _mean([b.own for b in fates]),
    }


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _support(values: Mapping[str, float] | None, *, contradicted: bool) -> Support:
    if values is None:
        return Support(status="not-checked", score=1.0)
    value = round(score(values, lexicon(SupportModel).model), 4)
    status: SupportStatus = "supported" if value >= lexicon(SupportModel).supported else "unsupported"
    return Support(status="contradicted" if contradicted else status, score=value)


def _diverging(claims: Sequence[Claim], findings: Iterable[Finding]) -> frozenset[str]:
    """The claims that diverge from a claim of another document in what they say."""
    mine = {claim.id for claim in claims}
    telling = (f for f in findings if f.kind == "divergence" and f.type in lexicon(SupportModel).contradicting)
    against = (f for f in telling if not mine.issuperset(f.claims))
    return frozenset(name for f in against for name in f.claims if name in mine)
