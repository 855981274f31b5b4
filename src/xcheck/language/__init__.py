"""The parser and what the claims need of it. spaCy objects live here and in ``claims`` only."""
