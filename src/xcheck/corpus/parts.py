"""The connected parts of a graph that is too large to draw and small enough to hold: its edges come one by one."""

from __future__ import annotations

from collections.abc import Iterable


def parts(edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each end of an edge the first of all that it hangs together with, by name (Galler and Fischer 1964)."""
    above: dict[str, str] = {}

    def first(name: str) -> str:
        top = name
        while (higher := above.setdefault(top, top)) != top:
            top = higher
        while above[name] != top:  # so that the next way is short
            above[name], name = top, above[name]
        return top

    for one, other in edges:
        low, high = sorted((first(one), first(other)))
        above[high] = low
    return {name: first(name) for name in [*above]}
