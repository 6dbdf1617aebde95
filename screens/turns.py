"""Keys that come faster than what they are meant for is shown: each waits for its turn."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")


class Turns:
    """Does things one after the other, each when what is shown is what the one before it left.

    `ready` says whether it is, `again` shows it anew. `begun` counts what was begun, `settled` what has ended.
    """

    def __init__(self, ready: Callable[[], bool], again: Callable[[], None]) -> None:
        self.begun = self.settled = 0
        self._ready = ready
        self._again = again
        self._waiting: list[Callable[[], Any]] = []

    def do(self, action: Callable[[], Any]) -> None:
        """Do it now, or when its turn has come."""
        self._waiting.append(action)
        if len(self._waiting) == 1:
            self.go_on()

    def go_on(self) -> None:
        """Do what can be done now."""
        while self._waiting and self._ready():
            self._waiting.pop(0)()

    @property
    def waiting(self) -> bool:
        """True while something waits for its turn."""
        return bool(self._waiting)

    def begin(self) -> None:
        """Something begins that changes what is to be shown."""
        self.begun += 1

    def settle(self) -> None:
        """It has ended, well or not."""
        self.settled += 1
        self._again()


class HasTurns(Protocol):
    """Something with turns."""

    turns: Turns


OwnerT = TypeVar("OwnerT", bound=HasTurns)


def in_turn(method: Callable[Concatenate[OwnerT, P], None]) -> Callable[Concatenate[OwnerT, P], None]:
    """The method, done when its turn has come."""

    @wraps(method)
    def wrapped(self: OwnerT, /, *args: P.args, **kwargs: P.kwargs) -> None:
        self.turns.do(partial(method, self, *args, **kwargs))

    return wrapped
