"""Which articles tell one story, judged by their text alone: nothing is parsed, and never all pairs are looked at."""
