"""The parser, sentences, words and word lists. spaCy lives here and in the packages that read a parse."""
