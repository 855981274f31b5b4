"""Motives ascribed, consequences drawn, and what is said of a whole class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcheck.claims import verbs
from xcheck.claims.clauses import Clause
from xcheck.claims.stance.future import is_abstract
from xcheck.nlp.lexicons.base import Words
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.stance import Stances
from xcheck.records.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLES = frozenset({"GPE", "NORP"})
_AIMS = frozenset({"want", "seek", "look", "need", "struggle", "strive", "choose", "opt", "wish", "like", "calculate"})
_INTENTS = frozenset({"hope", "intend", "mean", "try", "attempt", "plan", "aim", "hurry", "rush", "move"})
_DETERMINERS = ("det", "poss", "nummod")
_ADJUNCTS = frozenset({"advcl", "acl", "amod", "ccomp", "dep", "acomp", "oprd"})
_LONGEST_AIM = 10
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"})
_COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})


def of(clause: Clause) -> Iterator[Stance]:
    """``motive``, ``consequence`` and ``generalisation``, as far as verb and subject say so."""
    if (_is_collective(clause.subject) and _is_mental(clause)) or any(test(clause) for test in _MOTIVES):
        yield "motive"
    if _is_cleft(clause) or _is_drive(clause) or _is_behind(clause):
        yield "cause"
    if _is_conclusion(clause) or _is_by_doing(clause) or _is_figurative(clause):
        yield "consequence"
    if any(test(clause) for test in _GENERALISATIONS):
        yield "generalisation"


def untold(clause: Clause) -> Iterator[Stance]:
    """The stances of a clause of speech or thought that nobody can have told the writer."""
    if _is_scheme(clause) or _is_fronted(clause) or _is_signal(clause):
        yield "motive"
    if (
        _is_everybody(clause)
        or _is_habit(clause)
        or _is_never_one(clause)
        or (_is_generic(clause) and clause.root.lemma_.lower() in lexicon(Stances).class_minds)
    ):
        yield "generalisation"


def _is_collective(subject: Token | None) -> bool:
    if subject is None:
        return False
    return subject.ent_type_ in _PEOPLES or subject.lemma_.lower() in lexicon(Stances).collectives


def _is_mental(clause: Clause) -> bool:
    """A collective's mind: "the regime fears …", "is wary of …"; an aim only where it is spelt out ("wants to …")."""
    root = clause.root
    if not _is_present(root):
        return False
    if root.lemma_ in ("be", "grow", "become", "remain"):
        return any(c.lemma_.lower() in lexicon(Stances).mental_adjectives for c in verbs.children(root, "acomp"))
    word = root.lemma_.lower()
    if word not in lexicon(Stances).minds:
        return False
    after = root.doc[root.i + 1 : min(root.i + _LONGEST_AIM, clause.sentence.tokens[-1].i)]
    return word not in _AIMS or any(t.tag_ == "TO" for t in after)


def _is_scheme(clause: Clause) -> bool:
    """An aim that only a mind knows: "did it to please the voters", "wants to show that she is in charge"."""
    root = clause.root
    purposes = [*([root] if root.dep_ in ("advcl", "acl") else []), *verbs.children(root, "advcl")]
    wants = verbs.children(root, "xcomp") if root.lemma_ in _AIMS | _INTENTS else []
    return any(_is_to(verb, lexicon(Stances).schemes) for verb in (*purposes, *wants)) or any(
        _is_to(v, lexicon(Stances).designs) for v in wants if not _is_shown(v)
    )


def _is_shown(verb: Token) -> bool:
    """A film or a card is shown, not that she is in charge."""
    return verb.lemma_ in ("show", "demonstrate") and not verbs.children(verb, "ccomp")


def _is_fronted(clause: Clause) -> bool:
    """A state of mind put before what somebody does, as its ground: "wary of the courts, the firm paid"."""
    root, first = clause.root, next((t for t in clause.sentence.tokens if not t.is_punct), clause.root)
    ahead = (t for t in (root, *root.children) if t.tag_ in ("JJ", "VBN") and t.dep_ in _ADJUNCTS)
    minds = lexicon(Stances).mental_adjectives | lexicon(Stances).moved
    return any(t.lemma_.lower() in minds and first.i == min(w.i for w in t.subtree) for t in ahead)


