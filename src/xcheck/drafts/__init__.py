"""What concerns drafts alone: their support by the sources."""
