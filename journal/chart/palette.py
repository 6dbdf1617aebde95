"""The colours of a chart as RGB, for screens and for a bare terminal; colour is never the only carrier."""

from dataclasses import dataclass

RGB = tuple[int, int, int]

MIDDLE: RGB = (128, 128, 128)


def blend(colour: RGB, ground: RGB, share: float) -> RGB:
    """`share` (0-1) of `colour` on `ground`."""
    red, green, blue = (round(on * share + under * (1 - share)) for on, under in zip(colour, ground, strict=True))
    return red, green, blue


@dataclass(frozen=True, kw_only=True)
class Palette:
    """What to paint with. `background` is None where the ground is unknown: then no ground is painted."""

    left: RGB
    right: RGB
    lanes: tuple[RGB, RGB, RGB]
    rest: RGB
    axis: RGB
    background: RGB | None = None

    def dim(self, colour: RGB, share: float = 0.6) -> RGB:
        """`colour` stepped back towards the ground."""
        return blend(colour, self.background or MIDDLE, share)


# Okabe and Ito's colours (2008), which stay apart for colour-blind eyes, made middling.
TERMINAL = Palette(
    left=(0x2C, 0x93, 0xCE),
    right=(0xCD, 0x87, 0x00),
    lanes=((0xD5, 0x5E, 0x00), (0xB7, 0x5B, 0x90), (0x00, 0x8C, 0x66)),
    rest=(0x80, 0x94, 0x90),
    axis=MIDDLE,
)
"""For a terminal whose ground is not known: readable on dark and on light."""
