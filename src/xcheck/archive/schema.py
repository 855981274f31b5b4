"""The tables of an archive.

``article`` is narrow, so that lists and filters read little; what is heavy lies beside it. A paragraph of an article
has the row ``article << 16 | position`` in the index of words, so that no table need say which article it stands in.
"""

from __future__ import annotations

FILE = "archive.sqlite"  # in the folder that the user names
APPLICATION = 0x58434B41  # "XCKA": what tells an archive from any other SQLite file
VERSION = 2
SHIFT = 16  # bits of a row of the index that count the paragraphs of one article

TABLES = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    title TEXT,
    outlet TEXT,
    published TEXT,
    claims INTEGER NOT NULL,
    reader TEXT NOT NULL
);
CREATE INDEX article_published ON article (published);
CREATE TABLE content (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    seal TEXT NOT NULL,
    document BLOB NOT NULL,
    claims BLOB NOT NULL
);
CREATE TABLE vectors (article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, exact BLOB NOT NULL);
CREATE TABLE signs (article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, bits BLOB NOT NULL);
CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE mention (
    entity INTEGER NOT NULL REFERENCES entity,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX mention_article ON mention (article);
CREATE VIRTUAL TABLE words USING fts5 (terms, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'");
"""

# What makes an archive of an older format one of the next, by the format that it has.
MIGRATIONS = {1: "DROP TABLE vocabulary"}
