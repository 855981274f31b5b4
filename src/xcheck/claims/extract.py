"""From a parsed document to its claims: clauses, each given the slots whose words it owns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xcheck.claims import (
    causes,
    clauses,
    first_person,
    participants,
    places,
    polarity,
    quotes,
    quotes_names,
    roles,
    terms,
)
from xcheck.claims.attribution import attributions
from xcheck.claims.clauses import Clause
from xcheck.claims.details import details, with_particle
from xcheck.claims.modality import certainty
from xcheck.claims.owners import shared_out
from xcheck.claims.predicates import predicate_of, tense_of
from xcheck.claims.quantity import quantities
from xcheck.claims.sentence import sentence_of
from xcheck.claims.stance import stances
from xcheck.claims.time import times
from xcheck.entities import names as naming
from xcheck.entities.names import Names
from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.records.base import Span
from xcheck.records.claim import Attribution, Certainty, Claim, Quote, Stance
from xcheck.records.sentence import Sentence as SentenceRecord


@dataclass(frozen=True)
class _Slots:
    """What was found in the whole document, before it is handed to the clauses."""

    quantities: Sequence[Span]
    times: Sequence[Span]
    places: Sequence[Span]
    roles: Sequence[Span]
    quotes: Sequence[Span]


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of one document, in the order of the text."""
    names = naming.resolve(analysis)
    quoted = quotes.find(analysis)
    called = quotes_names.names(analysis, quoted)
    quoted = tuple(q.model_copy(update={"scare": True}) if q.start in called else q for q in quoted)
    reported = attributions.find(analysis, names, quoted)
    spoken = attributions.speakers(quoted, reported, called)
    names = first_person.heard(names, analysis, spoken)
    slots = _Slots(
        quantities=quantities.find(analysis),
        times=times.find(analysis),
        places=places.find(analysis, names),
        roles=roles.find(analysis, names),
        quotes=_by_sentence(analysis, spoken),
    )
    found = _covering(analysis, clauses.find(analysis), reported)
    owned = shared_out(found, vars(slots))
    near = _near(analysis, reported)
    text = analysis.document.text
    homes = {c.sentence.start: c.sentence.end for c in found}
    told = {start: sentence_of(Span.of(text, start, end)) for start, end in homes.items()}
    return tuple(
        _claim(
            *(analysis, clause, names, near.get(clause.sentence.start, ()), quoted, owned[i]),
            sentence=told[clause.sentence.start],
            name=f"{analysis.document.id}#{i + 1}",
        )
        for i, clause in enumerate(found)
    )


def _claim(  # noqa: PLR0913, PLR0917 - what a claim is made of
    analysis: Analysis,
    clause: Clause,
    names: Names,
    reported: Sequence[Attribution],
    quoted: Sequence[Quote],
    slots: dict[str, Any],
    sentence: SentenceRecord,
    name: str,
) -> Claim:
    text = analysis.document.text
    credited = _innermost(reported, clause)
    core = predicate_of(clause, text)
    span = _reach(text, clause, credited, [core, *(mention for slot in slots.values() for mention in slot)])
    form = "speech" if _is_speech(clause, reported) else clause.form
    sure = certainty.of(clause)
    return Claim(
        id=name,
        document=analysis.document.id,
        start=span.start,
        end=span.end,
        text=span.text,
        sentence=sentence,
        form=form,
        headline=clause.sentence.headline,
        predicate=with_particle(core, span),
        participants=first_person.of_speaker(participants.of(clause, names, text), credited, analysis),
        attribution=credited,
        polarity=polarity.of(clause),
        certainty=sure,
        tense=tense_of(clause, sure),
        cause=causes.of(clause, text),
        stances=_stances(clause, sure, reported, quoted),
        terms=terms.of(clause, names),
        **details(span, sentence),
        **slots,
    )


def _reach(text: str, clause: Clause, credited: Attribution | None, said: Sequence[Span]) -> Span:
    """The clause as far as what it says: with the mark that closes its quotation, the words that its figure ends with.

    What lies in the words of its attribution adds nothing.
    """
    parts = (credited.content, credited.source, credited.cue) if credited is not None else ()
    homes = [part for part in parts if part is not None]
    own = [mention for mention in said if not any(home.contains(mention) for home in homes)]
    return Span.of(text, min([clause.start, *(m.start for m in own)]), max([clause.end, *(m.end for m in own)]))


def _stances(
    clause: Clause, sure: Certainty, reported: Sequence[Attribution], quoted: Sequence[Quote]
) -> tuple[Stance, ...]:
    """The clause's stances; words inside quotation marks are not the article's own, even where nobody is credited."""
    before = bisect_right(quoted, clause.start, key=lambda q: q.start) - 1
    inside = before >= 0 and clause.end <= quoted[before].end
    own_voice = _innermost(reported, clause) is None and not inside
    return stances.of(clause, sure, own_voice=own_voice, speech=_is_speech(clause, reported))


