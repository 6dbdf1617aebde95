"""Sums with colours, all "#RRGGBB": how far apart two are, which ink can be read, a mixture."""

from functools import lru_cache

from textual.color import Color

BLACK, WHITE = "#000000", "#FFFFFF"


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """The relative luminance of `colour`, 0 black to 1 white (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in Color.parse(colour).normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def ink(background: str) -> str:
    """Black or white, whichever can be read better on `background`; the ratio is never under 4.5."""
    return max(BLACK, WHITE, key=lambda colour: contrast(colour, background))


@lru_cache(maxsize=1024)
def mix(one: str, other: str, part: float) -> str:
    """`one` with `part` (0-1) of `other` in it."""
    return Color.parse(one).blend(Color.parse(other), part).hex6
