"""The records that pass from step to step. They import nothing else of xcheck."""
