"""How two sentences stand to each other: they agree, they differ, or they make two statements.

A multinomial logistic model over what the alignment, the judge and the comparison of slots say. Its weights are in
``rules/lexicons/verdict.yaml``, fitted by ``training/verdict/fit.py`` on real coverage that the judge was not trained
on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from xcheck.alignment.match import SentencePair
from xcheck.nlp.lexicons.fitted import Outcomes, VerdictModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim
from xcheck.records.comparison import Comparison, Gate, Outcome, Slot
from xcheck.records.reading import Reading
from xcheck.records.slots import TABLE

_Wanted = Mapping[str, frozenset[tuple[Slot, Outcome]]]

# The outcomes that each signal tells of: of all claims of two sentences, and of those that no gate parts.
_SHARED: _Wanted = MappingProxyType(
    {
        "figure-same": frozenset({("quantity", o) for o in ("same", "compatible", "narrower", "wider")}),
        "figure-other": frozenset({("quantity", "conflict"), ("quantity", "known-vs-unknown")}),
        "quote-same": frozenset({("quote", "same")}),
    }
)
_CLASHES: _Wanted = MappingProxyType(
    {name: frozenset((slot, o) for o in told) for slot, own in TABLE.items() for name, told in own.clashes.items()}
)
_OPEN: frozenset[Gate] = frozenset({"other-event"})
_LOWEST_RANK = 6
_SUREST = 1e-4
_SUREST_READING = 5e-3
_FAINT = 0.01


@dataclass(frozen=True, slots=True)
class Verdict:
    """The probabilities that two sentences make one statement that fits, and one that does not fit."""

    same: float
    differ: float

    @property
    def one(self) -> float:
        """The probability that they make one statement."""
        return self.same + self.differ


def verdict(signals: Mapping[str, float], held: Literal["peers", "check"] = "peers") -> Verdict:
    """Weigh the signals of two sentences.

    The weights depend on whether a judge has read them, and on whether two peers are held against each other or a draft
    against its source.
    """
    model = _weights(held, read="judge-differ" in signals)
    totals = [
        own.bias + math.fsum([w * signals[name] for name, w in own.weights.items()])
        for own in (model.same, model.differ, model.other)
    ]
    top = max(totals)
    shares = [math.exp(t - top) for t in totals]
    return Verdict(shares[0] / sum(shares), shares[1] / sum(shares))


def _weights(held: Literal["peers", "check"], *, read: bool) -> Outcomes:
    both = lexicon(VerdictModel).peers if held == "peers" else lexicon(VerdictModel).check
    return both.with_judge if read else both.without_judge


def signals_of(
    pair: SentencePair, sentences: int, nearest: tuple[Claim, Claim], comparisons: Sequence[Comparison]
) -> dict[str, float]:
    """Every signal by name, of two sentences, their two nearest claims and the comparisons of all their claims.

    ``sentences`` counts those of both articles: of few, any two are likelier to be one statement.
    """
    return {
        **_of_alignment(pair, sentences),
        **_of_speakers(nearest),
        **_of_slots(comparisons),
        **(_of_reading(pair.reading) if pair.reading else {}),
    }


def _of_alignment(pair: SentencePair, sentences: int) -> dict[str, float]:
    lengths = [s.span.length for s in (pair.left, pair.right)]
    return {
        "meeting": _log_odds(pair.score, _SUREST),
        "best": float(pair.rank == 0),
        "rank": min(pair.rank, _LOWEST_RANK) / _LOWEST_RANK,
        "keyed": float(pair.keyed),
        "event-count": float(bool(pair.event_counts)),
        "headline": float(pair.left.headline or pair.right.headline),
        "sentences": math.log(sentences),
        "length": math.log(max(1, min(lengths))),
    }


def _of_speakers(nearest: tuple[Claim, Claim]) -> dict[str, float]:
    direct = [c.attribution is not None and c.attribution.mode == "direct" for c in nearest]
    credited = [c.attribution is not None for c in nearest]
    return {"two-quotations": float(all(direct)), "one-credited": float(credited[0] != credited[1])}


def _of_slots(comparisons: Sequence[Comparison]) -> dict[str, float]:
    every = _firm(comparisons)
    of_open = _firm(c for c in comparisons if _OPEN.issuperset(c.gates))
    return {
        **{name: float(not wanted.isdisjoint(every)) for name, wanted in _SHARED.items()},
        **{name: float(not wanted.isdisjoint(of_open)) for name, wanted in _CLASHES.items()},
    }


def _firm(comparisons: Iterable[Comparison]) -> frozenset[tuple[Slot, Outcome]]:
    return frozenset().union(*(c.slots.firm for c in comparisons))


def _of_reading(reading: Reading) -> dict[str, float]:
    return {
        "judge-one": -_log_odds(reading.other, _SUREST_READING),
        "judge-fit": math.log((reading.differ + _FAINT) / (reading.same + _FAINT)),
        "judge-differ": _log_odds(reading.differ, _SUREST_READING),
        "judge-same": _log_odds(reading.same, _SUREST_READING),
        "judge-contradicted": _log_odds(reading.contradicted, _SUREST_READING),
        "judge-borne-out": _log_odds(reading.borne_out, _SUREST_READING),
    }


def _log_odds(probability: float, least: float) -> float:
    held = min(max(probability, least), 1 - least)
    return math.log(held / (1 - held))
