"""One reading of a sentence: subjects, voice, auxiliaries, negation, complements, quotation marks and ages.

Labels are those of ClearNLP, as spaCy's English models give them.
"""
