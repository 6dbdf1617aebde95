"""What goes into a report, and what the runner may choose of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Audience = Literal["physio", "coach"]

SECTIONS: Final[Mapping[str, str]] = {
    "where": "Where, and since when",
    "now": "The last 7 days",
    "trend": "Trend",
    "links": "What soreness is followed by",
    "tests": "Tests",
    "done": "Done so far",
    "signs": "Warning signs asked",
    "running": "Running",
    "conditions": "Conditions and medicines",
    "questions": "My questions",
}
"""Every section by its id, in the order in which it is written."""

QUESTIONS: Final = 3
"""So many questions of the runner have room on the page."""

OPT_IN: Final = ("conditions",)
"""Sections that are written only when the runner asks for them by name."""

CHOSEN: Final[Mapping[Audience, tuple[str, ...]]] = {
    "physio": tuple(each for each in SECTIONS if each not in OPT_IN),
    "coach": ("where", "now", "trend", "tests", "running", "questions"),
}
"""The sections a reader gets when the runner does not choose."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the runner asked for. `since` None: the open spell, or 30 days. `sections` are ids of SECTIONS.

    `questions` are the runner's own, at most three; without any the newest notes with the tag "question" are taken.
    """

    audience: Audience = "physio"
    since: date | None = None
    sections: tuple[str, ...] = CHOSEN["physio"]
    questions: tuple[str, ...] = ()
    name: str = ""
