"""What "would" says: the "will" of reported words, what came later, a habit, a refusal; else a condition.

The readings are those of Huddleston and Pullum (2002, 3.9.8): backshift, futurity in the past, propensity, volition.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from xcheck.nlp import lexicon
from xcheck.nlp.syntax import chains, verbs
from xcheck.records.claim import Certainty

if TYPE_CHECKING:
    from spacy.tokens import Token

_words = partial(lexicon.words, "certainty")
_DEICTIC = frozenset({"this", "next", "today", "tonight", "tomorrow"})
_SUPPOSING = frozenset({"if", "unless", "were", "had"})


def of_future(modal: str, usual: Certainty, root: Token, *, perfect: bool) -> Certainty:
    """The certainty of a verb under "will", "would" or "should": ``usual`` unless something else stands by."""
    if (modal in verbs.WOULD or modal == "should") and perfect:
        return "expectation" if is_reported(root) else "counterfactual"
    if is_announced(root):
        return "plan"
    if modal not in verbs.WOULD:
        return usual
    if is_reported(root):
        return "expectation"
    return "fact" if is_past(root) else "condition"


def is_reported(root: Token) -> bool:
    """Whether a "would" is the "will" of reported words: under a verb of saying, or in the sentence after one."""
    return any(_reports(g) for g in chains.governors(root)) or _goes_on(root)


def is_announced(root: Token) -> bool:
    """Whether what "will" or "would" be is what somebody has announced: "will open in May, the firm announced"."""
    return any(verbs.lemma(g) in _words("announcing") for g in chains.governors(root))


def is_past(root: Token) -> bool:
    """Whether a "would" tells what came to pass: later than something told, again and again, or in a refusal."""
    return not _is_supposed(root) and (_is_later(root) or _is_habit(root) or is_refusal(root))


def is_refusal(root: Token) -> bool:
    """What somebody did not want to say: "she would not comment"."""
    return root.lemma_.lower() in silent() and verbs.is_negated(root)


def silent() -> frozenset[str]:
    """The verbs of what somebody may refuse to say."""
    return lexicon.words("reporting", "speech") | lexicon.words("unknown-quantities", "telling")


def _reports(verb: Token) -> bool:
    return verbs.lemma(verb) in _words("reported") and verb.tag_ in ("VBD", "VBN")


def _goes_on(root: Token) -> bool:
    """Whether the sentence before, in its paragraph, reports: "The council said no. The pool would stay open."."""
    first = root.sent.start
    if first == 0 or _is_supposed(root) or _is_later(root) or root.dep_ != "ROOT":
        return False
    before = root.doc[first - 1]
    return "\n" not in before.text and _reports(before.sent.root)


def _is_supposed(root: Token) -> bool:
    """Whether a condition stands beside: a clause with "if", or a plan under which it would be so."""
    clauses = verbs.children(root, "advcl")
    under = any(c.lower_ == "under" for c in verbs.children(root, "prep"))
    return under or any(c.lower_ in _SUPPOSING for clause in clauses for c in clause.children)


def _is_later(root: Token) -> bool:
    """An adverb of sequence, or a verb that leads on: "would later sink", "would go on to win"."""
    adverbs = [t for t in root.subtree if t.lower_ in _words("sequence") and root in (t.head, t.head.head)]
    leads = verbs.lemma(root) in _words("onward")
    onward = leads and any(verbs.is_infinitive(c) for c in verbs.children(root, "xcomp", "advcl"))
    return onward or any(not _is_deictic(a) for a in adverbs)


def _is_deictic(adverb: Token) -> bool:
    """Whether an adverb counts from the day of writing: "later this year"."""
    near = adverb.doc[max(adverb.i - 1, 0) : adverb.i + 2]
    return any(t.lower_ in _DEICTIC for t in near)


def _is_habit(root: Token) -> bool:
    """An adverbial of frequency: "every Sunday he would row out"."""
    often = (c for c in root.children if c.dep_ == "advmod" and c.lower_ in _words("frequency"))
    times = verbs.children(root, "npadvmod")
    return any(often) or any(d.lower_ in ("every", "each") for t in times for d in verbs.children(t, "det"))
