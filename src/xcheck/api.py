"""What the library offers: read, claims, compare, check. It wires the steps; it prints nothing and never exits."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xcheck.alignment.match import aligned
from xcheck.alignment.origins import origins
from xcheck.alignment.sides import Side
from xcheck.alignment.story import align_story
from xcheck.alignment.vectors import prepare
from xcheck.archive.records import Extracted
from xcheck.comparison.cases.corroboration import claim_cases
from xcheck.comparison.cases.known import Index
from xcheck.comparison.cases.pairs import pair_cases
from xcheck.comparison.cases.story import story_cases
from xcheck.drafts.binding import Bound, judged_first
from xcheck.drafts.support import document_support, supports
from xcheck.drafts.within import within_cases
from xcheck.engine.confidence import SURE_ENOUGH
from xcheck.engine.load import load_rules, stable
from xcheck.engine.reprints import with_reprints
from xcheck.engine.run import findings, held_back, lightened
from xcheck.engine.states import counted, with_states
from xcheck.engine.updates import with_updates
from xcheck.errors import InputError
from xcheck.inference import sides_of, voices_of, with_judge
from xcheck.ingest.collect import read as _read
from xcheck.ingest.layout import recognise
from xcheck.judge import model as judge_model
from xcheck.nlp.pipeline import model_name
from xcheck.options import Options
from xcheck.process import uncollected
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case
from xcheck.records.document import Document
from xcheck.records.report import Report, ReportedClaim, ReportedDocument, ReportedStory, Skipped
from xcheck.records.rule import Example, Rule
from xcheck.resources import CLAIMS, memoised
from xcheck.stories.group import Story
from xcheck.stories.group import stories as grouped
from xcheck.stories.peers import parted, told_together
from xcheck.workers import Task, extracted

if TYPE_CHECKING:
    from xcheck.cache import Cache

MOST_ARTICLES = 2_000  # that are compared or checked at once

_NOTHING: Mapping[str, Extracted] = MappingProxyType({})


def read(path: str | Path, *, published: date | None = None) -> Document:
    """The article in a file. Raises InputError where it can't be read, with the way out."""
    return _read(path, published=published)


def claims(document: Document, *, model: str | None = None) -> tuple[Claim, ...]:
    """The claims of one document, in the order of the text."""
    return claims_of([document], model=model)[0]


def claims_of(
    documents: Sequence[Document],
    *,
    model: str | None = None,
    cache: Cache | None = None,
    pairing: bool = False,
    jobs: int = 1,
    given: Mapping[str, Extracted] = _NOTHING,
) -> list[tuple[Claim, ...]]:
    """The claims of several documents, read by up to ``jobs`` processes; those cached or given are not parsed.

    ``pairing``: their sentences will be paired, so what makes the vectors is loaded meanwhile. ``given`` is by document
    id.
    """

    def parsed(some: Sequence[Document]) -> list[tuple[Claim, ...]]:
        if pairing:
            prepare()
        return extracted(some, Task(model, cache), jobs)

    if cache:
        cache.recall_lexicons()
    new = [recognise(d) for d in documents if d.id not in given]
    read = iter(cache.claims(new, model_name(model), parsed) if cache else parsed(new))
    return [given[d.id].claims if d.id in given else next(read) for d in documents]


def extract(documents: Sequence[Document], options: Options = Options()) -> dict[str, Extracted]:  # noqa: B008 - it cannot change
    """The claims of several documents and the vectors of their sentences, by document id: what an archive keeps."""
    return {
        name: Extracted(tuple(one.claims), one.side.vectors) for name, one in _read_sides(documents, options).items()
    }


