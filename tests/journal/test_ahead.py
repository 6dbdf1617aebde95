"""Work that is done in a thread while what came before it is still being worked on."""

from collections.abc import Iterator
from contextlib import closing
from threading import Event, get_ident

import pytest

from journal.ahead import ahead


def test_everything_comes_in_its_order_and_the_next_is_made_meanwhile() -> None:
    begun = [Event() for _ in range(3)]

    def items() -> Iterator[tuple[int, int]]:
        for number, event in enumerate(begun):
            event.set()
            yield number, get_ident()

    given = []
    for number, made_by in ahead(items()):
        given.append(number)
        assert made_by != get_ident()
        assert all(event.wait(5) for event in begun[: number + 2])
    assert given == [0, 1, 2]


def test_a_mistake_comes_where_it_was_made() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("the second")

    taken = ahead(items())
    assert next(taken) == 1
    with pytest.raises(ValueError, match="the second"):
        next(taken)


def test_one_that_is_left_half_way_makes_no_more() -> None:
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    with closing(ahead(items())) as taken:
        next(taken)
    assert len(made) <= 2
