"""What can go wrong for a user, each with the exit code that the command line gives it."""

from __future__ import annotations


class XcheckError(Exception):
    """An error that is the user's to mend: its text names the place and the way out."""

    exit_code = 2


class UsageError(XcheckError):
    """The command was called in a way that makes no sense."""


class ConfigurationError(XcheckError):
    """A configuration file or setting is wrong."""


class RuleError(XcheckError):
    """A rule file or lexicon is wrong: the text names file, line and nearest known word."""


class InputError(XcheckError):
    """An input cannot be read, or there is nothing to compare."""

    exit_code = 3


class InternalError(Exception):
    """A mistake of xcheck's own, met in one article, which the text names. It is no ``XcheckError``."""
