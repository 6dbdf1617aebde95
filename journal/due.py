"""What is due today, for a reminder from outside the app."""

from journal.catalogue import Catalogue
from journal.glancing import label_of, tracked_on
from journal.plural import count
from journal.recovery.status import Status
from journal.settings import Settings


def due(status: Status, catalogue: Catalogue, settings: Settings) -> tuple[str, ...]:
    """What is still to do on the day of `status`, a line each, the most urgent first; empty when nothing is."""
    return tuple(
        each
        for each in (
            *(f"warning sign open: {sign.short}" for sign in status.signs),
            f"{count(status.waiting, 'comment')} to approve or reject" if status.waiting else "",
            _check_in(status, catalogue, settings),
            "function: how much of normal" if status.episodes and status.function is None else "",
            _massage(status),
            _strength(status),
        )
        if each
    )


def _check_in(status: Status, catalogue: Catalogue, settings: Settings) -> str:
    rated = {(rating.site, rating.side, rating.measure) for rating in status.ratings}
    missing = [each for each in tracked_on(status, settings) if (each.site, each.side, each.measure) not in rated]
    return f"check-in: {', '.join(label_of(each, catalogue) for each in missing)}" if missing else ""


def _massage(status: Status) -> str:
    massage = status.massage
    if status.blocks.massage is not None:
        return f"no massage: {status.blocks.massage}"
    if massage.gate is not None:
        return "massage: the calf questions come first"
    if massage.blocked_by or massage.done >= massage.goal:
        return ""
    return f"massage: {massage.done} of {massage.goal} done"


def _strength(status: Status) -> str:
    left = [each for each in status.strength.planned if each.exercise not in status.trained]
    return f"strength: {count(len(left), 'exercise')} to do" if left and not status.strength.blocked_by else ""
