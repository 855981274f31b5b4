"""What comes out when two claims are held against each other: one file a slot, and the gates."""