def compare(
    documents: Sequence[Document],
    *,
    rules: Sequence[Rule] | None = None,
    skipped: Sequence[Skipped] = (),
    model: str | None = None,
    cache: Cache | None = None,
    judged: bool = True,
    least: float = SURE_ENOUGH,
    everything: bool = False,
) -> Report:
    """Compare peers of one story, each with each. The order of the documents changes nothing.

    ``judged``: have the judge read the sentences that are held against each other; ``least``: the confidence below
    which a divergence is held back, 0 to 1; ``everything``: report each claim that one article alone makes, not only
    the weightiest. Raises InputError where there are fewer than two documents, or two with one id.
    """
    options = Options(rules=rules, model=model, cache=cache, judged=judged, least=least)
    return compare_articles(documents, options, skipped=skipped, everything=everything)


@uncollected()
def compare_articles(
    documents: Sequence[Document], options: Options, *, skipped: Sequence[Skipped] = (), everything: bool = False
) -> Report:
    """Do what ``compare`` does, with all options of an analysis. Raises what that raises."""
    if len(documents) < 2:
        raise InputError("nothing to compare: xcheck needs at least two articles")
    ordered = _ordered(documents)
    return compare_claims(
        [*zip(ordered, _claims_to_pair(ordered, options), strict=True)],
        options,
        skipped=skipped,
        everything=everything,
    )


@uncollected()
def compare_claims(
    read: Sequence[tuple[Document, Sequence[Claim]]],
    options: Options,
    *,
    told: Sequence[Story] | None = None,
    skipped: Sequence[Skipped] = (),
    everything: bool = False,
) -> Report:
    """Compare peers whose claims have been read, as ``compare_articles`` does.

    ``told`` are their stories where they are known; else they are told apart here. Raises InputError for two documents
    of one id.
    """
    rules = stable(load_rules()) if options.rules is None else options.rules
    ordered = _ordered([document for document, _ in read])
    of = {document.id: claims for document, claims in read}
    found = [of[d.id] for d in ordered]
    origin = origins(ordered)
    stories = told_together(ordered) if told is None else tuple(told)
    stories = tuple(s for s in stories if not options.stored.issuperset(s.documents))
    made = _cases_by_story(stories, dict(zip(origin, found, strict=True)), origin, options)
    cases = [*lightened(rules, made)]
    if told is None:
        stories = parted(stories, [c for own in found for c in own], cases)
    cases = _told_by_new(cases, found, options.stored)
    reported = [list(map(_reported_claim, own)) for own in found]
    heads = [_reported(document, origin[document.id]) for document in ordered]
    report = _report(heads, reported, cases, options, skipped=skipped, everything=everything)
    named = tuple(ReportedStory(id=s.id, documents=s.documents, headline=s.headline) for s in stories)
    return report.model_copy(update={"stories": named})


@memoised(CLAIMS)
def _reported_claim(claim: Claim) -> ReportedClaim:
    """A claim as a report has it, before it is known how it ended."""
    return ReportedClaim(**dict(claim))


def _reported(document: Document, origin: str) -> ReportedDocument:
    """A document as a report names it, with its origin where that is another one."""
    return ReportedDocument(**_head(document), origin=None if origin == document.id else origin)


def stories(documents: Sequence[Document]) -> tuple[Story, ...]:
    """Group a pile of articles into stories, by their text alone. The order of the documents changes nothing.

    Raises InputError where two have one id.
    """
    return grouped(_ordered(documents))


def check(
    draft: Document,
    *,
    against: Sequence[Document],
    rules: Sequence[Rule] | None = None,
    skipped: Sequence[Skipped] = (),
    model: str | None = None,
    judged: bool = True,
    least: float = SURE_ENOUGH,
) -> Report:
    """A draft held against its sources: what it says beyond, against or more surely than they do, or against itself.

    Raises InputError where there is no source, or two documents have one id.
    """
    bound = [Bound(draft, tuple(against))]
    return check_drafts(bound, Options(rules=rules, model=model, judged=judged, least=least), skipped=skipped)


