"""Where the article itself goes beyond reported events."""
