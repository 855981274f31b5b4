"""What the parse says of a time expression: whether it is one here, and whether its verb looks back or ahead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from xcheck.claims.quantity.products import product
from xcheck.claims.time.grammar import Expression
from xcheck.claims.time.setting import Direction
from xcheck.nlp.lexicon import words
from xcheck.nlp.syntax.numbers import is_modern_year
from xcheck.nlp.syntax.subjects import REFERENTIAL
from xcheck.nlp.syntax.verbs import AUXILIARIES, children

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DEEPEST = 15
_BEFORE_BARE = frozenset({"ADP", "VERB", "AUX", "ADV", "SCONJ", "CCONJ", "PUNCT"})
_EXACT = frozenset({"year", "year_which", "which", "date", "share"})


def direction(tokens: Span, *, headline: bool) -> Direction:
    """Where the verb that governs a time looks. The present looks ahead ("it opens Monday"), but not in headlines."""
    if _before(tokens) == "of":
        return "future" if tokens.start > 1 and tokens.doc[tokens.start - 2].lower_ == "ahead" else "none"
    node, subject = tokens.root, False
    for _ in range(_DEEPEST):
        if node not in tokens:
            looking = _looking(node, headline=headline, subject=subject)
            if looking is not None:
                return looking
        node, subject = node.head, node.dep_ in REFERENTIAL
    return "none"


def _looking(node: Token, *, headline: bool, subject: bool) -> Direction | None:
    """Where a word on the way up from a time looks; None where the one above it says.

    "Planned for Friday" looks ahead, but "Friday's raid was planned", with the time in its subject, does not.
    """
    if node.lemma_.lower() in words("times", "ahead") and not subject:
        return "future"
    return _of_verb(node, headline=headline) if node.pos_ in ("VERB", "AUX") else None


def _of_verb(verb: Token, *, headline: bool) -> Direction | None:
    """Where a verb looks, by its tense and its auxiliaries; None where it has neither."""
    helpers = {c.lower_ for c in children(verb, *AUXILIARIES)}
    if _looks_ahead(verb, helpers):
        return "future"
    if verb.tag_ == "VBD" or helpers & (words("times", "modals") | words("times", "past_helpers")):
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or helpers & words("times", "present_helpers"):
        return _of_present(verb, headline=headline)
    return "past" if verb.tag_ == "VBN" else None


def _looks_ahead(verb: Token, helpers: set[str]) -> bool:
    """Whether a modal without "have" stands before a verb, or a "to" before what has not happened."""
    modal = bool(helpers & words("times", "modals")) and "have" not in helpers
    return modal or ("to" in helpers and not _has_happened(verb))


def _has_happened(infinitive: Token) -> bool:
    """Whether an infinitive is as real as the verb above it: "managed to flee", unlike "planned to flee"."""
    return infinitive.head.lemma_.lower() in words("times", "implicative")


def _of_present(verb: Token, *, headline: bool) -> Direction:
    if headline or verb.lemma_.lower() in words("times", "reporting"):
        return "none"
    return "future"


def follows_in(tokens: Span) -> bool:
    """Whether a length of time says when a verb happens, "it ends in two weeks", and not "the first in two weeks"."""
    preposition = tokens.root.head
    return preposition.lower_ == "in" and preposition.head.pos_ in ("VERB", "AUX")


def is_time(found: Expression, tokens: Span) -> bool:
    """Whether an expression is a time in its sentence: "May" no verb, "1,850" no year, "the minutes" no duration."""
    if any(t.ent_type_ == "PERSON" for t in tokens) and found.rule in ("month", "weekday", "season", "day", "holiday"):
        return False
    check = _CHECKS.get(found.rule)
    return check is None or check(found, tokens)


def _before(tokens: Span) -> str:
    return str(tokens.doc[tokens.start - 1].lower_) if tokens.start else ""


def _after(tokens: Span) -> Token | None:
    return tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None


def _is_month(found: Expression, tokens: Span) -> bool:
    name = found.parts.get("month", "")
    if name not in words("times", "doubtful_months") or found.parts.keys() & _EXACT:
        return True
    return tokens.root.pos_ not in ("VERB", "AUX") and _before(tokens) in words("times", "calling")


def _is_season(found: Expression, tokens: Span) -> bool:
    if found.parts.keys() & _EXACT:
        return True
    if tokens.root.pos_ not in ("NOUN", "PROPN") or tokens.root.dep_ == "compound":
        return False
    return found.parts["season"] not in words("times", "doubtful_seasons") or _before(tokens) in words(
        "times", "calling"
    )


def _is_year(found: Expression, tokens: Span) -> bool:
    follower, before = _after(tokens), _before(tokens)
    if follower is not None and follower.lower_ in words("times", "counted_after"):
        return False
    called = before in words("times", "calling")
    if not is_modern_year(int(found.parts.get("year", "2000"))):
        return called and not _is_nominal(follower)
    plural = follower is not None and follower.tag_ == "NNS"
    return not plural or called or before in ("the", "'s", "’s") or tokens.root.tag_ != "CD"


def _is_nominal(follower: Token | None) -> bool:
    """Whether what follows a number may be what it counts."""
    return follower is not None and follower.pos_ in ("NOUN", "ADJ", "PROPN")


def _is_quarter(found: Expression, tokens: Span) -> bool:
    """A quarter of a year, not of a game."""
    follower = _after(tokens)
    return bool(found.parts.keys() & _EXACT) or follower is None or follower.lower_ != "of"


def _is_part(found: Expression, tokens: Span) -> bool:
    if tokens.root.dep_ in ("compound", "amod") or tokens.root.pos_ == "VERB":
        return False
    alone = found.parts["part"] == "overnight" or bool(tokens[0].is_sent_start)
    return alone or _before(tokens) in words("times", "calling") | {"at", "all"}


def _is_duration(found: Expression, tokens: Span) -> bool:
    count = found.parts.get("count", "")
    if product(tokens[-1]) is not None:
        return False
    return "way" in found.parts or not count or _is_length(count, found.parts["unit"], tokens)


def _is_length(count: str, unit: str, tokens: Span) -> bool:
    """Whether a count and a unit of time say how long: "two seconds", not "the second man" or "one day"."""
    if unit == "second" and (tokens.root.tag_ not in ("NN", "NNS") or _is_nominal(_after(tokens))):
        return False
    if (count, unit) == ("one", "day"):
        return tokens.start > 0 and tokens.doc[tokens.start - 1].pos_ == "ADP"
    return not (count == "many" and _before(tokens) == "as") and not _is_attribute(count, tokens)


def _is_attribute(count: str, tokens: Span) -> bool:
    """Whether "a year" before a noun is no length: "a day pass", but "a two-day pass", "the firm's a year"."""
    compound = count in ("a", "an") and tokens.root.dep_ == "compound"
    return compound and "-" not in tokens.text and _before(tokens) != "'s"


def _is_bare(found: Expression, tokens: Span) -> bool:
    if tokens.start == 0 or tokens[0].is_sent_start or "way" in found.parts or tokens.text.endswith("long"):
        return True
    before = tokens.doc[tokens.start - 1]
    stretch = (
        before.lower_ == "the" and tokens.start >= 2 and tokens.doc[tokens.start - 2].lower_ in ("over", "through")
    )
    if tokens[0].lower_ == "the":
        return _before(tokens) in ("over", "through")
    return stretch or before.tag_ == "PRP" or before.pos_ in _BEFORE_BARE


def _is_reference(found: Expression, tokens: Span) -> bool:
    phrase, follower = found.parts["reference"], _after(tokens)
    after = follower.lower_ if follower is not None else ""
    if phrase in ("now", "soon", "at the time", "at that time"):
        return after not in ("that", "as", "after", "of", "enough") and _before(tokens) != "as"
    if phrase.startswith("the "):
        return tokens[-1].tag_ == "NN" and tokens[-1].dep_ not in ("compound", "amod") and after != "of"
    return True


def _is_set(found: Expression, tokens: Span) -> bool:
    if "sets" not in found.parts:
        return True
    return tokens[0].ent_type_ not in ("ORG", "WORK_OF_ART", "PERSON") and (
        tokens[0].is_sent_start or not tokens[0].is_title
    )


def _is_word(found: Expression, tokens: Span) -> bool:
    return not (
        tokens[0].is_title
        and tokens.start
        and tokens.doc[tokens.start - 1].pos_ == "PROPN"
        and found.parts["word"] == "today"
    )


_CHECKS: dict[str, Callable[[Expression, Span], bool]] = {
    "month": _is_month,
    "season": _is_season,
    "year": _is_year,
    "quarter": _is_quarter,
    "part": _is_part,
    "duration": _is_duration,
    "bare": _is_bare,
    "reference": _is_reference,
    "set": _is_set,
    "word": _is_word,
}
