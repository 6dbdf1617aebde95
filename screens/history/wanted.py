"""What of the journal History shows: a kind, a place, a tag, words, and from which month back."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from journal.book import Journal
from journal.model import KINDS, SIDES
from screens.settings.choosing import Choice

ALL = ""
"""The choice that leaves nothing out."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Every part that is not empty has to hold. `place` is "site" or "site/side", `until` the last day shown."""

    words: str = ""
    kind: str = ""
    place: str = ""
    tag: str = ""
    until: date | None = None

    @property
    def filters(self) -> dict[str, Any]:
        """As the door asks for them."""
        site, _, side = self.place.partition("/")
        return {
            "kinds": (self.kind,) if self.kind else None,
            "site": site or None,
            "side": side or None,
            "tag": self.tag or None,
            "text": self.words or None,
        }

    @property
    def is_all(self) -> bool:
        """True when nothing is left out."""
        return self == Wanted(until=self.until)

    def told(self, journal: Journal) -> str:
        """ "massage, left upper outer calf, #drive, “motorway”"; "all entries" when nothing is left out."""
        site, _, side = self.place.partition("/")
        parts = (
            kind_words(self.kind) if self.kind else "",
            journal.site_name(site, side or None) if site else "",
            f"#{self.tag}" if self.tag else "",
            f"“{self.words}”" if self.words else "",
        )
        return ", ".join(part for part in parts if part) or "all entries"


def kind_words(kind: str) -> str:
    """ "gate test"."""
    return kind.replace("_", " ")


def kinds() -> list[Choice]:
    """The kinds to choose from."""
    return [Choice(ALL, "all kinds"), *(Choice(each, kind_words(each)) for each in KINDS)]


def places(journal: Journal) -> list[Choice]:
    """The places to choose from, the tracked ones first."""
    tracked = [f"{each.site}/{each.side}" for each in journal.settings.tracked]
    every = [f"{site}/{side}" for site in journal.catalogue.sites for side in SIDES]
    found = [(place, *place.split("/")) for place in dict.fromkeys((*tracked, *every))]
    return [Choice(ALL, "all places"), *(Choice(place, journal.site_name(site, side)) for place, site, side in found)]


def tags(journal: Journal) -> list[Choice]:
    """The tags there are, the most used first."""
    return [Choice(ALL, "all tags"), *(Choice(tag, f"#{tag}  {number:,}") for tag, number in journal.tags())]


def last_day(month: str) -> date:
    """The last day of "YYYY-MM"."""
    first = date.fromisoformat(f"{month}-01")
    return (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
