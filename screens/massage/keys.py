"""The keys of Massage, and what the screen has to be at for each to mean something."""

from typing import Literal

from screens.commands import SIGNS, Command

Mode = Literal["choose", "before", "run", "after"]

WHEN: dict[str, tuple[Mode, ...]] = {
    "start": ("choose",),
    "record_only": ("choose",),
    "conditions": ("choose",),
    "pause": ("run",),
    "skip": ("run",),
    "stop": ("run",),
    "tingling": ("run",),
    "score_first": ("before", "after"),
    "no_score": ("before", "after"),
    "not_yet": ("before",),
    "drop": ("after",),
}
"""In which mode an action can be used."""

HERE = (
    Command(id="start", keys="enter,space", action="start", label="Start", help="Start a massage", footer=True),
    Command(
        id="record-only",
        keys="o",
        action="record_only",
        label="Record one",
        help="Record a massage that is done already",
        footer=True,
    ),
    Command(
        id="no-score",
        keys="enter",
        action="no_score",
        label="Without a score",
        help="Go on without a score",
        footer=True,
    ),
    Command(id="not-yet", keys="escape,backspace", action="not_yet", label="Not now", help="Do not start it"),
    Command(
        id="drop",
        keys="backspace,delete",
        action="drop",
        label="Don't record",
        help="Leave this massage out of the journal",
        footer=True,
    ),
    Command(
        id="pause",
        keys="space,enter",
        action="pause",
        label="Pause",
        help="Pause the timer, or go on",
        shown_key="space",
        footer=True,
    ),
    Command(id="skip", keys="n", action="skip", label="Next", help="Go to the next step", footer=True),
    Command(
        id="score-first",
        keys="n",
        action="score_first",
        label="Score first",
        help="Nothing else is asked before you said how it is",
    ),
    Command(
        id="stop",
        keys="escape,backspace",
        action="stop",
        label="Stop",
        help="Stop here; what was done can be recorded",
        shown_key="esc",
        footer=True,
    ),
    Command(
        id="tingling",
        keys="T",
        action="tingling",
        label="It tingles",
        help="Stop: it tingles or shoots. The place is left alone for some days",
        footer=True,
    ),
    Command(
        id="conditions",
        keys="c",
        action="conditions",
        label="Health",
        help="Answer the questions about your health again",
    ),
    Command(id="sources", keys="i", action="sources", label="Sources", help="Where the technique comes from"),
    SIGNS,
)
