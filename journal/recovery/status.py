"""Where everything stands on a day: the rules of every room, put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from journal.catalogue.shapes import Catalogue, Phase
from journal.model import Entry, Episode, Function, Rating
from journal.recovery.shapes import (
    Blocks,
    EpisodeStatus,
    MassageDay,
    OpenSign,
    StrengthPlan,
)
from journal.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Status:
    """One day of the journal. `sentence` says it all; `function` is the day's last entry, None when not asked."""

    day: date
    sentence: str
    episodes: tuple[EpisodeStatus, ...]
    ratings: tuple[Rating, ...]
    function: Function | None
    strength: StrengthPlan
    massage: MassageDay
    signs: tuple[OpenSign, ...]
    blocks: Blocks
    phase: Phase

    @property
    def strictest(self) -> EpisodeStatus | None:
        """The open episode that rules the day."""
        return max(self.episodes, key=lambda each: each.rest.days_left, default=None)
