"""The words of the language itself, apart from the content: sides, measures, what kind of entry, days."""

from datetime import time

from journal.quick.items import Back, DayWord, Now, Weekday

HEADS = {
    "function": ("function", "f"),
    "massage": ("massage", "massaged", "self massage"),
    "run": ("run", "ran", "running", "jog", "jogged"),
    "test": ("test", "tested"),
    "flare": ("flare", "flare up", "flareup", "flared", "flared up", "relapse", "relapsed", "episode"),
    "well": ("well again", "well"),
}
"""The words that say which kind of entry it is. `note` and `comment` are read before all others."""

TEN = "x"
"""10, in one key."""

FILLER = "filler"
"""Small words that change nothing."""

OTHERS = {
    "left": ("left", "l"),
    "right": ("right", "r"),
    "both": ("both", "both sides", "both legs"),
    TEN: ("x",),
    "soreness": ("soreness", "sore"),
    "tightness": ("tightness", "tight", "stiff", "stiffness"),
    "pain": ("pain", "painful", "hurts", "hurt"),
    "none": ("none",),
    "no": ("no",),
    "yes": ("yes",),
    "some": ("some", "done"),
    "limp": ("limp", "limping", "limped", "with a limp"),
    "no limp": ("no limp", "no limping", "without limp", "without a limp", "not limping"),
    "stage": ("stage",),
    "rpe": ("rpe", "effort"),
    "rest": ("rest",),
    "sudden": ("sudden", "suddenly"),
    "gradual": ("gradual", "gradually"),
    "ended": ("ended",),
    "before": ("before",),
    "after": ("after",),
    FILLER: ("at", "on", "in", "of", "for", "with", "a", "an", "the", "my", "was", "since", "began", "started"),
}

KEYS: dict[str, str] = {word: key for table in (HEADS, OTHERS) for key, words in table.items() for word in words}
"""Every phrase of the language to its key."""

SIDES = ("left", "right")
MEASURES = ("soreness", "tightness", "pain")

_WEEKDAYS = (
    ("mon", "monday"),
    ("tue", "tues", "tuesday"),
    ("wed", "weds", "wednesday"),
    ("thu", "thur", "thurs", "thursday"),
    ("fri", "friday"),
    ("sat", "saturday"),
    ("sun", "sunday"),
)

DAYS: dict[str, DayWord] = {
    "now": Now(),
    "today": Back(0),
    "yesterday": Back(1),
    "last night": Back(1),
    "yesterday night": Back(1),
    "day before yesterday": Back(2),
    "a week ago": Back(7),
    **{word: Weekday(index) for index, words in enumerate(_WEEKDAYS) for word in words},
    **{f"last {word}": Weekday(index, last=True) for index, words in enumerate(_WEEKDAYS) for word in words},
}
"""Every phrase for a day."""

WALLS = {"noon": time(12), "midnight": time(0), "sometime": None}
"""Every word for a clock time; None for one that is not known."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember")
MONTH = "|".join(f"{short}(?:{rest})?" if rest else short for short, rest in zip(MONTHS, _LONG, strict=True)) + "|sept"
"""A month, short or long, as a regular expression."""

NOT_YET = ("tomorrow", "tonight")
"""Words for what has not happened yet."""
