"""The configuration: what can be set, where it is written, and the one that is nearest. See docs/configuration.md."""
