"""How surely a clause is asserted: one value of an ordered scale, the least of what its words and its governors say.

The scale joins the degrees of FactBank (certain, probable, possible; Saurí and Pustejovsky 2009), the two levels of
probability that readers of news tell apart (Rubin 2007), and the classes of unrealised events of UDS factuality (White
et al. 2016; Rudinger et al. 2018): plans, conditions, questions, counterfactuals. ``docs/certainty.md`` has examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from xcheck.claims.clauses import Clause
from xcheck.claims.modality.would import of_future
from xcheck.nlp.lexicons.base import Phrases
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.modality import CertaintyWords
from xcheck.nlp.neighbours import lower_after, lower_before
from xcheck.nlp.phrases import PhraseTable, phrases_in
from xcheck.nlp.syntax import chains, subjects, verbs
from xcheck.records.claim import Certainty
from xcheck.resources import loaded

if TYPE_CHECKING:
    from spacy.tokens import Token

SCALE: tuple[Certainty, ...] = get_args(Certainty)  # the least sure first


def of(clause: Clause) -> Certainty:
    """The clause's place on ``SCALE``: the lowest that its own words or the words that govern it give.

    An adverb of probability says more than the will or would beside it.
    """
    adverbs = list(_adverbs(clause))
    modals = [m for m in _modals(clause.root) if not (adverbs and m in ("expectation", "condition"))]
    found = [*_mood(clause), *modals, *adverbs, *_epithets(clause), *_conditions(clause.root)]
    found += [*_completed(clause), *_governed(clause), *_talk(clause)]
    return min(found, key=SCALE.index, default="fact")


def _mood(clause: Clause) -> Iterator[Certainty]:
    """What the sentence's form says: a question, an order, or the infinitive of a headline ("Drivers to strike")."""
    root = clause.root
    if clause.sentence.tokens[-1].lower_ == "?":
        yield "question"
    if root.tag_ != "VB" or root.dep_ not in ("ROOT", "conj"):
        return
    if verbs.is_infinitive(root):
        yield "plan"
    elif not verbs.auxiliaries(root) and clause.subject is None:
        yield "question"


def _modals(root: Token) -> Iterator[Certainty]:
    helpers = verbs.auxiliaries(root)
    table = lexicon(CertaintyWords).modals
    perfect = verbs.is_perfect(root)
    for modal in helpers:
        reading = table.get(modal.lower_) if modal.tag_ == "MD" else None
        if reading is not None:
            yield _reading(modal.lower_, reading, root, perfect=perfect)


def _reading(modal: str, usual: Certainty, root: Token, *, perfect: bool) -> Certainty:
    """The reading of a modal that has several."""
    if modal in verbs.WOULD or usual == "expectation":
        return of_future(modal, usual, root, perfect=perfect)
    return "fact" if _tells_fact(modal, root, perfect=perfect) else usual


def _tells_fact(modal: str, root: Token, *, perfect: bool) -> bool:
    """Whether a modal tells what was so: "could hear", "could not enter", "must pay"."""
    if modal == "could" and not perfect and root.lemma_.lower() in lexicon(CertaintyWords).perceived:
        return True
    if modal == "must":
        return not (perfect or root.lemma_ == "be")
    return modal in ("could", "can") and verbs.is_negated(root)


def _adverbs(clause: Clause) -> Iterator[Certainty]:
    for value, found in phrases_in(clause.tokens, _of_adverbs()):
        if found[-1].pos_ == "ADV" or len(found) > 1:
            yield value


def _epithets(clause: Clause) -> Iterator[Certainty]:
    """An adjective before a noun that carries the clause: "the alleged theft of ..."."""
    if clause.root.pos_ in ("NOUN", "PROPN"):
        table = _of_epithets()
        yield from (v for c in verbs.children(clause.root, "amod") for v in table.get(c.lower_, ()))


def _talk(clause: Clause) -> Iterator[Certainty]:
    """Talk that nobody is named for: "there have been reports of ..."."""
    if any(t.dep_ == "expl" and t.lower_ == "there" for t in clause.tokens):
        said = (
            t
            for t in clause.tokens
            if t.lemma_.lower() in lexicon(CertaintyWords).talk and t.dep_ in ("attr", "dobj", "nsubj")
        )
        if any(c.lower_ in ("of", "that") for t in said for c in t.children):
            yield "hearsay"


