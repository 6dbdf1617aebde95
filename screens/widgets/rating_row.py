"""One line to rate a site: a label, 0 to 10, and the word that goes with the score."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from journal.visible import visible
from screens.themes import palette
from screens.widgets.colour import ink
from screens.widgets.words import ANCHORS, fitted, score_key

if TYPE_CHECKING:
    from journal.glance import Row
    from journal.settings import Tracked

State = Literal["empty", "saved", "pending", "failed"]

KEYS = {str(score): score for score in range(10)} | {"x": 10, "X": 10, "minus": 10}
"""The keys that rate."""
SCALE = 23
"""The cells of the scale: eleven scores, each between two blanks that may hold a bracket."""
LABEL_LEAST, LABEL_SHORT, LABEL_FULL = 9, 14, 20
WORDS = 14
"""The cells that most words fit in."""
BRACKETS = {"empty": "  ", "saved": "[]", "pending": "[]", "failed": "!!"}


def label_cells(width: int) -> int:
    """The cells of the label in a row of `width`; 0 where there is no room for label and scale."""
    room = width - 1 - SCALE - 2
    if room < LABEL_SHORT:
        return room if room >= LABEL_LEAST else 0
    return min(LABEL_FULL, max(LABEL_SHORT, room - WORDS))


class RatingRow(Widget, can_focus=True):
    """A scale for one site, side and measure. A digit rates at once; arrows move a mark that `enter` gives.

    The row never saves: it tells with `Rated`, shows the score as pending, and learns from `show` or `fail` how it
    went. Narrow rows leave out the word, then the scale.
    """

    HELP = """
    `0` to `9` rate, `x` or `-` is 10. Left and right move a mark, `enter` gives it, `backspace` takes it back.
    `…` is being saved, `!` was not saved.
    """

    DEFAULT_CSS = """
    RatingRow {
        width: 1fr;
        height: 1;
        text-wrap: nowrap;
        &:focus { background: $foreground 8%; }
        .rating-row--muted { color: $text-muted; }
        .rating-row--failed { color: $text-error; text-style: bold; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rating-row--muted", "rating-row--failed"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "nudge(-1)", "Less", show=False),
        Binding("right", "nudge(1)", "More", show=False),
        Binding("enter", "give", "Rate", show=False),
        Binding("backspace", "clear", "Clear", show=False),
    ]

    saved: reactive[int | None] = reactive[int | None](None)
    """The score that is in the journal."""
    tried: reactive[int | None] = reactive[int | None](None)
    """The score that is being saved, or was not saved."""
    nudged: reactive[int | None] = reactive[int | None](None)
    """The score that the arrows point at, not given yet."""
    failed: reactive[bool] = reactive(False)

    @dataclass
    class Rated(Message):
        """The runner rated; nothing is saved yet."""

        site: str
        side: str
        measure: str
        score: int
        row: "RatingRow"

        @property
        def control(self) -> "RatingRow":
            """The row that was rated."""
            return self.row

    def __init__(
        self,
        tracked: "Tracked | Row",
        label: str,
        score: int | None = None,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.tracked = tracked
        self.label = visible(label)
        self.set_reactive(RatingRow.saved, score)

    @property
    def state(self) -> State:
        """What became of the last score."""
        if self.tried is not None:
            return "failed" if self.failed else "pending"
        return "empty" if self.saved is None else "saved"

    @property
    def shown(self) -> int | None:
        """The score that is marked on the scale."""
        return next((score for score in (self.nudged, self.tried, self.saved) if score is not None), None)

    @property
    def summary(self) -> str:
        """The row in words."""
        score = self.shown
        if score is None:
            return f"{self.label}: not rated"
        ending = {"pending": " (being saved)", "failed": " (not saved)"}.get(self.state, "")
        return f"{self.label}: {score}, {ANCHORS[score]}{' (not given yet)' if self.nudged is not None else ending}"

    def show(self, score: int | None) -> None:
        """Show what the journal holds; whatever was under way is over."""
        self.saved, self.tried, self.nudged, self.failed = score, None, None, False

    def fail(self) -> None:
        """Say that the last score was not saved; it stays in reach."""
        self.failed = True

    @staticmethod
    def takes(key: str) -> bool:
        """Whether `key` rates."""
        return key in KEYS

    def take(self, key: str) -> None:
        """Rate with a `key` that rates."""
        self.rate(KEYS[key])

    def pend(self, score: int) -> None:
        """Show `score` as being saved."""
        self.tried, self.nudged, self.failed = score, None, False

    def rate(self, score: int) -> None:
        """Give `score`: shown as pending at once."""
        self.pend(score)
        self.post_message(self.Rated(self.tracked.site, self.tracked.side, self.tracked.measure, score, self))

    # -- drawing ------------------------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Always one line."""
        return 1

    def render(self) -> Content:
        """The line: focus, label, scale, what became of it."""
        focus = "▸" if self.has_focus else " "
        label, width = Content(self.label), self.size.width
        cells = label_cells(width)
        if not cells:
            score = self._scale()[2 * self.shown : 2 * self.shown + 3] if self.shown is not None else Content(" · ")
            room = max(0, width - 3 - len(score))
            return Content.assemble(focus, label.truncate(room, ellipsis=True, pad=True), score, self._sign())
        label = Content(fitted(self.label, cells)).truncate(cells, ellipsis=True, pad=True)
        line = Content.assemble(focus, label, self._scale(), self._sign())
        return Content.assemble(line, self._words(max(0, width - len(line))))

    def _scale(self) -> Content:
        colours = palette(self.app.theme_variables, self.app.current_theme.dark)
        muted = self._part("muted")
        marks = "‹›" if self.nudged is not None else BRACKETS[self.state]
        parts: list[str | Content | tuple[str, str | Style]] = []
        for score in range(11):
            before = marks[0] if score == self.shown else marks[1] if score - 1 == self.shown else " "
            here = f"bold {ink(colours.heat[score])} on {colours.heat[score]}"
            parts += [before, (score_key(score), here if score == self.shown else muted)]
        return Content.assemble(*parts, marks[1] if self.shown == 10 else " ")

    def _sign(self) -> Content:
        if self.state == "failed":
            return Content.styled("! ", self._part("failed"))
        return Content.styled("… " if self.state == "pending" else "  ", self._part("muted"))

    def _words(self, room: int) -> Content:
        if self.shown is None or room < WORDS - 2:
            return Content("")
        words = ANCHORS[self.shown]
        if self.nudged is not None:
            words += ", enter gives it" if len(words) + 16 <= room else ""
        elif self.state == "failed":
            words = "not saved"
        return Content.styled(words, self._part("muted")).truncate(room, ellipsis=True)

    def _part(self, name: str) -> Style:
        return self.get_visual_style(f"rating-row--{name}")

    # -- keys and mouse -----------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A digit rates."""
        if self.takes(event.key):
            event.stop()
            self.take(event.key)

    def on_click(self, event: events.Click) -> None:
        """A click on a figure rates."""
        place = event.get_content_offset(self)
        cells = label_cells(self.size.width)
        if place and cells:
            score = (place.x - 1 - cells) // 2
            if 0 <= score <= 10:
                self.rate(score)

    def action_nudge(self, by: int) -> None:
        """Move the mark along the scale."""
        start = -1 if self.shown is None else self.shown
        self.nudged = min(10, max(0, start + by))

    def action_give(self) -> None:
        """Rate with what is marked, or once more with what was not saved."""
        score = self.nudged if self.nudged is not None else self.tried if self.failed else None
        if score is not None:
            self.rate(score)

    def action_clear(self) -> None:
        """Take back what was not given, and forget what was not saved."""
        self.nudged = None
        if self.failed:
            self.show(self.saved)
