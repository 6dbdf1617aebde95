"""Lines that go on beneath their own words, so that the signs before them stand alone."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size

from screens.widgets.steady import Steady

LEAST = 8
"""The cells that words get at least, however narrow it is."""


class Hung(NamedTuple):
    """`before` is a sign with its blanks; `words` go on beneath themselves where they need a second line."""

    before: Content
    words: Content


def plain(words: Content | str) -> Hung:
    """A line without a sign."""
    return Hung(Content(), words if isinstance(words, Content) else Content(words))


def laid(lines: Iterable[Hung], width: int) -> Iterator[Content]:
    """The rows of `lines`, at most `width` cells each."""
    for before, words in lines:
        first, *more = words.wrap(max(LEAST, width - before.cell_length))
        yield before + first.rstrip()
        for line in more:
            yield Content(" " * before.cell_length) + line.rstrip()


class HangingLines(Steady):
    """Shows such lines in the width there is."""

    def __init__(self, lines: Iterable[Hung] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        self._lines = tuple(lines)
        super().__init__(_joined(self._lines), id=id, classes=classes)

    def hang(self, lines: Iterable[Hung]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self.update(_joined(self._lines))

    def render(self) -> Content:
        """The rows."""
        return Content("\n").join(laid(self._lines, self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many rows they take in `width`."""
        return sum(1 for _ in laid(self._lines, width))


def _joined(lines: Iterable[Hung]) -> Content:
    return Content("\n").join(before + words for before, words in lines)
