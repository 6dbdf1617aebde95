"""The line at the bottom: as many keys as fit, and always the ways to help and out."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

LAST = ("help", "quit")
"""The commands that are never left out."""
GAP = 2


@dataclass(frozen=True)
class Shown:
    """A key in the bar: what is printed, which key a click presses, the id of its command."""

    keys: str
    label: str
    press: str
    command: str

    @property
    def width(self) -> int:
        """Cells, with the gap behind."""
        return len(self.keys) + 1 + len(self.label) + GAP


class KeyBar(Widget):
    """Keys and what they do. Keys of the screen come first; what does not fit is in the help."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key"}
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        width: 100%;
        padding: 0 1;
        background: $panel;
        color: $text-muted;
        text-wrap: nowrap;
        .key-bar--key { color: $accent; text-style: bold; }
    }
    """

    def on_mount(self) -> None:
        """Follow the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The keys that fit."""
        style = "$accent bold"
        return Content(" " * GAP).join(
            Content.assemble((each.keys, style), f" {each.label}") for each in self.fitting(self.content_size.width)
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

    def _every(self) -> list[Shown]:
        shown: list[Shown] = []
        groups: dict[str, int] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or not active.enabled or binding.id is None:
                continue
            keys = self.app.get_key_display(binding)
            group = binding.group.description if binding.group else ""
            if group and group in groups:
                before = shown[groups[group]]
                shown[groups[group]] = Shown(f"{before.keys} {keys}", before.label, before.press, before.command)
                continue
            if group:
                groups[group] = len(shown)
            key = binding.key.split(",")[0]
            each = Shown(keys, group or binding.description, key, binding.id)
            if all(each.command != other.command for other in shown):
                shown.append(each)
        return shown

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        offset = event.get_content_offset(self)
        at = offset.x if offset is not None else -1
        for each in self.fitting(self.content_size.width):
            if 0 <= at < each.width:
                self.app.simulate_key(each.press)
                return
            at -= each.width