def _is_signal(clause: Clause) -> bool:
    """What somebody is made to say by what they do: "by inviting the widow she was signalling to the north"."""
    by = (c for c in verbs.children(clause.root, "prep") if c.lower_ == "by" and c.i < clause.root.i)
    return any(verbs.children(c, "pcomp") for c in by)


def _is_for_fear(clause: Clause) -> bool:
    """What somebody wanted not to happen: "burned the letters lest they be read"."""
    purposes = [clause.root, *verbs.children(clause.root, "advcl")]
    return any(m.lower_ == "lest" for verb in purposes for m in verbs.children(verb, "mark"))


def _is_own_gain(clause: Clause) -> bool:
    """What somebody gets for themselves: "resigned to spare himself a trial"."""
    for verb in verbs.children(clause.root, "advcl", "xcomp"):
        onto_self = any(c.lower_ in _SELVES for c in verbs.children(verb, "dative", "dobj", "iobj", "nsubj"))
        below = (c for v in verbs.children(verb, "ccomp") for c in verbs.children(v, "nsubj"))
        if (onto_self or any(c.lower_ in _SELVES for c in below)) and _is_to(verb, lexicon(Stances).gains):
            return True
    return False


def _is_wish_cleft(clause: Clause) -> bool:
    """A mind put first: "what the rebels wanted was the road"."""
    wishes = (c for c in verbs.children(clause.root, "csubj") if c.lemma_.lower() in lexicon(Stances).minds)
    return clause.root.lemma_ == "be" and any(t.lower_ == "what" for c in wishes for t in c.children)


def _is_to(verb: Token, acts: Words) -> bool:
    return verb.lemma_.lower() in acts and any(h.tag_ == "TO" for h in verbs.children(verb, "aux"))


def _is_reasoned_choice(clause: Clause) -> bool:
    """A choice or a thought with its reason: "chose the site because land was cheap", "left because he knew"."""
    reasons = [
        c for c in verbs.children(clause.root, "advcl") if any(m.lower_ == "because" for m in verbs.children(c, "mark"))
    ]
    if clause.root.lemma_.lower() in lexicon(Stances).choices and not verbs.children(clause.root, "auxpass"):
        return bool(reasons)
    return any(c.lemma_.lower() in lexicon(Stances).minds and verbs.subject(c) is not None for c in reasons)


