"""When the sets are fewer: every fourth week, and after a flare-up. Common coaching practice, no study."""

from datetime import date, timedelta

from journal.model import Episode
from journal.recovery.plan.known import Known

WEEKS_FROM = date(2024, 1, 1)
"""A Monday; weeks are counted from it while there never was an episode."""


def lighter_because(known: Known) -> str | None:
    """Why today's plan has fewer sets, in words; None when it has not.

    Weeks are counted from the day the latest episode began. A lighter week needs strength in every week before it
    since the last one: there is nothing to recover from otherwise.
    """
    settings = known.settings
    if known.flares and known.ago(known.flares[-1]) <= settings.deload_days_after_flare:
        return "fewer sets after the flare-up"
    first = max((each.day for each in known.entries if isinstance(each, Episode)), default=WEEKS_FROM)
    week, weekday = divmod(known.ago(first), 7)
    if (week + 1) % settings.deload_week:
        return None
    begins = known.today - timedelta(days=weekday)
    trained = {(begins - each.day - timedelta(days=1)).days // 7 for each in known.sessions if each.day < begins}
    return f"fewer sets: week {week + 1} is a lighter one" if trained >= set(range(settings.deload_week - 1)) else None
