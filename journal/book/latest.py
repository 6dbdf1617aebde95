"""An answer that is worked out once for several who ask the same."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """The answer to the last question, given again for as long as exactly the same is asked; from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[object, T] | None = None

    def get(self, question: object, answer: Callable[[], T]) -> T:
        """The answer kept for `question`, or what `answer` gives, which others who ask wait for.

        `question` holds everything that the answer depends on. Raises what `answer` raises, and keeps nothing then.
        """
        with self._lock:
            if self._kept is None or self._kept[0] != question:
                self._kept = None  # What is large goes before its successor comes.
                self._kept = question, answer()
            return self._kept[1]
