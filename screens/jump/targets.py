"""The places of a screen that can be jumped to, and the letters that stand over them. Pure but for the widgets."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, Protocol, runtime_checkable

from textual.containers import ScrollableContainer
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""What is typed, the home row first."""

Go = Callable[[], Awaitable[Any] | Any]


@dataclass(frozen=True)
class Target:
    """A place: where its letter stands (from the left, from the top of a widget or the screen), how to go there."""

    at: Offset
    go: Go
    letter: str = ""
    """The letter it should have, "" where any will do."""


@runtime_checkable
class HasTargets(Protocol):
    """A widget that names its own places, seen from its own content."""

    def jump_targets(self) -> Iterable[Target]:
        """The places that can be seen now."""


def targets_of(screen: Screen[Any]) -> list[Target]:
    """What can be jumped to on a screen, from top to bottom: what widgets name, and everything that takes the focus."""
    return sorted(_found(screen), key=lambda target: (target.at.y, target.at.x))


def _found(screen: Screen[Any]) -> Iterator[Target]:
    for widget in screen.query(Widget):
        seen = widget.content_region
        if not widget.is_on_screen or not widget.visible or not seen.size or widget is screen:
            continue
        if isinstance(widget, HasTargets):
            named: Iterator[Target] = (
                Target(target.at + seen.offset, target.go, target.letter) for target in widget.jump_targets()
            )
        elif widget.focusable and not isinstance(widget, ScrollableContainer):
            named = iter([Target(seen.offset, widget.focus)])
        else:
            continue
        clip = screen.find_widget(widget).visible_region
        yield from (target for target in named if clip.contains_point(target.at))


def lettered(targets: Iterable[Target]) -> dict[str, Target]:
    """A code for each target: its own letter, else the next that is free; two letters where those are too few."""
    found = list(targets)
    wanted = {target.letter for target in found}
    others = [letter for letter in LETTERS if letter not in wanted]
    many = sum(not target.letter for target in found) > len(others)
    free = ("".join(pair) for pair in product(others, LETTERS)) if many else iter(others)
    taken: dict[str, Target] = {}
    for target in found:
        code = target.letter or next(free, "")
        if code and code not in taken:
            taken[code] = target
    return taken
