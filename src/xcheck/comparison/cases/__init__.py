"""From compared claims to the cases that rules look at."""
