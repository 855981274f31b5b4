"""Two sentences that are alike but for a few words: which words stand in the place of which, and whether that matters."""
