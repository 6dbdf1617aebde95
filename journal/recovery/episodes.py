"""Where one open episode stands: rest, phase, and the way back, put together."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.catalogue.shapes import Catalogue
from journal.model import Entry, Episode, Rating, Run, Side
from journal.recovery.advice import advise, ladder_on
from journal.recovery.countdown import count_down
from journal.recovery.course import follow
from journal.recovery.gate_tests import gates
from journal.recovery.limits import hold_back, limits_on
from journal.recovery.phases import phase_of
from journal.recovery.shapes import EpisodeStatus, OpenSign
from journal.recovery.stages import FULL
from journal.settings import Settings


def episode_status(
    episode: Episode,
    entries: Sequence[Entry],
    catalogue: Catalogue,
    settings: Settings,
    signs: Sequence[OpenSign],
    today: date,
) -> EpisodeStatus:
    """The standing of `episode` on `today`, from entries in any order; `signs` are the warning signs open then."""
    course = follow(episode, entries, settings, today)
    rest = count_down(course, settings, signs)
    tests = gates(course.leg, catalogue, settings)
    ladder = ladder_on(course, rest, catalogue, settings)
    phase, why = phase_of(course, entries, catalogue, settings, signs)
    return EpisodeStatus(
        episode=episode,
        day=(today - episode.day).days + 1,
        phase=phase,
        phase_why=why,
        rest=rest,
        run=hold_back(advise(course, rest, tests, ladder, catalogue, settings), limits_on(entries, settings, today)),
        offer_to_close=len(course.good) >= settings.close_after and not signs,
        recurrence=ladder.came_back or _came_back(episode, entries, settings),
    )


def open_episodes(entries: Sequence[Entry], today: date) -> tuple[Episode, ...]:
    """The episodes open on `today`, the oldest first. The day an episode ends on is no longer one of it."""
    found = (each for each in entries if isinstance(each, Episode) and each.day <= today)
    still = (each for each in found if each.ended_on is None or each.ended_on > today)
    return tuple(sorted(still, key=lambda each: (each.at, each.id)))


def sorest(entries: Sequence[Entry]) -> tuple[str, Side] | None:
    """The place with the highest rating above 0, the latest of equals; None when nothing is sore."""
    felt = [each for each in entries if isinstance(each, Rating) and each.score]
    worst = max(felt, key=lambda each: (each.score, each.at, each.id), default=None)
    return (worst.site, worst.side) if worst is not None else None


def _came_back(episode: Episode, entries: Sequence[Entry], settings: Settings) -> bool:
    """True when an earlier episode of the same site had reached full running shortly before this one began."""
    since = episode.day - timedelta(days=settings.recurrence_days)
    earlier = any(
        isinstance(each, Episode) and (each.site, each.side) == (episode.site, episode.side) and each.at < episode.at
        for each in entries
    )
    return earlier and any(
        isinstance(each, Run) and (each.stage or 0) >= FULL and since <= each.day and each.at <= episode.at
        for each in entries
    )
