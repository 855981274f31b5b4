"""What the edits between two sentences come to: a known contrast, a limit that a draft drops, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal, NamedTuple

from xcheck.alignment.words import Word
from xcheck.comparison.edits.align import Edit, Edits, Side
from xcheck.comparison.edits.meaning import contrast, fits, goes_beyond, means_one
from xcheck.comparison.edits.swaps import swapped
from xcheck.nlp.lexicons.comparison import Contrast, EditsWords
from xcheck.nlp.lexicons.fitted import SupportModel
from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.modality import Negation
from xcheck.nlp.stems import stem, stems
from xcheck.nlp.wordnet import is_of

_FEW = 2  # words in the place of others that say the same
_NEAR = 6  # words before a clause among which stands whom it is about
_ORDERED = ("part", "sort")  # contrasts that tell only of one word for one, where the others keep their order

What = Literal[
    "rank",
    "direction",
    "state",
    "part",
    "order",
    "opposite",
    "sort",
    "swapped",
    "denied",
    "limit",
    "beyond",
    "deed",
    "open",
]


class Read(NamedTuple):
    """What an edit turns, and the word on each side that does it, if there is one.

    ``deed`` and ``open``: a verb, another word in the place of one that it is not known to fit.
    """

    what: What
    left: Word | None
    right: Word | None


@dataclass(frozen=True)
class Reader:
    """Reads edits. ``checks``: the left sentence is a draft's, the right one its source's.

    ``verbs``: the lemma of each predicate of the two sentences by its place, on either side.
    """

    edits: Edits
    checks: bool
    verbs: tuple[Mapping[int, str], Mapping[int, str]]

    @property
    def turns_nothing(self) -> bool:
        """Whether the sentences are surely one: every word in the place of another fits it, the rest is more detail."""
        return (
            self.edits.is_straight and not list(self.read()) and all(self._is_idle(edit) for edit in self.edits.found)
        )

    def _is_idle(self, edit: Edit) -> bool:
        lefts, rights = _telling(edit.left, self.verbs[0]), _telling(edit.right, self.verbs[1])
        pairs = list(product(lefts, rights))
        if any(_cancels(one, other) for one, other in pairs):
            return True
        if any(_denies(w) for s in edit for w in s.words):
            return False
        if not edit.is_replacement:
            return True
        is_read = len(lefts) == len(edit.left.words) <= _FEW and len(rights) == len(edit.right.words) <= _FEW
        return is_read and any(means_one(one, other) for one, other in pairs)

    def read(self) -> Iterator[Read]:
        """What each edit comes to."""
        if swap := swapped(self.edits.left, self.edits.right):
            yield Read("swapped", *swap)
        known = [read for edit in self.edits.found if (read := self._of(edit)) is not None]
        yield from known
        if not any(r.what in ("opposite", "deed", "open") for r in known) and (denied := _denied(self.edits)):
            yield denied

    def _of(self, edit: Edit) -> Read | None:
        return _rank(edit) or (self._replaced(edit) if edit.is_replacement else self._dropped(edit))

    def _replaced(self, edit: Edit) -> Read | None:
        lefts, rights = _telling(edit.left, self.verbs[0]), _telling(edit.right, self.verbs[1])
        is_one = len(lefts) == len(rights) == 1
        for one, other in product(lefts, rights):
            what = contrast(one, other)
            if _cancels(one, other):
                return None
            if what and self._turns(what, one, other, is_one=is_one):
                return Read(what, one, other)
        return self._other(lefts[0], rights[0]) if is_one and self.edits.is_straight else None

    def _turns(self, what: Contrast, one: Word, other: Word, *, is_one: bool) -> bool:
        """Whether a contrast turns what is said: some only between one word and one, where the others keep their order.

        Of opposite verbs one may say of two parties what the other says of them in turn: sold to her, she bought from.
        """
        are_deeds = one.start in self.verbs[0] and other.start in self.verbs[1]
        if what in _ORDERED:
            return is_one and self.edits.is_straight
        return self.edits.is_straight or not (what == "opposite" and are_deeds)

    def _other(self, one: Word, other: Word) -> Read | None:
        """One word in the place of one that nothing is known to part it from."""
        are_deeds = one.start in self.verbs[0] and other.start in self.verbs[1]
        if self.checks and are_deeds and goes_beyond(one, other):
            return Read("beyond", one, other)
        if "function" in (one.kind, other.kind) or fits(one, other):
            return None
        return Read("deed" if are_deeds else "open", one, other)

    def _dropped(self, edit: Edit) -> Read | None:
        side = edit.left if edit.left.words else edit.right
        is_lost = bool(edit.right.words)
        ended = next((w for w in side.words if w.text in lexicon(EditsWords).ended), None)
        if ended and not (side.after and side.after[0].figure is not None):
            return Read("state", *((None, ended) if is_lost else (ended, None)))
        limit = _limit(side) if is_lost or not self.checks else None
        return Read("limit", *((None, limit) if is_lost else (limit, None))) if limit else None


def _cancels(one: Word, other: Word) -> bool:
    """Whether one is the opposite of the other and is denied: "not legal" is illegal."""
    return contrast(one, other) == "opposite" and one.negated != other.negated


def _telling(side: Side, verbs: Mapping[int, str]) -> list[Word]:
    """The words that may be read: no names and figures, which compare elsewhere; verbs by their lemma and particle."""
    found = [w for w in side.words if w.kind in ("word", "function") and w.text not in lexicon(SupportModel).negators]
    return [_lemma(w, side, verbs[w.start]) if w.start in verbs else w for w in found]


def _lemma(word: Word, side: Side, lemma: str) -> Word:
    after = next((w.text for w in side.all if w.start > word.start), "")
    phrasal = f"{lemma}-{after}"
    return replace(word, text=phrasal if is_of(phrasal, "v") else lemma, key=stem(lemma))


def _rank(edit: Edit) -> Read | None:
    """Another place in a row: one side has an ordinal where the other has none, before a superlative that both have."""
    places = [next((w for w in s.words if _is_place(w)), None) for s in (edit.left, edit.right)]
    if (places[0] is None) == (places[1] is None):
        return None
    side = edit.left if places[0] else edit.right
    near = (*side.all[side.start : side.end], *side.after[:1])
    is_ranked = any(w.text in lexicon(EditsWords).ranking or w.text.endswith("est") for w in near)
    return Read("rank", *places) if is_ranked else None


def _is_place(word: Word) -> bool:
    return any(g.startswith("order/") for g in word.groups) and word.text not in lexicon(EditsWords).unranked


def _limit(side: Side) -> Word | None:
    """What limits a statement: a word that says so, a condition, or a clause that tells whom a rule is for."""
    for place, word in enumerate(side.words):
        nxt = side.words[place + 1] if place + 1 < len(side.words) else next(iter(side.after), None)
        if word.text in lexicon(EditsWords).limiting and not (nxt and nxt.figure is not None):
            return word
        if word.text in lexicon(EditsWords).conditions:
            return word
    first = side.all[side.start]
    is_clause = first.text in ("who", "whose", "that", "which")
    near = {w.text for w in side.before[:_NEAR]}
    return first if is_clause and near & lexicon(EditsWords).universal else None


def _denied(found: Edits) -> Read | None:
    """A word that both have and one denies, where the other has no word of its own."""
    denies_left, denies_right = (bool(_negators(found, left=left)) for left in (True, False))
    if denies_left == denies_right:  # "declined to" denies as well as "would not"
        return None
    if any(w.kind == "word" for e in found.found for w in (e.right if denies_left else e.left).words):
        return None
    if denies_left:
        pair = _denied_word(found.left, found.right)
        return Read("denied", *pair) if pair else None
    pair = _denied_word(found.right, found.left)
    return Read("denied", *pair[::-1]) if pair else None


def _denied_word(denying: Sequence[Word], other: Sequence[Word]) -> tuple[Word, Word] | None:
    """The first word that one sentence denies and nowhere affirms, and the same word as the other affirms it."""
    plain = {w.key: w for w in other if not w.negated}
    affirmed = {w.key for w in denying if not w.negated}
    denied = (w for w in denying if w.negated and w.kind == "word")
    return next(((w, plain[w.key]) for w in denied if w.key in plain and w.key not in affirmed), None)


def _denies(word: Word) -> bool:
    """Whether a word denies what it governs: not, never, fail, decline, refuse."""
    return word.text in lexicon(SupportModel).negators or word.key in stems(lexicon(Negation).reversing)


def _negators(found: Edits, *, left: bool) -> list[Word]:
    sides = [e.left if left else e.right for e in found.found]
    return [w for s in sides for w in s.words if _denies(w)]
