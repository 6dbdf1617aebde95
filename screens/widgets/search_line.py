"""The line of a screen in which is typed what to look for."""

from typing import ClassVar

from textual.binding import Binding
from textual.widgets import Input


class SearchLine(Input):
    """Finds as it is typed. Made with its screen, not composed by it: it takes keys before the screen is composed."""

    BINDINGS: ClassVar = [Binding("enter", "submit", "Go to what was found", id="to-what-was-found")]

    def __init__(self, placeholder: str, name: str) -> None:
        """`placeholder` says what can be found; `name` is the id."""
        super().__init__(placeholder=placeholder, id=name, compact=True)
