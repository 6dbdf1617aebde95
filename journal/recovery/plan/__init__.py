"""What to do today instead of running: strength, low-impact cardio, other exercises with the same aim, adherence.

Pure functions of entries, content, settings and the state of the day; the same input always gives the same plan.
"""

from journal.recovery.plan.adherence import adherence
from journal.recovery.plan.boxes import SetBox, boxes, next_set
from journal.recovery.plan.cardio import cardio_options
from journal.recovery.plan.progress import stop_above
from journal.recovery.plan.sessions import last_time
from journal.recovery.plan.strength import strength_plan
from journal.recovery.plan.swap import Want, stand_ins, swap

__all__ = [
    "SetBox",
    "Want",
    "adherence",
    "boxes",
    "cardio_options",
    "last_time",
    "next_set",
    "stand_ins",
    "stop_above",
    "strength_plan",
    "swap",
]
