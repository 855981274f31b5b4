"""What "the same" means for each slot: one file a slot, named as the slot."""
