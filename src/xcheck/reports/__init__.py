"""One renderer a file: each turns a report into text."""
