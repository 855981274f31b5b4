"""How likely two sentences that speak of one thing say the same of it: a logistic model over what the slots gave.

That two sentences meet is the alignment's judgement; it says nothing of whether they agree. A figure or quotation that
both have speaks for it; two quotations of other words, another figure, or a speaker on one side alone against it.
The weights are in ``rules/lexicons/accord.yaml``, fitted by ``benchmarks/fit_accord.py``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from xcheck.alignment.match import SentencePair
from xcheck.language.lexicon import lexicon
from xcheck.records.claim import Claim
from xcheck.records.comparison import Comparison, Slot

FEATURES = ("meeting", "two-quotations", "one-credited", "figure-same", "figure-other", "quote-same", "length")
_AGREEING = ("same", "compatible", "narrower", "wider")
_PARTING = ("conflict", "known-vs-unknown")
_SUREST = 1e-4


def features(
    pair: SentencePair, nearest: tuple[Claim, Claim], comparisons: Sequence[Comparison]
) -> Mapping[str, float]:
    """The features by name, of two sentences, their two nearest claims and all comparisons of their claims.

    ``meeting``: the log odds that they speak of one thing; ``length``: the logarithm of the shorter one's terms.
    """
    score = min(max(pair.score, _SUREST), 1 - _SUREST)
    direct = [c.attribution is not None and c.attribution.mode == "direct" for c in nearest]
    credited = [c.attribution is not None for c in nearest]
    return {
        "meeting": math.log(score / (1 - score)),
        "two-quotations": float(all(direct)),
        "one-credited": float(credited[0] != credited[1]),
        "figure-same": _has(comparisons, "quantity", _AGREEING),
        "figure-other": _has(comparisons, "quantity", _PARTING),
        "quote-same": _has(comparisons, "quote", ("same",)),
        "length": math.log1p(min(len(pair.left.terms), len(pair.right.terms))),
    }


def probability(found: Mapping[str, float]) -> float:
    """The model's probability that the two sentences say the same."""
    model = lexicon("accord")
    total = float(model["bias"]) + math.fsum(float(model["weights"][name]) * found[name] for name in FEATURES)
    return 1 / (1 + math.exp(-total))


def _has(comparisons: Sequence[Comparison], slot: Slot, outcomes: Sequence[str]) -> float:
    found = (r for c in comparisons for r in c.slots.get(slot, ()))
    return float(any(r.outcome in outcomes and r.variant != "rough" for r in found))
