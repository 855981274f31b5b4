"""What a draft says against its source: one file a slot in which a draft is held to more than a peer is."""
