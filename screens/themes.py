"""The journal's own themes, and the colours that its charts and maps take from whichever theme is on.

The series colours come from the palette of Okabe and Ito (2008), made lighter or darker until text in them can be
read. The heat scale runs from a calm blue over grey and amber to orange or red; its lightness changes in one
direction only, so that it keeps its order for every kind of colour vision and in grey.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.theme import Theme

HEAT_DARK = (
    "#35659D",
    "#346F9E",
    "#36799E",
    "#3F8390",
    "#65887C",
    "#7E8F6A",
    "#B28C32",
    "#CB8D1C",
    "#E38C13",
    "#F68D0E",
    "#FE9440",
)
HEAT_LIGHT = (
    "#5195CE",
    "#4C93C0",
    "#4B90B2",
    "#4D8F95",
    "#6C8774",
    "#7A7F56",
    "#996D07",
    "#9D5E01",
    "#A04D02",
    "#9A3701",
    "#951303",
)
HEAT_CONTRAST = (
    "#2462B1",
    "#2870B1",
    "#337CB0",
    "#3D8CA1",
    "#6F9689",
    "#8DA179",
    "#C8A33D",
    "#E0AB33",
    "#F9B227",
    "#FCC81D",
    "#FADF27",
)


def _variables(heat: tuple[str, ...], **colours: str) -> dict[str, str]:
    return {name.replace("_", "-"): colour for name, colour in colours.items()} | {
        f"heat-{score}": colour for score, colour in enumerate(heat)
    }


DARK = Theme(
    name="journal-dark",
    primary="#56B4E9",
    secondary="#CC79A7",
    accent="#E69F00",
    warning="#F0C642",
    error="#FF8A5C",
    success="#3DC794",
    foreground="#E4E9F0",
    background="#11151B",
    surface="#181E26",
    panel="#202833",
    dark=True,
    variables=_variables(
        HEAT_DARK,
        series_left="#56B4E9",
        series_right="#E69F00",
        series_drive="#EF7A3C",
        series_laptop="#DB8FBB",
        series_other="#3DC794",
        series_rest="#6F7C8D",
        leg="#333C48",
        leg_site="#4E5A69",
        leg_shade="#000000",
        text_disabled="#8D939C",
    ),
)

LIGHT = Theme(
    name="journal-light",
    primary="#00639C",
    secondary="#A03C78",
    accent="#8F5A00",
    warning="#7D5A00",
    error="#B13A00",
    success="#00704F",
    foreground="#1B232C",
    background="#FAF9F6",
    surface="#F0EFEA",
    panel="#E5E4DD",
    dark=False,
    variables=_variables(
        HEAT_LIGHT,
        series_left="#00639C",
        series_right="#8F5A00",
        series_drive="#B13A00",
        series_laptop="#A03C78",
        series_other="#00704F",
        series_rest="#6B7480",
        leg="#E1DFD8",
        leg_site="#C6C8C9",
        leg_shade="#3A4048",
        foreground_muted="#5A626B",
        text_disabled="#5C636B",
    ),
)

CONTRAST = Theme(
    name="journal-contrast",
    primary="#FFE14D",
    secondary="#56B4E9",
    accent="#FFE14D",
    warning="#FFE14D",
    error="#FF9D6E",
    success="#5CE0B0",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#1A1A1A",
    dark=True,
    text_alpha=1.0,
    variables=_variables(
        HEAT_CONTRAST,
        series_left="#6CC4F5",
        series_right="#FFB733",
        series_drive="#FF9D6E",
        series_laptop="#F0A6D2",
        series_other="#5CE0B0",
        series_rest="#A8A8A8",
        leg="#3A3A3A",
        leg_site="#626262",
        leg_shade="#000000",
    )
    | {"text-muted": "#D6D6D6", "text-disabled": "#A8A8A8", "foreground-muted": "#D6D6D6"},
)

THEMES = (DARK, LIGHT, CONTRAST)
"""The journal's own themes; the first is the default."""


@dataclass(frozen=True)
class Palette:
    """The colours of charts and maps as "#RRGGBB". `front` is that of text; `heat` has one for each score 0-10."""

    front: str
    left: str
    right: str
    drive: str
    laptop: str
    other: str
    """The third of what was logged."""
    rest: str
    leg: str
    leg_site: str
    """A site without a rating."""
    shade: str
    """What the edges of a leg fade to."""
    heat: tuple[str, ...]


def variable_defaults(dark: bool) -> dict[str, str]:
    """Our variables for themes that are not ours, by name without the `$`."""
    return dict((DARK if dark else LIGHT).variables)


def palette(variables: Mapping[str, str], dark: bool) -> Palette:
    """The colours in the theme `variables`; what a theme does not name is taken from ours, `dark` or light."""
    named = variable_defaults(dark) | dict(variables)
    front = named.get("foreground", "")
    return Palette(
        front=front if front.startswith("#") else "#FFFFFF" if dark else "#000000",
        left=named["series-left"],
        right=named["series-right"],
        drive=named["series-drive"],
        laptop=named["series-laptop"],
        other=named["series-other"],
        rest=named["series-rest"],
        leg=named["leg"],
        leg_site=named["leg-site"],
        shade=named["leg-shade"],
        heat=tuple(named[f"heat-{score}"] for score in range(11)),
    )