def _is_drive(clause: Clause) -> bool:
    """A bare idea as what did it: "greed drove the brothers to it", "vanity explains the statue"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.lemma_.lower() not in lexicon(Stances).ideas or list(subject.lefts):
        return False
    return root.lemma_.lower() in lexicon(Stances).drives and bool(verbs.children(root, "dobj"))


def _is_behind(clause: Clause) -> bool:
    """A ground named last: "behind the surge in thefts is the closure of the clubs"."""
    if clause.root.lemma_ not in ("be", "lie"):
        return False
    first = next((t for t in clause.sentence.tokens if not t.is_punct), clause.root)
    return first.lower_ in ("behind", "beneath") and any(is_abstract(n) for n in verbs.children(first, "pobj"))


def _is_figurative(clause: Clause) -> bool:
    """What a thing or an event is made to have done, in a figure of speech: "the levy has gutted the high street"."""
    root, subject = clause.root, clause.subject
    objects = verbs.children(root, "dobj")
    done = root.lemma_.lower() in lexicon(Stances).figurative
    done |= root.lemma_.lower() in lexicon(Stances).figurative_of_ideas and any(is_abstract(thing) for thing in objects)
    if subject is None or not objects or not done:
        return False
    if subject.pos_ not in ("NOUN", "VERB") or subject.ent_type_ in _NAMED or verbs.children(root, "auxpass"):
        return False
    doer = subject.lemma_.lower() in lexicon(Stances).collectives or subject.lemma_.lower().endswith(_doer_endings())
    return (is_abstract(subject) or not doer) and not any(t.like_num for t in clause.tokens)


def _doer_endings() -> tuple[str, ...]:
    return tuple(lexicon(Stances).doer_endings)


def _is_conclusion(clause: Clause) -> bool:
    root, subject = clause.root, clause.subject
    if subject is None or subject.pos_ == "PROPN" or verbs.children(root, "auxpass"):
        return False
    if subject.lower_ in ("he", "she", "they", "we", "i", "you", "who"):
        return False
    word = root.lemma_.lower()
    if not verbs.children(root, "dobj", "ccomp", "prep", "xcomp") or _is_headless(clause):
        return False
    if word in lexicon(Stances).conclusions:
        return root.tag_ != "VBN" or bool(verbs.auxiliaries(root))
    return is_abstract(subject) and (_is_proof(clause) or _is_effect(clause))


def _is_proof(clause: Clause) -> bool:
    """An event that is made to prove something; a record or a count may do so in earnest."""
    subject = clause.subject
    return (
        clause.root.lemma_.lower() in lexicon(Stances).proofs
        and subject is not None
        and subject.lemma_.lower() not in lexicon(Stances).records
    )


def _is_effect(clause: Clause) -> bool:
    """What something that nobody decided does now, without a figure: "the delay fuels anger"."""
    root, subject = clause.root, clause.subject
    if root.lemma_.lower() not in lexicon(Stances).effects or not _is_simple_present(root) or subject is None:
        return False
    return subject.lemma_.lower() not in lexicon(Stances).provisions and not any(t.like_num for t in clause.tokens)


def _is_present(root: Token) -> bool:
    """Present tense, the perfect included."""
    if root.tag_ in ("VBZ", "VBP"):
        return True
    return any(h.tag_ in ("VBZ", "VBP") for h in verbs.auxiliaries(root))


def _is_by_doing(clause: Clause) -> bool:
    """What an act is made to amount to: "by resigning now he avoids a vote"."""
    root = clause.root
    by = (c for c in verbs.children(root, "prep") if c.lower_ == "by" and c.i < root.i)
    return _is_present(root) and any(verbs.children(c, "pcomp") for c in by)


def _is_everybody(clause: Clause) -> bool:
    """A mind given to all, many or few without a count: "few believe that the truce can hold"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.lower_ not in lexicon(Stances).everybody or root.tag_ not in ("VBZ", "VBP"):
        return False
    return root.lemma_.lower() in lexicon(Stances).minds


