"""The word lists are read when the tests are collected: each mutant runs in a fork of a process that has them."""

from __future__ import annotations

from xcheck.nlp.lexicons.load import lexicon, models

for model in models():
    lexicon(model)
