"""The named entities of a document: every name found, given a kind by all its places together, and one entity each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xcheck.entities import metonymy
from xcheck.entities import people as persons
from xcheck.entities.candidates import Candidate, cut
from xcheck.entities.gazetteer import known
from xcheck.entities.linking import settled, tallied
from xcheck.entities.mentions import Entity, Mention
from xcheck.entities.offices import gender_of_given_name, honorifics, is_human
from xcheck.entities.people import People
from xcheck.entities.spans import Run, capitalised_inside, is_title_case, runs, text_of
from xcheck.nlp.analysis import Analysis, Sentence
from xcheck.nlp.folding import fold
from xcheck.nlp.lexicon import words
from xcheck.nlp.neighbours import before

_LONGEST_IN_TITLE = 6
_GENERIC = (
    ("titles", "organisations"),
    ("titles", "bodies"),
    ("titles", "openers"),
    ("places", "sorts"),
    ("places", "containers"),
)


def mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """Every name of the document's sentences with its entity, in order, none overlapping another."""
    inside = capitalised_inside(analysis.sentences)
    plain = [s for s in analysis.sentences if not is_title_case(s)]
    candidates = _candidates(plain, [c for s in plain for run in runs(s, inside) for c in cut(run)])
    register = _Register.of(candidates)
    found = [m for c in candidates if (m := _mention(c.tokens, register.entity(c)))]
    found += _in_titles([s for s in analysis.sentences if is_title_case(s)], register)
    return _apart(found)


def _candidates(plain: Sequence[Sentence], cuts: Sequence[Candidate]) -> list[Candidate]:
    """The names among what the runs of capitals hold, without words that the document has in lower case too."""
    common = frozenset(t.text for s in plain for t in s.tokens if t.is_lower and t.pos_ in ("NOUN", "ADJ", "VERB"))
    short = _short_names(cuts)
    return [c for c in cuts if c.surface in short or not _is_common(c, common)]


def _short_names(candidates: Sequence[Candidate]) -> frozenset[str]:
    """The words that names of clubs end in ("United"), each of which one name of the document alone ends in."""
    ends = Counter(name.split()[-1] for name in {c.surface for c in candidates if " " in c.surface})
    return frozenset(word for word, times in ends.items() if times == 1 and word in words("titles", "clubs"))


def _is_common(candidate: Candidate, common: frozenset[str]) -> bool:
    """One capitalised word that is no name: the document has it in lower case too, or it means any council or city."""
    if candidate.known is not None or len(candidate.tokens) > 1 or candidate.title:
        return False
    word, token = candidate.tokens[0].lower_, candidate.tokens[0]
    article = before(token)
    if article is not None and article.text == "The" and not article.is_sent_start:
        return False
    return word in common or is_human(word) or any(word in words(*listed) for listed in _GENERIC)


def _mention(tokens: Run, entity: Entity | None) -> Mention | None:
    return Mention(tokens[0].idx, tokens[-1].idx + len(tokens[-1]), entity) if entity else None


def _apart(found: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return tuple(kept)


@dataclass(frozen=True)
class _Register:
    """What each folded surface means, and the keys of the ``countries`` and all ``well_known`` that are named."""

    entities: Mapping[str, Entity | None]
    people: People
    countries: frozenset[str]
    well_known: frozenset[str]

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> _Register:
        tally = tallied(candidates)
        people = persons.gathered(candidates, {surface: tally.kind(surface) for surface in tally.written})
        named = [c.known for c in candidates if c.known]
        countries = frozenset(k.key for k in named if k.sense in ("country", "demonym"))
        well_known = countries | {k.key for k in named if k.sense in ("institution", "metonym")}
        return cls(settled(tally, people), people, countries, well_known)

    def entity(self, candidate: Candidate) -> Entity | None:
        """The entity of a name in its place, or None where the name may be one of several."""
        if candidate.known is not None:
            namesake = self.people.of(candidate.surface) if len(candidate.tokens) == 1 else None
            if namesake is not None and not metonymy.is_located(candidate.tokens[-1]):
                return self.entities.get(namesake.key) or namesake
            return metonymy.meant(candidate, candidate.known, self.countries, self.well_known)
        entity = self.entities.get(candidate.surface)
        return entity or self._by_courtesy(candidate) or self._foremost(candidate)

    def _by_courtesy(self, candidate: Candidate) -> Entity | None:
        """Of several people of one surname the one whom "Mr" or "Ms" fits."""
        told = honorifics().get(candidate.title[-1].lower_.rstrip(".")) if candidate.title else None
        fitting = [p for p in self.people.shared(candidate.surface) if gender_of_given_name(p.key.split()[0]) == told]
        return self.entities.get(fitting[0].key) if told is not None and len(fitting) == 1 else None

    def _foremost(self, candidate: Candidate) -> Entity | None:
        person = self.people.foremost(candidate.surface, candidate.tokens[0].idx)
        return self.entities.get(person.key) if person is not None else None


def _in_titles(sentences: Iterable[Sentence], register: _Register) -> Iterator[Mention]:
    """In headlines in title case only what the article names elsewhere, or the world knows."""
    for sentence in sentences:
        tokens = tuple(sentence.tokens)
        i = 0
        while i < len(tokens):
            stops = range(min(len(tokens), i + _LONGEST_IN_TITLE), i, -1)
            found = next(((j, m) for j in stops if (m := _title_name(tokens[i:j], register))), None)
            if found is not None:
                yield found[1]
            i = found[0] if found else i + 1


def _title_name(tokens: Run, register: _Register) -> Mention | None:
    if not tokens[0].text[0].isupper() or not (tokens[-1].is_alpha or tokens[-1].text.endswith(".")):
        return None
    entry = known(text_of(tokens))
    if entry is not None:
        return _mention(tokens, register.entity(Candidate(tokens, known=entry)))
    surface = fold(text_of(tokens))
    person = register.people.of(surface)
    entity = register.entities.get(surface) or (register.entities.get(person.key) if person else None)
    return _mention(tokens, entity) if all(t.pos_ == "PROPN" or len(tokens) > 1 for t in tokens) else None
