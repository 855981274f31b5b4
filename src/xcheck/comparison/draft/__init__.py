"""What is compared only where a draft is checked against its sources."""