def _covering(analysis: Analysis, found: tuple[Clause, ...], reported: Sequence[Attribution]) -> tuple[Clause, ...]:
    """The clauses, and a fragment for each reported content that holds no clause ("called it 'a disgrace'")."""
    roots = sorted(c.root.idx for c in found)
    contents = (credited.content for credited in reported if credited.content is not None)
    bare = (c for c in contents if bisect_left(roots, c.start) >= bisect_left(roots, c.end))
    extra = (fragment for c in bare if (fragment := _fragment(analysis, c)) is not None)
    return tuple(sorted((*found, *extra), key=lambda c: (c.sentence.start, c.start, -c.end, c.root.i)))


def _fragment(analysis: Analysis, content: Span) -> Clause | None:
    """The words of a sentence inside a stretch as a clause; None where there are none."""
    sentence = _sentence_at(analysis, content.start)
    tokens = tuple(t for t in sentence.tokens if content.start <= t.idx < content.end) if sentence else ()
    if sentence is None or not tokens:
        return None
    root = min(tokens, key=lambda t: (sum(1 for _ in t.ancestors), t.pos_ != "VERB", t.i))
    return Clause(sentence, root, tokens, None, "fragment")


def _by_sentence(analysis: Analysis, quoted: Sequence[Quote]) -> tuple[Quote, ...]:
    """Quotations cut at the boundaries of sentences, so that each claim has the words that are its own.

    Each is told what its sentence goes on to quote.
    """
    parts = []
    text = analysis.document.text
    for quote in quoted:
        inside = _sentences_of(analysis, quote)
        for home in inside:
            said = dict(quote)
            if len(inside) > 1:
                part = Span.of(text, max(quote.start, home.start), min(quote.end, home.end))
                said |= {**dict(part), "words": quotes.bare(part.text)}
            parts.append(Quote(**said | {"resumed": quotes.resumed(said["words"], text[home.start : home.end])}))
    return tuple(parts)


def _sentence_at(analysis: Analysis, offset: int) -> Sentence | None:
    found = _sentences_of(analysis, Span(start=offset, end=offset + 1, text=""))
    return found[0] if found else None


def _sentences_of(analysis: Analysis, span: Span) -> Sequence[Sentence]:
    """The sentences that share a character with a stretch of the document."""
    first = bisect_right(analysis.sentences, span.start, key=lambda s: s.end)
    return analysis.sentences[first : bisect_left(analysis.sentences, span.end, key=lambda s: s.start)]


def _near(analysis: Analysis, reported: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions with a cue or words in a sentence, by the sentence's start, in order."""
    found: dict[int, list[Attribution]] = {}
    for credited in reported:
        parts = [part for part in (credited.cue, credited.content) if part is not None]
        for start in {s.start for part in parts for s in _sentences_of(analysis, part)}:
            found.setdefault(start, []).append(credited)
    return found


def _innermost(reported: Sequence[Attribution], clause: Clause) -> Attribution | None:
    """The attribution whose content holds the clause's predicate most closely."""
    at = clause.root.idx
    holding = [
        (a.content.end - a.content.start, i)
        for i, a in enumerate(reported)
        if a.content and a.content.start <= at < a.content.end and not _is_aside(clause, a)
    ]
    return reported[min(holding)[1]] if holding else None


def _is_speech(clause: Clause, reported: Sequence[Attribution]) -> bool:
    at = clause.root.idx
    return any(
        a.cue is not None
        and a.cue.start <= at < a.cue.end
        and (_is_aside(clause, a) or (a.content is not None and not a.content.start <= at < a.content.end))
        and not _is_act(clause, a)
        for a in reported
    )


def _is_act(clause: Clause, credited: Attribution) -> bool:
    """Whether the speaking is itself what is told: "has not criticised the deal" has no words for its content."""
    content = credited.content
    if content is None or credited.mode != "indirect":
        return False
    inside = [t for t in clause.sentence.tokens if content.start <= t.idx < content.end]
    head = next((t for t in inside if not content.start <= t.head.idx < content.end or t.head.i == t.i), None)
    return head is not None and head.dep_ in ("dobj", "nsubjpass", "pobj")


def _is_aside(clause: Clause, credited: Attribution) -> bool:
    """Whether the clause is the speaker's own, in the middle of what is said: "The pier, she said, is safe"."""
    cue, source = credited.cue, credited.source
    if cue is None or source is None or clause.subject is None or not cue.start <= clause.root.idx < cue.end:
        return False
    return bool(source.start <= clause.subject.idx < source.end)
