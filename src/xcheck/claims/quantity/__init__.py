"""How many, how much."""
