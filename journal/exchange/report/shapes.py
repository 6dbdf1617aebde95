"""What a report is made of, whoever writes it down: sections of lines, each with a mark that a comment can name."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.chart.model import TrendModel
from journal.dates import STANDARD
from journal.report_choice import SECTIONS, Audience

NO_DIAGNOSIS: Final = "Self-recorded; not a diagnosis."

HOW_TO_REPLY: Final = (
    "Write what you think below, under any line, or as a reply by mail: a paragraph a comment. Begin one with a mark "
    "such as (e:1a2b3c4d), (stage 2) or (exercise:wall_sit) when it is about that line. A limit stands on a line "
    "of its own, such as: max_run_min 15 until 2026-12-31. There are max_run_min N, hold_stage N, no_downhill, "
    "no_speed, exercise_off ID, exercise_on ID (ends your own off), dose_set massage N (a day), dose_set ID N (sets). "
    "The runner approves each one first; no comment takes back a warning sign."
)


HOW_TO_ANSWER: Final = (
    "Answer by mail: a paragraph a comment, with its mark before it, such as (e:1a2b3c4d) or (stage 2). A limit stands "
    "on a line of its own: max_run_min 15 until 2026-12-31. The runner approves each one first; none takes back a "
    "warning sign."
)
"""As HOW_TO_REPLY, on paper."""


@dataclass(frozen=True)
class Item:
    """A line; `mark` is what a comment names it by ("e:1a2b3c4d", "stage 2"), "" for a line that has none."""

    text: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section with its lines; that of the trend also has the picture."""

    id: str
    items: tuple[Item, ...] = ()
    picture: TrendModel | None = None

    @property
    def title(self) -> str:
        """Its heading."""
        return SECTIONS[self.id]


@dataclass(frozen=True, kw_only=True)
class Report:
    """One page about the days since..day, which are written in `date_format`."""

    audience: Audience
    name: str
    since: date
    day: date
    sections: tuple[Section, ...]
    date_format: str = STANDARD


def mark(entry_id: str) -> str:
    """What stands for an entry: the last eight letters of its id."""
    return f"e:{entry_id[-8:]}"