@uncollected()
def check_drafts(bound: Sequence[Bound], options: Options, *, skipped: Sequence[Skipped] = ()) -> Report:
    """Several drafts, each held against its own sources and against itself, in one report: drafts first.

    Raises InputError where a draft has no source, or two documents have one id.
    """
    drafts: list[Document] = []
    sources: dict[str, Document] = {}
    for one in bound:
        if not one.sources:
            raise InputError(f"nothing to check {one.draft.id} against: name at least one source")
        held = {d.id: d for d in _ordered([one.draft, *one.sources])}
        drafts.append(held.pop(one.draft.id))
        sources |= held
    drafts = _ordered(drafts)
    names = frozenset(d.id for d in drafts)
    documents = [*drafts, *(sources[name] for name in sorted(sources.keys() - names))]
    sides = _read_sides(documents, options)
    found = {name: side.claims for name, side in sides.items()}
    cases: list[Case] = []
    for one in sorted(bound, key=lambda b: b.draft.id):
        made = _held(sides[one.draft.id], [sides[name] for name in sorted(s.id for s in one.sources)], options)
        cases += judged_first(made, found[one.draft.id], one)
        cases += within_cases(sides[one.draft.id].side.sentences)
    reported = [list(map(_reported_claim, found[d.id])) for d in documents]
    heads = [ReportedDocument(**_head(d)) for d in documents]
    report = _report(heads, reported, cases, options, skipped=skipped, drafts=names)
    return _supported(report, bound, found)


class _Side(NamedTuple):
    """A document as it is compared: its name, its claims, and its sentences with what is known of them."""

    name: str
    claims: Sequence[Claim]
    side: Side


def _read_sides(documents: Sequence[Document], options: Options) -> dict[str, _Side]:
    return _sides({d.id: own for d, own in zip(documents, _claims_to_pair(documents, options), strict=True)}, options)


def _sides(found: Mapping[str, Sequence[Claim]], options: Options) -> dict[str, _Side]:
    """The sides by document id, from the claims of each."""
    return {name: _Side(name, found[name], side) for name, side in sides_of(found, options).items()}


def _held(draft: _Side, sources: Sequence[_Side], options: Options) -> list[Case]:
    """The cases of a draft and its sources."""
    names = [draft.name, *(source.name for source in sources)]
    pairs = {source.name: aligned(draft.side, source.side) for source in sources}
    alignments = [*with_judge(pairs, names, options, drafts=True).values()]
    held = [case for a in alignments for case in pair_cases(a, "check")]
    told = Index([source.claims for source in sources])
    voices = voices_of([draft.claims], [draft.name], options)
    return [*held, *claim_cases(draft.claims, alignments, told.but(), "check", voices)]


def _supported(report: Report, bound: Sequence[Bound], found: Mapping[str, Sequence[Claim]]) -> Report:
    """The report with the support of each draft and of each of its claims."""
    borne = {
        one.draft.id: supports(found[one.draft.id], [found[s.id] for s in one.sources], report.findings)
        for one in bound
    }
    of_claims = {name: support for own in borne.values() for name, support in own.items()}
    documents = [
        d.model_copy(update={"support": document_support(borne[d.id].values())}) if d.id in borne else d
        for d in report.documents
    ]
    claims = [c.model_copy(update={"support": of_claims[c.id]}) if c.id in of_claims else c for c in report.claims]
    return report.model_copy(update={"documents": tuple(documents), "claims": tuple(claims)})


def judge(examples: Sequence[Example], *, model: str | None = None) -> list[list[Case]]:
    """The cases that each example's two texts give, parsed in one batch. The documents are called ``a`` and ``b``."""
    documents = [
        Document.from_text(text or ".", name=side, published=e.published)
        for e in examples
        for side, text in (("a", e.a), ("b", e.b))
    ]
    found = claims_of(documents, model=model)
    return [_example_cases(found[i : i + 2]) for i in range(0, len(found), 2)]


