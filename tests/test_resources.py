"""What a process keeps is in one registry, which can be cleared."""

from __future__ import annotations

from xcheck.resources import forget, loaded, memoised


def test_what_is_loaded_is_loaded_once_until_it_is_forgotten() -> None:
    calls: list[str] = []

    @loaded
    def table(name: str) -> list[str]:
        calls.append(name)
        return [name]

    assert table("bays") is table("bays")
    table("coves")
    assert calls == ["bays", "coves"]
    forget()
    table("bays")
    assert calls == ["bays", "coves", "bays"]


def test_a_memoised_function_forgets_what_was_asked_for_longest_ago() -> None:
    calls: list[int] = []

    @memoised(2)
    def double(number: int) -> int:
        calls.append(number)
        return 2 * number

    assert [double(n) for n in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert calls == [1, 2, 3, 2]
    forget()
    double(1)
    assert calls == [1, 2, 3, 2, 1]
