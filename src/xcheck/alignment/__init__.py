"""Which claims of two documents speak of one thing: candidates, features, matching."""