def _example_cases(found: Sequence[Sequence[Claim]]) -> list[Case]:
    """The cases of two texts as peers, as a draft and its source, and as two passages of one draft."""
    options = Options()
    sides = _sides(dict(zip("ab", found, strict=True)), options)
    one, other = sides.values()
    return [
        *_peer_cases(sides, {"a": "a", "b": "b"}, options),
        *_held(one, [other], options),
        *within_cases([*one.side.sentences, *other.side.sentences]),
    ]


def _cases_by_story(
    told: Sequence[Story], found: Mapping[str, Sequence[Claim]], origin: Mapping[str, str], options: Options
) -> Iterator[Case]:
    """Make the cases of each story by itself: an article that tells one alone is held against nothing."""
    for own in (story.documents for story in told if len(story.documents) > 1):
        yield from _peer_cases(_sides({n: found[n] for n in own}, options), {n: origin[n] for n in own}, options)


def _told_by_new(cases: list[Case], found: Iterable[Sequence[Claim]], stored: frozenset[str]) -> list[Case]:
    """The cases without those that stored articles have among themselves."""
    if not stored:
        return cases
    new = {c.id for own in found for c in own if c.document not in stored}
    return [c for c in cases if not new.isdisjoint(c.claims)]


def _peer_cases(sides: Mapping[str, _Side], origin: Mapping[str, str], options: Options) -> Iterator[Case]:
    """The cases of documents that tell one story; ``origin`` has the same names in the same order."""
    names, found = [*sides], [side.claims for side in sides.values()]
    pairs = align_story([one.side.sentences for one in sides.values()], [one.side.vectors for one in sides.values()])
    voices = voices_of(found, names, options)
    return story_cases(found, with_judge(pairs, names, options), [*origin.values()], voices)


def _report(
    heads: Sequence[ReportedDocument],
    found: Iterable[Iterable[ReportedClaim]],
    cases: Sequence[Case],
    options: Options,
    *,
    skipped: Sequence[Skipped],
    everything: bool = True,
    drafts: frozenset[str] = frozenset(),
) -> Report:
    rules, least = options.rules, options.least
    rules = stable(load_rules()) if rules is None else rules
    claims = tuple(c for own in found for c in own)
    found_by_rules = findings(rules, cases, [h.id for h in heads], least=least, everything=everything)
    days = {h.id: h.published for h in heads if h.published and h.id not in drafts}
    told = with_updates(with_reprints(found_by_rules.findings, claims), cases, claims, days, options.stored)
    held = held_back(rules, [case for case in cases if case.subject != "draft"], least=least)
    ended = with_states(claims, found_by_rules.findings, held, cases)
    return Report(
        documents=tuple(heads),
        claims=ended,
        states=counted(ended),
        findings=told,
        not_flagged=held,
        folded=found_by_rules.folded,
        judge=judge_model.name() if options.judged else None,
        skipped=tuple(skipped),
    )


def _claims_to_pair(documents: Sequence[Document], options: Options) -> list[tuple[Claim, ...]]:
    return claims_of(
        documents, model=options.model, cache=options.cache, pairing=True, jobs=options.jobs, given=options.extracted
    )


def _head(document: Document) -> dict[str, object]:
    return {"id": document.id, "path": document.path, "title": document.title, "published": document.published}


def _ordered(documents: Sequence[Document]) -> list[Document]:
    """The documents in the order of their ids, each laid out: what is compared goes through here."""
    if len(documents) > MOST_ARTICLES:
        raise InputError(f"{len(documents):,} articles are more than the {MOST_ARTICLES:,} allowed: give fewer at once")
    ordered = sorted(map(recognise, documents), key=lambda d: d.id)
    for one, other in pairwise(ordered):
        if one.id == other.id:
            raise InputError(f"two documents are called {one.id}: give each its own name")
    return ordered


# Importing the folder ``claims`` has given its name in the package to it: the function takes it back.
vars(sys.modules["xcheck"])["claims"] = claims
