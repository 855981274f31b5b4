"""Whom "I" and "we" mean: in quotation marks, whoever is quoted; two speakers are two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xcheck.entities.coreference import ordered
from xcheck.entities.mentions import Entity, Mention
from xcheck.entities.names import Names
from xcheck.nlp.analysis import Analysis
from xcheck.nlp.syntax.quotations import requoted_words
from xcheck.records.claim import Attribution, Participant, Quote

_ONE = frozenset({"i", "me", "my", "mine", "myself"})
_SEVERAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_SINGLE = ("person", "thing")  # a name that nothing tells about is a thing


def heard(names: Names, analysis: Analysis, quotes: Sequence[Quote]) -> Names:
    """The names with a mention of the speaker for each first person in a quotation, where none is known yet."""
    by_name = {e.name: e for e in names.entities}
    said = [(q, by_name[q.speaker]) for q in quotes if q.speaker in by_name and not q.scare]
    inner = requoted_words(analysis.doc, analysis.document)
    found = (pair for quote, speaker in said for pair in _in_quote(quote, speaker, names, analysis))
    extra = [mention for i, mention in found if i not in inner]
    return Names(ordered((*names.mentions, *extra)), names.titles) if extra else names


def _in_quote(quote: Quote, speaker: Entity, names: Names, analysis: Analysis) -> Iterator[tuple[int, Mention]]:
    inside = analysis.doc.char_span(quote.start, quote.end, alignment_mode="expand")
    meant = _ONE | _SEVERAL if speaker.kind in _SINGLE else _SEVERAL
    for token in inside or ():
        end = token.idx + len(token)
        if token.lower_ in meant and token.pos_ == "PRON" and names.at(token.idx, end) is None:
            yield token.i, Mention(token.idx, end, speaker, named=False)


def of_speaker(
    found: Sequence[Participant], credited: Attribution | None, analysis: Analysis
) -> tuple[Participant, ...]:
    """The participants, with "I" called what its speaker is called who has no name: "the baker"."""
    noun = _noun_of_speaker(credited, analysis)
    if noun is None:
        return tuple(found)
    return tuple(
        p.model_copy(update={"head": noun}) if p.entity is None and p.text.casefold() in _ONE else p for p in found
    )


def _noun_of_speaker(credited: Attribution | None, analysis: Analysis) -> str | None:
    if credited is None or credited.source is None or credited.source.name or credited.mode == "indirect":
        return None
    words = analysis.doc.char_span(credited.source.start, credited.source.end, alignment_mode="expand")
    return words.root.lemma_.lower() if words is not None and words.root.pos_ == "NOUN" else None
