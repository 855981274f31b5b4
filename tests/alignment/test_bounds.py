"""However often a text repeats itself, each of its sentences meets few others."""

from __future__ import annotations

from collections import Counter

from xcheck import api
from xcheck.alignment.match import align
from xcheck.alignment.sentences import sentences
from xcheck.alignment.vectors import embed
from xcheck.nlp.lexicons.fitted import AlignmentModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.records.document import Document

PLACES = ["Oslo", "Lima", "Cairo", "Paris", "Tokyo", "Delhi", "Quito", "Dakar", "Riga", "Hanoi"]


def test_a_person_with_a_title_in_every_sentence_pins_few_of_them() -> None:
    texts = [
        "\n\n".join(f"Ada Lunde, the {title} of Orle, flew to {PLACES[n % len(PLACES)]} on Monday." for n in range(40))
        for title in ("mayor", "bishop")
    ]
    found = api.claims_of([Document.from_text(t, name=name) for t, name in zip(texts, "ab", strict=True)])
    sides = [sentences(own) for own in found]
    pairs = align(sides[0], sides[1], *(embed([s.span.text for s in side]) for side in sides)).pairs
    met = Counter(sentence.span.start for pair in pairs for sentence in [pair.left])
    settings = lexicon(AlignmentModel)
    assert len(met) == 40
    assert max(met.values()) <= settings.most + settings.blocking_keys
