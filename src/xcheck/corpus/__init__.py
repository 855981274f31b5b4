"""Corpora larger than one machine: a dataframe program from whatever holds articles to tables and an index of stories.

Nothing here is imported by ``run`` and ``check``; what it needs besides comes with the extra ``corpus``.
"""
