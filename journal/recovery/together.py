"""Several open sore spells at once: the strictest one rules the day, and running is one advice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal.catalogue.shapes import Catalogue
from journal.recovery.shapes import EpisodeStatus, RunAdvice
from journal.recovery.text import when
from journal.settings import Settings
from journal.tell import site_name

Strictness = tuple[int, bool, date, int]


def strictness(each: EpisodeStatus) -> Strictness:
    """What is compared: days left, whether it rests, the first day a run may come, how low its stage is."""
    run = each.run
    return each.rest.days_left, run.stage is None, run.earliest or date.max, -(run.stage or 0)


def strictest(episodes: Sequence[EpisodeStatus]) -> EpisodeStatus | None:
    """The open episode that rules the day, None without one."""
    return max(episodes, key=strictness, default=None)


def one_advice(
    episodes: Sequence[EpisodeStatus], catalogue: Catalogue, settings: Settings, today: date
) -> RunAdvice | None:
    """What running means with these episodes open, None without one.

    No stage while any of them rests; else the lowest stage of them, not before the latest of their days.
    """
    ruler = strictest(episodes)
    if ruler is None or len(episodes) == 1:
        return ruler.run if ruler else None
    stages = [each.run.stage for each in episodes]
    days = [each.run.earliest for each in episodes if each.run.earliest is not None]
    earliest = max(days, default=None)
    sources = tuple(dict.fromkeys(source for each in episodes for source in each.run.sources))
    if None in stages:
        text = f"{ruler.run.text}. The {_name(ruler, catalogue)} rules, the strictest of {len(episodes)}"
        return replace(ruler.run, stage=None, earliest=earliest, text=text, sources=sources)
    lowest = min(episodes, key=lambda each: (each.run.stage or 0, each.run.earliest != earliest))
    text = f"{lowest.run.text}. The {_name(lowest, catalogue)} rules, the strictest of {len(episodes)}"
    if lowest.run.earliest != earliest and earliest is not None:
        later = next(each for each in episodes if each.run.earliest == earliest)
        text = (
            f"next: stage {lowest.run.stage} {when(earliest, today, settings)}, because the {_name(lowest, catalogue)} "
            f"is at that stage and the {_name(later, catalogue)} has no run before"
        )
        text = "; ".join((text, *lowest.run.limits))
    return replace(lowest.run, earliest=earliest, text=text, sources=sources)


def _name(each: EpisodeStatus, catalogue: Catalogue) -> str:
    return site_name(each.episode.site, each.episode.side, catalogue)
