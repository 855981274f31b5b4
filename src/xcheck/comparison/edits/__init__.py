"""Two sentences that are alike but for a few words: which words replace which, and whether that matters."""
