"""What the library offers: read, claims, compare, check. It wires the steps; it prints nothing and never exits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from xcheck.alignment.match import Alignment, align
from xcheck.alignment.sentences import ClaimedSentence, sentences
from xcheck.alignment.vectors import Vectors, embed
from xcheck.claims import extract
from xcheck.comparison.cases import claim_cases, pair_cases
from xcheck.drafts.support import document_support, supports
from xcheck.drafts.within import within_cases
from xcheck.engine.load import load_rules
from xcheck.engine.run import findings, held_back
from xcheck.errors import InputError
from xcheck.ingest.collect import read as _read
from xcheck.ingest.layout import recognise
from xcheck.language.analysis import analyse
from xcheck.records.claim import Claim
from xcheck.records.comparison import Case
from xcheck.records.document import Document
from xcheck.records.report import Report, ReportedClaim, ReportedDocument, Skipped, Support
from xcheck.records.rule import Example, Rule


def read(path: str | Path, *, published: date | None = None) -> Document:
    """The article in a file. Raises InputError where it can't be read, with the way out."""
    return _read(path, published=published)


def claims(document: Document, *, model: str | None = None) -> tuple[Claim, ...]:
    """The claims of one document, in the order of the text."""
    return claims_of([document], model=model)[0]


def claims_of(documents: Sequence[Document], *, model: str | None = None) -> list[tuple[Claim, ...]]:
    """The claims of several documents, parsed in one batch."""
    return [extract.claims(a) for a in analyse([recognise(d) for d in documents], model)]


def compare(
    documents: Sequence[Document],
    *,
    rules: Sequence[Rule] | None = None,
    skipped: Sequence[Skipped] = (),
    model: str | None = None,
) -> Report:
    """Peers, each held against each. The order of the documents changes nothing.

    Raises InputError where there are fewer than two documents, or two with one id.
    """
    if len(documents) < 2:
        raise InputError("nothing to compare: xcheck needs at least two articles")
    ordered = _ordered(documents)
    found = claims_of(ordered, model=model)
    cases = _peer_cases(found)
    reported = [[ReportedClaim(**dict(c)) for c in own] for own in found]
    return _report([ReportedDocument(**_head(d)) for d in ordered], reported, cases, rules, skipped)


def check(
    draft: Document,
    *,
    against: Sequence[Document],
    rules: Sequence[Rule] | None = None,
    skipped: Sequence[Skipped] = (),
    model: str | None = None,
) -> Report:
    """A draft held against its sources: what it says beyond, against or more surely than they do.

    Raises InputError where there is no source, or two documents have one id.
    """
    if not against:
        raise InputError("nothing to check against: name at least one source")
    _ordered([draft, *against])
    sources = sorted(against, key=lambda d: d.id)
    drafted, *found = claims_of([draft, *sources], model=model)
    sides = [sentences(c) for c in (drafted, *found)]
    vectors = _vectors(sides)
    alignments = [align(sides[0], side, vectors[0], v) for side, v in zip(sides[1:], vectors[1:], strict=True)]
    cases = [case for a in alignments for case in pair_cases(a, "check")]
    cases += claim_cases(drafted, alignments, "check")
    borne = supports(drafted, alignments, cases)
    reported = [[ReportedClaim(**dict(c), support=borne.get(c.id)) for c in drafted]]
    reported += [[ReportedClaim(**dict(c)) for c in own] for own in found]
    heads = [ReportedDocument(**_head(draft), support=document_support(borne.values()))]
    heads += [ReportedDocument(**_head(d)) for d in sources]
    return _report(heads, reported, cases, rules, skipped)


def judge(examples: Sequence[Example], *, model: str | None = None) -> list[list[Case]]:
    """The cases that each example's two texts give, parsed in one batch. The documents are called ``a`` and ``b``."""
    documents = [
        Document.from_text(text or ".", name=side, published=e.published) for e in examples for side, text in (("a", e.a), ("b", e.b))
    ]
    found = claims_of(documents, model=model)
    return [_example_cases(found[i : i + 2]) for i in range(0, len(found), 2)]


def _example_cases(found: Sequence[Sequence[Claim]]) -> list[Case]:
    """The cases of two texts as peers, and as two passages of one draft."""
    return [*_peer_cases(found), *within_cases([s for own in found for s in sentences(own)])]


def _peer_cases(found: Sequence[Sequence[Claim]]) -> list[Case]:
    sides = [sentences(c) for c in found]
    vectors = _vectors(sides)
    alignments: dict[tuple[int, int], Alignment] = {
        (i, j): align(sides[i], sides[j], vectors[i], vectors[j]) for i, j in combinations(range(len(sides)), 2)
    }
    cases = [case for a in alignments.values() for case in pair_cases(a, "peers")]
    for i, own in enumerate(found):
        cases += claim_cases(own, [a for pair, a in alignments.items() if i in pair], "peers")
    return cases


def _vectors(sides: Sequence[Sequence[ClaimedSentence]]) -> list[Vectors]:
    """The vectors of every side's sentences, made in one go."""
    everything = embed([s.span.text for side in sides for s in side])
    ends = [0]
    for side in sides:
        ends.append(ends[-1] + len(side))
    return [everything[start:end] for start, end in zip(ends, ends[1:], strict=False)]


def _report(
    heads: Sequence[ReportedDocument],
    found: Iterable[Iterable[ReportedClaim]],
    cases: Sequence[Case],
    rules: Sequence[Rule] | None,
    skipped: Sequence[Skipped],
) -> Report:
    rules = load_rules() if rules is None else rules
    return Report(
        documents=tuple(heads),
        claims=tuple(c for own in found for c in own),
        findings=findings(rules, cases, [h.id for h in heads]),
        not_flagged=held_back(rules, cases),
        skipped=tuple(skipped),
    )


def _head(document: Document) -> dict[str, object]:
    recognised = recognise(document)
    return {"id": document.id, "path": document.path, "title": recognised.title, "published": recognised.published}


def _ordered(documents: Sequence[Document]) -> list[Document]:
    ordered = sorted(documents, key=lambda d: d.id)
    for one, other in zip(ordered, ordered[1:], strict=False):
        if one.id == other.id:
            raise InputError(f"two documents are called {one.id}: give each its own name")
    return ordered
