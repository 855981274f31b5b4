"""A house's archive: articles that were read before, kept in one SQLite file with their claims and sentence vectors."""
