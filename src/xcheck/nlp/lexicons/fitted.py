"""Fitted models and what is tuned with them: alignment, stories, verdict, support, archive."""

from __future__ import annotations

from collections.abc import Mapping

from xcheck.nlp.lexicons.base import Entry, Lexicon, Logistic, Words


class Read(Entry):
    """The pairs that the judge reads."""

    floor: float
    most: int


class Quotation(Entry):
    """From which likeness on two quotations are one."""

    words: int
    ratio: int


class TwoEvents(Entry):
    """Which articles are about two events."""

    sentences: int
    likely: float
    share: float
    names: int


class Prior(Entry):
    """What is known of a likeness before two articles are seen."""

    mean: float
    spread: float


class Features(Entry):
    """How the features are measured in two short articles."""

    few: int
    unseen_sentences: int
    prior_pairs: int
    vector: Prior
    context: Prior
    lexical: Prior


class AlignmentModel(Lexicon):
    """Which sentences of two articles speak of one thing."""

    floor: float
    most: int
    read: Read
    blocking_keys: int
    weights: Mapping[str, float]
    bias: float
    features: Features
    quote: Quotation
    copy_words: int
    story_most: int
    two_events: TwoEvents


class Background(Entry):
    """The unseen articles that are added to those at hand."""

    documents: int
    words: int
    unknown: int
    pair: int
    figure: float
    digit: float


class Sight(Entry):
    """What of an article is compared, and how much it counts."""

    least: float
    names: int
    keys: int
    named: float
    ahead: float


class Blocking(Entry):
    """How many articles are compared with each other."""

    shelf: int
    most: int


class Linking(Entry):
    """When articles are put into one story."""

    floor: float
    unmet: float


class StoriesModel(Lexicon):
    """Which articles tell one story."""

    background: Background
    view: Sight
    blocking: Blocking
    linking: Linking
    short: int
    weights: Mapping[str, float]
    bias: float


class Told(Entry):
    """From which probabilities on a source says what a draft says, or part of it."""

    yes: float
    part: float


class Voices(Entry):
    """Two models of the writer's own voice: for sentences that the judge has read, and others."""

    with_judge: Logistic
    without_judge: Logistic


class Outcomes(Entry):
    """A multinomial logistic model."""

    same: Logistic
    differ: Logistic
    other: Logistic


class Verdicts(Entry):
    """Two models of how two sentences stand to each other: for pairs that the judge has read, and others."""

    with_judge: Outcomes
    without_judge: Outcomes


class VerdictModel(Lexicon):
    """How two sentences stand to each other, and from which probability on something is said of them."""

    one: float
    same: float
    doubt: float
    differ: float
    few_sentences: int
    differ_in_articles: float
    differ_in_draft: float
    borne_out: float
    heard: float
    told: Told
    voice: Voices
    peers: Verdicts
    check: Verdicts


class Neighbours(Entry):
    """What it is worth to find a neighbouring word."""

    content: float
    function: float


class SupportModel(Lexicon):
    """How far a draft's claims are borne out by their sources."""

    passages: int
    longest: int
    window: int
    weights: Neighbours
    nearness: float
    shift: float
    negation: int
    model: Mapping[str, float]
    foot: float
    contradicting: Words
    related: tuple[float, float]
    supported: float
    worst: float
    function: Words
    negators: Words


class ArchiveModel(Lexicon):
    """How stored articles are found that speak of what a draft says."""

    common: int
    terms: int
    sharing: int
    near: int
    days: int
    floor: float
    weights: Mapping[str, float]
