"""Every case held against the rules: what is found, in one fixed order, and what a gate kept from being found."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from xcheck.engine.confidence import SURE_ENOUGH, VOICE_SHARE, confidence
from xcheck.engine.facts import JUDGED, UNREAD, UNSURE
from xcheck.engine.match import Index, holding, index, message, shut
from xcheck.engine.precedence import Raised, turning
from xcheck.engine.select import strongest, weightiest
from xcheck.engine.states import ENDING
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.reports import Gates
from xcheck.records.comparison import Case, Gate, Outcome, Passage, Slot
from xcheck.records.finding import Evidence, Finding, Kind, Severity
from xcheck.records.report import NotFlagged
from xcheck.records.rule import Rule
from xcheck.resources import CLAIMS, memoised

_SEVERITIES: tuple[str, ...] = get_args(Severity)
_SLOTS: tuple[Slot, ...] = get_args(Slot)
_OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
_KINDS: tuple[Kind, ...] = ("divergence", "extrapolation", "uncorroborated", "agreement")  # what needs an editor first
_QUOTES = str.maketrans("‘’‚‛“”„‟«»‹›`´", "''''\"\"\"\"\"\"''''")


class _Speaking(NamedTuple):
    """A rule that holds in a case, with what it says and shows."""

    rule: Rule
    case: Case
    message: str
    evidence: tuple[Evidence, ...]


class Found(NamedTuple):
    """The findings of a run, and how many claims of one article alone were folded away."""

    findings: tuple[Finding, ...]
    folded: int


def lightened(rules: Sequence[Rule], cases: Iterable[Case]) -> Iterator[Case]:
    """The cases as they come; one in which no rule holds keeps only what tells how its claims end.

    Of the many pairs of claims of a large story most are of no rule, and what fills a message is the most of a case.
    """
    every = index(tuple(rules))
    for case in cases:
        yield case if holding(every, case) else _light(case)


def _light(case: Case) -> Case:
    facts = {name: case.facts[name] for name in ENDING if name in case.facts}
    return Case(subject=case.subject, claims=case.claims, facts=facts, gates=case.gates, passages=())


def findings(
    rules: Sequence[Rule],
    cases: Sequence[Case],
    documents_order: Sequence[str],
    *,
    least: float = SURE_ENOUGH,
    everything: bool = True,
) -> Found:
    """Apply the rules to the cases; order what they find by kind, then the surest first, then by place.

    Of the rules of one kind and type the gravest speaks for a case, then the surest, then the first by id.
    Divergences between documents below the confidence ``least`` are held back. Without ``everything``, only the
    weightiest claims of one article alone are kept.
    """
    place = {document: position for position, document in enumerate(documents_order)}
    chosen, folded = [*_chosen(rules, cases, least)], 0
    if not everything:
        chosen, folded = weightiest(chosen, len(documents_order))
    raised = [_raise(rule, case, place) for rule, case in chosen]
    raised.sort(key=lambda one: _order(one, place))
    seen: Counter[str] = Counter()
    return Found(tuple(_finding(one, seen) for one in raised), folded)


def held_back(rules: Sequence[Rule], cases: Sequence[Case], *, least: float = SURE_ENOUGH) -> tuple[NotFlagged, ...]:
    """List the pairs that would diverge but for a gate, or agree but for a word that nobody reads.

    Each pair and gate comes once, in the order of the cases.
    """
    why = lexicon(Gates).root
    diverging = index(tuple(rule for rule in rules if rule.kind == "divergence"))
    agreeing = index(tuple(rule for rule in rules if rule.kind == "agreement"))
    found: dict[tuple[str, str, Gate], None] = {}
    for case in cases:
        if len(case.claims) == 2:
            closed = _closed(case, diverging, agreeing, least)
            found.update(dict.fromkeys((case.claims[0], case.claims[1], gate) for gate in closed))
    return tuple(NotFlagged(claims=(left, right), gate=gate, message=why[gate]) for left, right, gate in found)


def _closed(case: Case, diverging: Index, agreeing: Index, least: float) -> Iterator[Gate]:
    """Yield the gate that holds back each rule of a case; none where a divergence passes."""
    gates = [shut(rule, case) or _unsure(rule, case, least) for rule in holding(diverging, case)]
    if all(gates):
        yield from (gate[0] for gate in gates)
        yield from (UNREAD for rule in holding(agreeing, case) if UNREAD in shut(rule, case))


def fingerprint(rule: str, evidence: Iterable[Evidence], ordinal: int) -> str:
    """16 hexadecimal digits that stay the same while rule, documents and wording do, wherever the passages stand.

    ``ordinal`` tells apart findings that are equal in all of these.
    """
    passages = sorted((one.document, _normal(one.text)) for one in evidence)
    parts = [rule, *(part for passage in passages for part in passage), str(ordinal)]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _unsure(rule: Rule, case: Case, least: float) -> tuple[Gate, ...]:
    """The gate of a divergence between two documents, or of a voice, that is less sure than was asked for.

    Between peers any divergence; in a check what a measured chance speaks of, save of rules for drafts alone.
    """
    if "stance" in rule.when:
        return (UNSURE,) if confidence(rule, case) < least * VOICE_SHARE else ()
    if rule.kind != "divergence" or rule.when.get("mode") == ("check",):
        return ()
    asked = case.facts.get("mode") == ("peers",) or "divergence" in case.chances or rule.type == JUDGED
    return (UNSURE,) if asked and confidence(rule, case) < least else ()


def _chosen(rules: Sequence[Rule], cases: Sequence[Case], least: float) -> Iterator[tuple[Rule, Case]]:
    """The best rule of each kind and type for each case, without the kinds that give way."""
    gravest = sorted(rules, key=lambda rule: (-_SEVERITIES.index(rule.severity), -rule.confidence, rule.id))
    ranked = index(tuple(gravest))
    chosen = [(rule, case) for case in cases for rule in _best(holding(ranked, case), case, least)]
    raised = Raised.of(chosen)
    return ((rule, case) for rule, case in strongest(chosen) if not raised.outweighs(rule, case))


def _best(rules: Iterable[Rule], case: Case, least: float) -> Iterable[Rule]:
    """The first rule of each kind and type, of those that hold in a case and that nothing keeps back."""
    best: dict[tuple[str, str | None], Rule] = {}
    for rule in rules:
        if not shut(rule, case) and not _unsure(rule, case, least):
            best.setdefault((rule.kind, rule.type), rule)
    return best.values()


def _raise(rule: Rule, case: Case, place: Mapping[str, int]) -> _Speaking:
    passages = sorted(case.passages, key=lambda one: (_position(one.document, place), one.start, one.end))
    evidence = tuple(
        Evidence(document=one.document, start=one.start, end=one.end, text=one.text, focus=_focus(rule, case, one))
        for one in passages
    )
    return _Speaking(rule, case, message(rule, case), evidence)


def _focus(rule: Rule, case: Case, passage: Passage) -> tuple[tuple[int, int], ...]:
    """The stretches inside the passage that the rule's facts turn on, in order."""
    stretches = {
        (start, end)
        for document, start, end in turning(rule, case)
        if document == passage.document and passage.start <= start < end <= passage.end
    }
    return tuple(sorted(stretches))


