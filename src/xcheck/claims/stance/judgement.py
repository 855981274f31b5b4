"""Evaluations: adjectives and nouns that judge, superlatives of opinion, comment adverbs, loaded headline words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from xcheck.claims.clauses import Clause
from xcheck.claims.stance.arranged import is_abstract, subject_clause
from xcheck.nlp import lexicon
from xcheck.nlp.neighbours import after
from xcheck.nlp.phrases import phrases_in
from xcheck.nlp.syntax import verbs
from xcheck.records.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_words = partial(lexicon.words, "stances")
_COMPARED = frozenset({"JJR", "RBR"})


def of(clause: Clause) -> Iterator[Stance]:
    """``evaluation`` where a word of the clause judges; a question about what is not known judges nothing."""
    if subject_clause(clause.root) is None and verbs.children(clause.root, "csubj", "csubjpass"):
        return
    of_words = any(_judges(t, clause) or any(test(t) for test in _OF_WORDS) for t in clause.tokens)
    if of_words or any(test(clause) for test in _OF_CLAUSES):
        yield "evaluation"


def _is_commented(clause: Clause) -> bool:
    return any(
        found[-1].dep_ == "advmod" and found[-1].head.i == clause.root.i
        for _, found in phrases_in(clause.tokens, "stances", "adverbs")
    )


def _judges(token: Token, clause: Clause) -> bool:
    """Whether the token judges the clause's subject: "is vital", "was a timely move", "became a nightmare"."""
    if token.dep_ in ("acomp", "oprd") and token.head.lemma_ in _words("copulas"):
        return token.lemma_.lower() in _words("judgements") and not _is_measure(token, clause)
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() in _words("differences"):
        return False
    faced = token.dep_ == "dobj" and token.head.lemma_ in _words("facing")
    return (faced or _is_predicative(token)) and _is_loaded_noun(token)


def _is_loaded_noun(noun: Token) -> bool:
    """Whether a noun judges, alone or with the words before it: "a nightmare", "a timely move", "a death trap"."""
    before = {c.lemma_.lower() for c in verbs.children(noun, "amod", "compound")}
    kinds = lexicon.lexicon("stances")["compounds"].get(noun.lemma_.lower(), ())
    if noun.lemma_.lower() in _words("figures") or before & {*kinds}:
        return True
    return bool(before & (_words("judgements") - _words("plain_judgements")))


def _is_predicative(noun: Token) -> bool:
    """A noun that is said of the subject: after a copula or its "as", or after "turned into"."""
    if noun.dep_ == "pobj":
        verb, preposition = noun.head.head.lemma_, noun.head.lower_
        return (preposition in ("as", "like") and verb in _words("copulas")) or (preposition, verb) == ("into", "turn")
    return noun.dep_ in ("attr", "dobj") and noun.head.lemma_ in _words("copulas")


def _is_measure(adjective: Token, clause: Clause) -> bool:
    if verbs.children(adjective, "npadvmod"):
        return True
    if adjective.lemma_.lower() not in _words("plain_judgements"):
        return False
    subject = clause.subject
    return subject is None or subject.lemma_.lower() in _words("not_judged") or subject.pos_ in ("PROPN", "PRON")


def _is_opinion_superlative(token: Token) -> bool:
    """A superlative that nobody can measure: "the bleakest …", "the most shameful …"."""
    if token.lower_ in ("best", "worst"):
        return token.dep_ in ("dobj", "attr")
    if token.tag_ == "JJS":
        return token.lemma_.lower() in _words("superlatives")
    following = after(token)
    if token.lower_ in ("most", "least") and following is not None:
        return following.lemma_.lower() in _words("superlatives") and token.head.i == following.i
    return False


def _is_comparison(clause: Clause) -> bool:
    """A comparison with what cannot be: "could hardly be clearer"."""
    helpers = {h.lower_ for h in verbs.auxiliaries(clause.root)}
    hardly = any(c.lower_ in ("hardly", "scarcely", "barely", "not", "n't") for c in clause.root.children)
    said = verbs.children(clause.root, "acomp", "attr", "advmod")
    compared = any(c.tag_ in _COMPARED or (c.dep_ == "attr" and c.lower_.endswith("er")) for c in said)
    return "could" in helpers and hardly and compared


def _is_spent(clause: Clause) -> bool:
    """An event or a state that is written off: "the deal is dead"."""
    said = (c for c in verbs.children(clause.root, "acomp") if clause.root.lemma_ in _words("copulas"))
    return is_abstract(clause.subject) and any(c.lemma_.lower() in _words("spent") for c in said)


def _is_too_much(clause: Clause) -> bool:
    """A measure that only a judge can take: "had grown too close to the firms", "came too late to save it"."""
    excess = (t for t in clause.tokens if t.lower_ == "too" and t.dep_ == "advmod" and t.head.i == t.i + 1)
    return any(
        t.head.dep_ in ("acomp", "advmod", "oprd") and t.head.lemma_.lower() in _words("judged_too") for t in excess
    )


def _is_deserved(clause: Clause) -> bool:
    """What somebody is owed, and what the real thing is: "deserves a better champion", "the real scandal is"."""
    root, subject = clause.root, clause.subject
    if root.lemma_ == "deserve":
        return True
    real = subject is not None and any(c.lower_ in ("real", "true") for c in verbs.children(subject, "amod"))
    return real and root.lemma_ == "be" and root.tag_ in ("VBZ", "VBD")


def _is_exclaimed(clause: Clause) -> bool:
    """An outcry: "what a waste of a good cast"."""
    tokens = clause.sentence.tokens
    first = [t.lower_ for t in islice((t for t in tokens if not t.is_punct), 2)]
    return first in (["what", "a"], ["what", "an"]) and tokens[-1].lower_ != "?"


def _is_epithet(token: Token) -> bool:
    """A judgement before a noun that no reporter could check: "hapless Dunmore", "a dreary hour"."""
    return token.dep_ == "amod" and token.i < token.head.i and token.lower_ in _words("epithets")


def _is_simile(token: Token) -> bool:
    """A likeness drawn for its colour: "as sturdy as a deckchair in a gale"."""
    if token.dep_ not in ("acomp", "oprd") or not any(c.lower_ == "as" for c in verbs.children(token, "advmod")):
        return False
    likened = [n for c in verbs.children(token, "prep") if c.lower_ == "as" for n in verbs.children(c, "pobj")]
    return any(d.lower_ in ("a", "an") for n in likened for d in verbs.children(n, "det"))


def _is_worthless(clause: Clause) -> bool:
    """Little or no worth, in the present tense: "the vow means nothing"."""
    root = clause.root
    if root.lemma_.lower() not in _words("worth") or root.tag_ not in ("VBZ", "VBP"):
        return False
    return any(t.lower_ in _words("nothings") and t.i > root.i for t in clause.tokens)


def _is_loaded(token: Token) -> bool:
    return token.lemma_.lower() in _words("loaded") or token.lower_ in _words("loaded")


def _is_loaded_headline(clause: Clause) -> bool:
    return clause.sentence.headline and len(clause.tokens) > 1 and any(_is_loaded(t) for t in clause.tokens)


_OF_WORDS = (_is_opinion_superlative, _is_epithet, _is_simile)
_OF_CLAUSES = (
    *(_is_commented, _is_comparison, _is_worthless, _is_spent),
    *(_is_too_much, _is_exclaimed, _is_deserved, _is_loaded_headline),
)