def _conditions(root: Token) -> Iterator[Certainty]:
    """An "if" on the clause, or on what the clause depends on."""
    if _is_condition(root):
        yield "counterfactual" if verbs.is_past_perfect(root) else "condition"
    if any(_is_whether(one) for one in (root, *verbs.children(root, "csubj"))):
        yield "question"
    for other in verbs.children(root, "advcl"):
        found = _consequence(root, other) if _is_condition(other) else None
        if found is not None:
            yield found


def _consequence(root: Token, condition: Token) -> Certainty | None:
    """What a clause says under its condition, by its modals and its tense; None where it says so anyway."""
    helpers = {h.lower_ for h in verbs.auxiliaries(root)}
    if verbs.is_past_perfect(condition) and helpers & (verbs.WOULD | {"could", "might"}):
        return "counterfactual"
    open_ended = helpers & (verbs.WILL | verbs.WOULD) or root.tag_ in ("VBZ", "VBP")
    return "condition" if open_ended else None


def _is_whether(root: Token) -> bool:
    return any(m.lower_ in lexicon(CertaintyWords).questions for m in verbs.children(root, "mark"))


def _is_condition(root: Token) -> bool:
    mark = next((c for c in verbs.children(root, "mark") if c.lower_ in lexicon(CertaintyWords).conditions), None)
    if mark is not None:
        return (
            not {lower_before(mark), lower_after(mark)} & lexicon(CertaintyWords).not_conditions
            and root.dep_ != "ccomp"
        )
    return _is_inverted(root)


def _is_inverted(root: Token) -> bool:
    """The auxiliary before its subject: "had it rained, …", "were it to rain, …", "should it rain, …"."""
    subject = subjects.own_subject(root)
    if root.dep_ != "advcl" or subject is None or verbs.children(root, "mark"):
        return False
    first = next((h for h in (*verbs.auxiliaries(root), root) if h.lower_ in ("had", "were", "should")), None)
    return first is not None and first.i < subject.i


def _completed(clause: Clause) -> Iterator[Certainty]:
    """The words of the predicate that an infinitive, a gerund or nothing ("a strike is likely") completes."""
    way = list(chains.chain(clause.root))
    for upper, lower in pairwise(way):
        yield from _of_governor(upper, lower)
    last = way[-1]
    if last.pos_ == "ADJ" and last.lemma_.lower() not in lexicon(CertaintyWords).infinitive_only:
        yield from _governors().get(last.lemma_.lower(), ())


def _governed(clause: Clause) -> Iterator[Certainty]:
    """What the words above the clause make of it, up to the first that says nothing of certainty."""
    below = clause.root
    for governor in chains.governors(clause.root):
        found = list(_of_governor(governor, below))
        if not (found or governor.lemma_ == "be" or _is_between(governor, below)):
            return
        yield from found
        below = governor


def _is_between(noun: Token, gerund: Token) -> bool:
    """The object that the parser hangs a verb's "of doing" on: "accused the clerk of stealing"."""
    return noun.dep_ == "dobj" and gerund.dep_ == "pcomp"


def _of_governor(governor: Token, below: Token) -> Iterator[Certainty]:
    word, infinitive = governor.lemma_.lower(), verbs.is_infinitive(below)
    if word in lexicon(CertaintyWords).passive_only and governor.pos_ == "VERB" and not verbs.is_passive(governor):
        return
    if word in lexicon(CertaintyWords).infinitive_only and not infinitive:
        return
    if _is_whether(below):
        yield "question"
    if word in lexicon(CertaintyWords).asked | {"be"} and infinitive and below.dep_ in ("xcomp", "ccomp"):
        yield "plan"
        return
    yield from _governors().get(word, ())


@loaded
def _governors() -> Mapping[str, tuple[Certainty, ...]]:
    return _by_word(lexicon(CertaintyWords).governors)


@loaded
def _of_epithets() -> Mapping[str, tuple[Certainty, ...]]:
    return _by_word(lexicon(CertaintyWords).epithets)


@loaded
def _of_adverbs() -> PhraseTable[Certainty]:
    return PhraseTable(lexicon(CertaintyWords).adverbs)


def _by_word(listed: Mapping[Certainty, Phrases]) -> Mapping[str, tuple[Certainty, ...]]:
    """Return the value of each word, as a tuple of one; of a word that is listed twice, the first."""
    table: dict[str, tuple[Certainty, ...]] = {}
    for value, words in listed.items():
        for word in words:
            table.setdefault(word, (value,))
    return table
