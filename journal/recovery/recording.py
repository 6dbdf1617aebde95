"""What the door does not take: a massage that could not have been right to do when it was done."""

from collections.abc import Sequence

from journal.catalogue.shapes import Catalogue
from journal.model import Entry, Massage
from journal.recovery.checks import imported, known_from
from journal.recovery.dosing import presses
from journal.recovery.safety import blocks, open_signs
from journal.settings import Settings


def refusal(massage: Massage, entries: Sequence[Entry], catalogue: Catalogue, settings: Settings) -> str | None:
    """Why `massage` is not recorded, in one line; None: it is. `entries` are those up to its day.

    A place that is never pressed, and any place while a warning sign raised before forbids it. What was imported is
    history, and what presses nothing (a stretch, heat, cold) is taken anyhow.
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
