"""Rules as data: loaded, matched against comparisons, and tested by their own examples."""