def _is_proverb(clause: Clause) -> bool:
    """A bare noun for an idea, and a present tense without a name or a figure: "trust is soon lost"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.lemma_.lower() not in lexicon(Stances).ideas or clause.sentence.headline:
        return False
    perfect = any(h.lemma_ == "have" for h in verbs.auxiliaries(root))
    if list(subject.lefts) or perfect or not _is_present(root) or root.tag_ == "VBG":
        return False
    return not any(t.like_num or t.ent_type_ in _NAMED | _COUNTED for t in clause.tokens)


def _is_habit(clause: Clause) -> bool:
    """What is said to hold always, mostly or never, of many or of an idea: "such accidents are always avoidable"."""
    root, subject = clause.root, clause.subject
    if subject is None or not _is_present(root):
        return False
    if not (subject.tag_ == "NNS" or is_abstract(subject) or subject.lower_ in lexicon(Stances).everybody):
        return False
    always = {c.lower_ for c in verbs.children(root, "advmod")} & lexicon(Stances).habits
    tends = root.lemma_ == "tend" and bool(verbs.children(root, "xcomp"))
    return bool(always or tends) and not _is_counted(clause)


def _is_counted(clause: Clause) -> bool:
    """Whether a figure stands in the clause; "the first to feel it" counts nothing."""
    return any(t.like_num and t.ent_type_ != "ORDINAL" and t.lower_ not in ("first", "second") for t in clause.tokens)


def _is_cleft(clause: Clause) -> bool:
    """An idea put first as what did it: "it was vanity that drove them apart"."""
    root, subject = clause.root, clause.subject
    if root.lemma_ != "be" or subject is None or subject.lower_ != "it":
        return False
    named = verbs.children(root, "attr")
    follows = any(t.lower_ == "that" for t in clause.sentence.tokens if t.i > root.i)
    return follows and any(n.lemma_.lower() in lexicon(Stances).ideas | lexicon(Stances).moods for n in named)


def _is_whenever(clause: Clause) -> bool:
    """What is made to follow each time: "when the quotas rise, the fans stop"."""
    root = clause.root
    if root.tag_ not in ("VBZ", "VBP") or any(t.like_num or t.ent_type_ in _COUNTED for t in clause.tokens):
        return False
    before = [c for c in verbs.children(root, "advcl") if c.i < root.i and c.tag_ in ("VBZ", "VBP")]
    return any(
        m.lower_ in ("when", "whenever", "where", "wherever")
        for c in before
        for m in verbs.children(c, "advmod", "mark")
    )


def _is_each(clause: Clause) -> bool:
    """What holds of each one of a kind: "every dam comes in late", "no club likes to sell"."""
    root, subject = clause.root, clause.subject
    if subject is None or subject.tag_ != "NN" or root.tag_ != "VBZ" or clause.sentence.headline:
        return False
    if not any(d.lower_ in ("every", "no", "any") for d in verbs.children(subject, "det")):
        return False
    return not (_is_counted(clause) or any(t.ent_type_ in _NAMED | _COUNTED for t in clause.tokens))


def _is_never_one(clause: Clause) -> bool:
    """What none of a kind has ever done, and what nothing does: "no founder ever sold", "nothing unites them like"."""
    root, subject = clause.root, clause.subject
    if subject is None or clause.sentence.headline:
        return False
    ever = any(c.lower_ == "ever" for c in verbs.children(root, "advmod"))
    none = any(d.lower_ == "no" for d in verbs.children(subject, "det"))
    return (none and ever) or (subject.lower_ == "nothing" and root.tag_ == "VBZ" and root.lemma_ != "be")


def _is_definition(clause: Clause) -> bool:
    """One deed made to be another: "to run a ferry here is to be hated"."""
    root = clause.root
    subjects = [c for c in verbs.children(root, "csubj") if any(h.tag_ == "TO" for h in verbs.auxiliaries(c))]
    said = [c for c in verbs.children(root, "xcomp", "ccomp") if any(h.tag_ == "TO" for h in verbs.auxiliaries(c))]
    return root.lemma_ == "be" and _is_present(root) and bool(subjects) and bool(said)


def _is_headless(clause: Clause) -> bool:
    """A question or a heading, no conclusion: "what it means for voters"."""
    return any(t.tag_ in ("WP", "WRB") and t.i < clause.root.i for t in clause.tokens)


def _is_simple_present(root: Token) -> bool:
    return _is_present(root) and root.tag_ != "VBN"


def _is_mood(clause: Clause) -> bool:
    subject = clause.subject
    return subject is not None and subject.lemma_.lower() in lexicon(Stances).moods and _is_present(clause.root)


def _is_generic(clause: Clause) -> bool:
    """A bare plural and a present tense without a figure, a name or a time: "markets hate surprises"."""
    root, subject = clause.root, clause.subject
    people = subject is not None and subject.tag_ == "NNPS" and subject.ent_type_ == "NORP"
    if subject is None or not (subject.tag_ == "NNS" or people) or clause.sentence.headline:
        return False
    if root.dep_ not in ("ROOT", "conj"):
        return False
    determined = [d for d in verbs.children(subject, *_DETERMINERS) if d.lower_ != "such"]
    if determined or not _is_present(root) or _is_past_perfect(root):
        return False
    if subject.lemma_.lower() in lexicon(Stances).bodies:
        return False
    if any(c.lemma_.lower() in lexicon(Stances).not_generic - {"such"} for c in verbs.children(subject, "amod")):
        return False
    others = (t for t in clause.tokens if t.i != subject.i)
    return not any(t.like_num or t.ent_type_ in _NAMED | _COUNTED for t in others)


def _is_past_perfect(root: Token) -> bool:
    return any(h.lemma_ == "have" for h in verbs.auxiliaries(root)) or bool(verbs.children(root, "auxpass"))


_MOTIVES = (_is_scheme, _is_reasoned_choice, _is_fronted, _is_for_fear, _is_own_gain, _is_wish_cleft)
_GENERALISATIONS = (
    _is_mood,
    _is_generic,
    _is_everybody,
    _is_proverb,
    _is_habit,
    _is_whenever,
    _is_each,
    _is_never_one,
    _is_definition,
)
