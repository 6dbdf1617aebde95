"""What the door does not take: a massage that was not to be done, and a second sore spell where one is open."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from journal.catalogue.shapes import Catalogue
from journal.clock import journal_day
from journal.model import Entry, Episode, Massage, Rating
from journal.recovery.checks import imported, known_from
from journal.recovery.dosing import presses
from journal.recovery.gate import gate_due
from journal.recovery.safety import blocks, open_signs
from journal.recovery.shapes import GateDue
from journal.recovery.text import short
from journal.settings import Settings
from journal.tell import site_name


def due_after(
    recorded: Sequence[Entry], entries: Sequence[Entry], catalogue: Catalogue, settings: Settings, now: datetime
) -> GateDue | None:
    """The calf questions, when what was just `recorded` today is what they are for; None when they can wait.

    A massage that was done is taken, for it is what happened; but it answers nothing, and the next one waits.
    `entries` are all up to today, with `recorded` among them.
    """
    fresh = [each for each in recorded if each.day == journal_day(now)]
    massaged = any(isinstance(each, Massage) and presses(each, catalogue) for each in fresh)
    sore = any(isinstance(each, Episode) or (isinstance(each, Rating) and each.score) for each in fresh)
    if not (massaged or sore):
        return None
    due = gate_due(entries, catalogue, settings, now)
    return due if due is not None and (massaged or due.at_once) else None


def overlap(episode: Episode, others: Iterable[Entry], catalogue: Catalogue, settings: Settings) -> str | None:
    """Why `episode` is not recorded beside `others`, in one line; None: it is.

    A place has one sore spell at a time: a flare-up within it belongs to it. What was imported is history.
    """
    if imported(episode):
        return None
    for each in others:
        if (
            isinstance(each, Episode)
            and (not each.id or each.id != episode.id)
            and (each.site, each.side) == (episode.site, episode.side)
            and (each.ended_on is None or each.ended_on > episode.day)
            and (episode.ended_on is None or episode.ended_on > each.day)
        ):
            return _one_at_a_time(each, catalogue, settings)
    return None


def _one_at_a_time(standing: Episode, catalogue: Catalogue, settings: Settings) -> str:
    where, since = site_name(standing.site, standing.side, catalogue), short(standing.day, settings)
    if standing.ended_on is None:
        return f"a sore spell is open since {since}: {where}. Rate it (5), or end it first (well again)"
    return f"a sore spell is there already, from {since} to {short(standing.ended_on, settings)}: {where}"


def refusal(massage: Massage, entries: Sequence[Entry], catalogue: Catalogue, settings: Settings) -> str | None:
    """Why `massage` is not recorded, in one line; None: it is. `entries` are those up to its day.

    A place that is never pressed, and any place while a warning sign raised before forbids it; a massage that ended in
    the second in which its sign was raised was ended by it. What was imported is history, and what presses nothing (a
    stretch, heat, cold) is taken anyhow.
    """
    if imported(massage) or not presses(massage, catalogue):
        return None
    site = catalogue.sites.get(massage.site)
    if site is not None and site.massage == "no":
        return f"{site.name} is never massaged: {site.note or 'no muscle belly lies there'}"
    known = [each for each in entries if known_from(each) < massage.at]
    for sign in open_signs(known, catalogue, settings, massage.at):
        why = blocks((sign,), massage.site, massage.side).massage
        if why is not None:
            return f"{why}. {sign.text}"
    return None
