"""Names of a document: found, typed, linked to entities, and followed through pronouns and descriptions."""
