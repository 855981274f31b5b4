"""The desk: xcheck in a browser. ``store`` keeps the work, ``work`` reads and compares, ``web`` shows it."""