def _order(one: _Speaking, place: Mapping[str, int]) -> tuple[object, ...]:
    positions = [(*_position(passage.document, place), passage.start, passage.end) for passage in one.evidence]
    first = [position[:3] for position in positions[:1]]
    weight = _KINDS.index(one.rule.kind), -confidence(one.rule, one.case)
    return *weight, first, -_SEVERITIES.index(one.rule.severity), one.rule.id, one.message, positions, one.case.claims


def _position(document: str, place: Mapping[str, int]) -> tuple[int, str]:
    return place.get(document, len(place)), document


def _finding(one: _Speaking, seen: Counter[str]) -> Finding:
    plain = fingerprint(one.rule.id, one.evidence, 0)
    ordinal = seen[plain]
    seen[plain] += 1
    mark = fingerprint(one.rule.id, one.evidence, ordinal) if ordinal else plain
    return Finding(
        id=f"{one.rule.id}-{mark}",
        rule=one.rule.id,
        kind=one.rule.kind,
        type=one.case.words.get("type") if one.rule.type == JUDGED else one.rule.type,
        severity=one.rule.severity,
        confidence=confidence(one.rule, one.case),
        message=one.message,
        fingerprint=mark,
        claims=one.case.claims,
        evidence=one.evidence,
        slots=_slots(one.case),
    )


def _slots(case: Case) -> dict[Slot, tuple[Outcome, ...]]:
    """The outcomes of each slot that was compared, without their variants."""
    compared = [(slot, case.facts[slot]) for slot in _SLOTS if slot in case.facts]
    found = {slot: tuple(o for o in _OUTCOMES if o in values) for slot, values in compared}
    return {slot: outcomes for slot, outcomes in found.items() if outcomes}


@memoised(CLAIMS)
def _normal(text: str) -> str:
    """The text without what an editor changes in passing: case, white space, forms of quotation marks."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_QUOTES)).casefold().split())
