"""What the desk keeps: cases, versions, decisions, notes and exports, in one SQLite file, with no web."""
