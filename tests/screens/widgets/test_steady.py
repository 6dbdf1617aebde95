"""A text that stands there already is not laid out again; one that differs in its style alone is."""

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.visual import VisualType

from screens.widgets.steady import Steady


@pytest.mark.parametrize(
    ("first", "then", "again"),
    [
        ("2 left", "2 left", False),
        ("2 left", "1 left", True),
        (Content("2 left"), Content("2 left"), False),
        (Content("2 left"), Content.styled("2 left", "bold"), True),
        ("2 left", Content("2 left"), True),
    ],
)
def test_only_what_is_new_is_laid_out(first: VisualType, then: VisualType, again: bool) -> None:
    class Shown(App[None]):
        def compose(self) -> ComposeResult:
            yield Steady(first, markup=False)

    async def run() -> bool:
        app = Shown()
        async with app.run_test() as pilot:
            await pilot.pause()
            text = app.query_one(Steady)
            text.update(then)
            assert text.content is (then if again else first)
            return bool(text._layout_required)

    assert asyncio.run(run()) is again
