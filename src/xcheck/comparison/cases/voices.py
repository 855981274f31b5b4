"""How likely a sentence goes beyond what is reported, in its writer's own voice.

A logistic model over what the grammar of its claims and the judge say. Its weights are in
``rules/lexicons/verdict.yaml``, fitted by ``training/verdict/fit_voice.py`` on real coverage that the judge was not
trained on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import get_args

from xcheck.nlp.lexicons.fitted import VerdictModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.claim import Claim, Stance
from xcheck.records.reading import Voice

_SUREST = 5e-3


def voice_of(claim: Claim, voices: Mapping[str, Voice]) -> Voice | None:
    """What the judge made of a claim's sentence; ``voices`` has its readings by the text of the sentence."""
    return voices.get(claim.sentence.text)


def own_voice(signals: Mapping[str, float]) -> float:
    """Weigh the signals of a sentence; the weights depend on whether a judge has read it."""
    both = lexicon(VerdictModel).voice
    model = both.with_judge if "judge-own" in signals else both.without_judge
    total = model.bias + math.fsum(w * signals[name] for name, w in model.weights.items())
    return 1 / (1 + math.exp(-total))


def signals_of_voice(claims: Sequence[Claim], voice: Voice | None) -> dict[str, float]:
    """Every signal by name, of the claims of one sentence and the judge's reading of it."""
    own = [c for c in claims if c.attribution is None]
    stances = {s for c in own for s in c.stances}
    found = {
        "stance": float(bool(stances)),
        "stances": float(len(stances)),
        "credited": 1 - len(own) / len(claims),
        "quoted": float(any(c.quotes for c in claims)),
        "headline": float(claims[0].headline),
        "length": math.log(claims[0].sentence.length + 1),
        "figures": float(any(c.quantities for c in claims)),
        **{f"stance-{name}": float(name in stances) for name in get_args(Stance)},
    }
    if voice is not None:
        held = min(max(voice.own, _SUREST), 1 - _SUREST)
        found["judge-own"] = math.log(held / (1 - held))
    return found
