"""From a file to a :class:`~xcheck.records.document.Document`: one file a format."""
