"""The rows of Strength, for the mouse."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message

from screens.jump.targets import Target
from screens.widgets.steady import Steady


class ExerciseRow(Steady):
    """One exercise of today; tells when it is clicked."""

    @dataclass
    class Chosen(Message):
        """Row `number` was clicked."""

        number: int

    def __init__(self, number: int) -> None:
        super().__init__(markup=False)
        self.number = number

    def jump_targets(self) -> Iterable[Target]:
        """Its name."""
        yield Target(Offset(0, 0), lambda: self.post_message(self.Chosen(self.number)))

    def on_click(self, event: events.Click) -> None:
        """Tell which row it is."""
        event.stop()
        self.post_message(self.Chosen(self.number))
