"""Why a line could not be read."""

from journal.errors import JournalError
from journal.quick.items import Item
from journal.visible import visible

SHOWN_MOST = 40
"""The most characters of a word that an answer repeats."""

PART_MOST = 200
"""The most characters of each of the three parts of an answer."""


class NotUnderstood(JournalError, ValueError):
    """A line that was not read. Nothing of it is recorded.

    The message is one line: `problem` (what was not understood), `understood` (what was), `instead` (the nearest thing
    that would work).
    """

    def __init__(self, problem: str, understood: str, instead: str) -> None:
        self.problem, self.understood, self.instead = (_cut(visible(part)) for part in (problem, understood, instead))
        super().__init__(f"{self.problem} · understood: {self.understood or 'nothing yet'} · try: {self.instead}")


class Refusal(Exception):
    """A reader's no: the `problem`, what would work `instead`, and the `item` it is about, None for the whole."""

    def __init__(self, problem: str, instead: str, item: Item | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.instead = instead
        self.item = item


def quoted(text: str) -> str:
    """What was typed, in quotation marks, cut short."""
    return f"“{_cut(text, SHOWN_MOST)}”"


def _cut(text: str, most: int = PART_MOST) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
