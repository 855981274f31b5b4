"""That something has happened to a case, for those who have it open."""

from __future__ import annotations

import asyncio


class News:
    """One signal a case, set and replaced each time. Belongs to one event loop."""

    def __init__(self) -> None:
        self._signals: dict[str, asyncio.Event] = {}
        self.over = False

    def of(self, case: str) -> asyncio.Event:
        """Return the signal that is set when something next happens to a case, or the desk closes.

        Ask for it before you read the store: what is written in between sets it.
        """
        return self._signals.setdefault(case, asyncio.Event())

    def tell(self, case: str) -> None:
        """Set a case's signal."""
        if (signal := self._signals.pop(case, None)) is not None:
            signal.set()

    def close(self) -> None:
        """Set every signal for the last time: ``over`` is true from here on."""
        self.over = True
        for case in [*self._signals]:
            self.tell(case)
