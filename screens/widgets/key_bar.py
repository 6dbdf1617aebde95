"""The line at the bottom: as many keys as fit, and always the ways to help and out; for a moment, what was said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from screens.widgets.key_words import BEFORE_KEY, Key, Words

if TYPE_CHECKING:
    from screens.app import JournalApp

LAST = ("help", "quit")
"""The commands that are never left out."""
GAP = 2
SAID_FOR = 5.0
"""Seconds for which a message stands in the place of the keys."""
SAVED, WARNING = "✓ ", "! "
ROWS, WARNING_ROWS = 2, 3
"""So many rows at most for good news and for a warning; what is longer is a toast."""
HARD_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Shown:
    """A command in the bar: its keys, its label, its id. Several commands of one group share a label."""

    keys: tuple[Key, ...]
    label: str
    command: str

    @property
    def width(self) -> int:
        """Cells, with the gap behind."""
        return sum(len(key.shown) + 1 for key in self.keys) + len(self.label) + GAP


class Part(NamedTuple):
    """A piece of the bar: its text, how it looks, the key that a click on it presses ("": none)."""

    text: str
    look: str
    press: str


class KeyBar(Widget):
    """Keys and what they do. Keys of the screen come first; what does not fit is in the help."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    KeyBar {
        dock: bottom;
        height: 1;
        width: 100%;
        padding: 0 1;
        background: $panel;
        color: $text-muted;
        text-wrap: nowrap;
    }
    """

    said: reactive[str] = reactive("")
    """What was done, in the place of the keys."""

    def __init__(self) -> None:
        super().__init__()
        self._hush: Timer | None = None

    def on_mount(self) -> None:
        """Follow the screen, and what the app warns of on every screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self.watch(self.app, "warned", self.lay_out)

    def on_resize(self) -> None:
        """What is said may need another row, or none."""
        self.lay_out()

    def _changed(self, _: Screen[object]) -> None:
        self.lay_out()  # the key at the end of what is said may sleep now, or be awake again

    def say(self, text: str) -> bool:
        """Show `text` for a moment, in `ROWS` if it must be; False where there is no room for it."""
        fits = self.has_room(text, ROWS)
        if self._hush is not None:
            self._hush.stop()
        self.said = text if fits else ""
        self._hush = self.set_timer(SAID_FOR, self._be_silent) if fits else None
        return fits

    def has_room(self, text: str, rows: int = WARNING_ROWS) -> bool:
        """True when `text` fits into so many rows, also with a key at its end that sleeps now."""
        both = (Words.of(text, self.app), Words(text, None, ""))
        return "\n" not in text and all(len(self._rows(words)) <= rows for words in both)

    def _be_silent(self) -> None:
        self.said = ""

    @property
    def message(self) -> str:
        """What stands in the place of the keys, "" for nothing."""
        return self.said or cast("JournalApp", self.app).warned

    def watch_said(self) -> None:
        """A long message takes more rows while it stands there."""
        self.lay_out()

    def lay_out(self) -> None:
        """Take as many rows as the message needs now."""
        self.styles.height = len(self._rows(Words.of(self.message, self.app)))
        self.refresh()

    def _rows(self, words: Words) -> list[str]:
        """A message in rows, at least one, a key at its end in one piece."""
        whole = words.text + words.ending.replace(" ", HARD_SPACE)
        width = self.content_size.width or self.app.size.width - 2  # what is said first comes before it is laid out
        rows = wrap(whole, max(1, width - len(SAVED)), break_on_hyphens=False)
        *above, last = (row.replace(HARD_SPACE, " ") for row in rows or [""])
        return [*(row.removesuffix(BEFORE_KEY.rstrip()) for row in above), last]

    def render(self) -> Content:
        """The message, or the keys that fit."""
        return Content.assemble(*((part.text, part.look) for part in self._parts()))

    def _parts(self) -> Iterator[Part]:
        width = self.content_size.width
        if not self.message:
            yield from self._keys(self.fitting(width))
            return
        words = Words.of(self.message, self.app)
        rows = self._rows(words)
        shown = self._message(words, rows)
        yield from shown
        last = self._last()
        room = width - sum(len(part.text) for part in shown) - GAP
        if len(rows) == 1 and sum(each.width for each in last) - GAP <= room:
            yield Part(" " * GAP, "", "")
            yield from self._keys(last)

    def _keys(self, keys: Sequence[Shown]) -> Iterator[Part]:
        for place, each in enumerate(keys):
            yield Part(" " * GAP if place else "", "", "")
            for key in each.keys:
                yield Part(key.shown, "$accent bold", key.press)
                yield Part(" ", "", key.press)
            yield Part(each.label, "", each.keys[0].press)

    def _message(self, words: Words, rows: list[str]) -> tuple[Part, ...]:
        sign = Part(SAVED, "$text-success bold", "") if self.said else Part(WARNING, "$text-warning bold", "")
        above = (Part(part, "$text", "") for row in rows[:-1] for part in (row, "\n", " " * len(SAVED)))
        return (
            sign,
            *above,
            Part(rows[-1].removesuffix(words.ending), "$text", ""),
            Part(words.ending, "$accent bold", words.key.press if words.key is not None else ""),
        )

    def fitting(self, width: int) -> list[Shown]:
        """The keys that fit into `width` cells, help and quit always among them."""
        every = self._every()
        last = [each for each in every if each.command in LAST]
        room = width + GAP - sum(each.width for each in last)
        first = []
        for each in (each for each in every if each.command not in LAST):
            if each.width > room:
                break
            room -= each.width
            first.append(each)
        return [*first, *last]

    def _last(self) -> list[Shown]:
        return [each for each in self._every() if each.command in LAST]

    def _every(self) -> list[Shown]:
        shown: list[Shown] = []
        groups: dict[str, int] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or not active.enabled or binding.id is None:
                continue
            key = Key(self.app.get_key_display(binding), binding.key.split(",")[0])
            group = binding.group.description if binding.group else ""
            if group and group in groups:
                before = shown[groups[group]]
                shown[groups[group]] = Shown((*before.keys, key), before.label, before.command)
                continue
            if group:
                groups[group] = len(shown)
            each = Shown((key,), group or binding.description, binding.id)
            if all(each.command != other.command for other in shown):
                shown.append(each)
        return shown

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        offset = event.get_content_offset(self)
        at, row = (offset.x, offset.y) if offset is not None else (-1, 0)
        for part in self._parts():
            if part.text == "\n":
                row -= 1
                continue
            if row > 0:
                continue
            if row == 0 and 0 <= at < len(part.text) and part.press:
                self.app.simulate_key(part.press)
                return
            at -= len(part.text)
