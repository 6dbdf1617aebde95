"""Scores, sites and days in words: what a map or a chart says to those who do not see its colours."""

from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.catalogue.shapes import Site
    from journal.model import Side

ANCHORS = (
    "none",
    "just there",
    "light",
    "noticeable",
    "clear",
    "moderate",
    "quite strong",
    "strong",
    "very strong",
    "intense",
    "worst imaginable",
)
"""A word for each score 0-10: an app default that helps to rate alike from day to day, no part of the scale."""

UNRATED = "·"
BREAK = "↵"
"""A line break, where a text stands on one line; the next signs after it where the text has that one itself."""
LONG_MEASURE = " tightness"
SHORT_MEASURE = 9
"""The cells that a place and a measure need to be told at all: "R c… tight"."""


def fitted(label: str, cells: int) -> str:
    """ "left calf, outer" as "L calf, outer" where the whole has no room; what is still too long ends in "…".

    A measure stays, as "tight": it tells the row from that of the soreness.
    """
    if len(label) > cells:
        side, _, place = label.partition(" ")
        label = f"{side[:1].upper()} {place}" if side in ("left", "right") else label
    if len(label) > cells > SHORT_MEASURE and label.endswith(LONG_MEASURE):
        return fitted(label.removesuffix(LONG_MEASURE), cells - len(" tight")) + " tight"
    return label if len(label) <= cells else f"{label[: max(0, cells - 1)]}…"


def shortened(text: str, cells: int) -> str:
    """`text` in at most so many cells: what follows the last comma stays, since names differ in it."""
    if len(text) <= cells:
        return text
    head, comma, last = text.rpartition(",")
    tail = f"{comma}{last}" if head and len(last) < cells // 2 else ""
    return f"{text[: max(0, cells - len(tail) - 1)]}…{tail}"


def break_sign(text: str) -> str:
    """What stands for a line break of `text` in a line to type in, which would show nothing of it; "" without one."""
    signs = (chr(number) for number in count(ord(BREAK)))
    return next(sign for sign in signs if sign not in text) if "\n" in text else ""


def on_one_line(text: str, sign: str) -> str:
    """`text` in a line to type in; `sign` is its break sign."""
    return text.replace("\n", sign)


def with_breaks(typed: str, sign: str) -> str:
    """What was typed there, with its line breaks."""
    return typed.replace(sign, "\n") if sign else typed


def score_text(score: int | None) -> str:
    """The score in figures, a dot when there is none."""
    return UNRATED if score is None else str(score)


def score_key(score: int) -> str:
    """The score in one letter: X is 10."""
    return "X" if score == 10 else str(score)


def score_words(score: int | None) -> str:
    """ "7, strong", or "not rated"."""
    return "not rated" if score is None else f"{score}, {ANCHORS[score]}"


def spot_words(sites: "Mapping[str, Site]", site: str, side: "Side", score: int | None) -> str:
    """ "Mid calf, left: 7, strong"; a site that is not in `sites` is called by its id."""
    name = sites[site].name if site in sites else site
    return f"{name}, {side}: {score_words(score)}"
