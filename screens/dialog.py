"""What stands over a screen until it is answered, and lists in it; both bear keys that come faster than they draw."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from rich.segment import Segment
from rich.style import Style
from textual import on, work
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.css.query import NoMatches
from textual.events import Mount
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widgets import Input, OptionList
from textual.worker import Worker

from screens.sized import Sized

if TYPE_CHECKING:
    from journal.draft_file import Draft
    from screens.app import JournalApp
    from screens.jump.targets import Target

_gather = CommandPalette._gather_commands.__wrapped__  # type: ignore[attr-defined] # noqa: SLF001 - Textual has no other door
Answer = TypeVar("Answer")


def on_top(screen: Screen[Any]) -> bool:
    """True when no screen stands above; one that can be seen through another is current to Textual, too."""
    return screen.app.screen_stack[-1:] == [screen]


class Dialog(Sized, ModalScreen[Answer]):
    """A dialog that closes once. (Textual closes whatever is on top, so a second Escape would take a screen away.)"""

    OWN_WORDS: ClassVar[tuple[str, ...]] = ()
    """The ids of the lines that take the runner's own words."""

    def draft(self) -> "Draft | None":
        """What is typed and not saved, for the next start when the app has to close: the own words, as a note."""
        lines = (line.value.strip() for line in self.query(Input) if line.id in self.OWN_WORDS)
        text = ". ".join(filter(None, lines))
        if not text:
            return None
        from journal.draft_file import Draft

        app = cast("JournalApp", self.app)
        return Draft(f"note {text}", app.journal.clock.now(), app.chosen)

    @on(Worker.StateChanged)
    def _worker_failed(self, event: Worker.StateChanged) -> None:
        cast("JournalApp", self.app).say_failed(event)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with `result`, unless it is closed already or another dialog stands above it."""
        return super().dismiss(result) if on_top(self) else AwaitComplete()


class Options(OptionList):
    """A list of options. A sign before the marked one tells it without colour, and its own signs take the colour of its
    words: on the band they could not be seen. (Textual fails on a page of options that were not drawn yet.)
    """

    def _get_left_gutter_width(self) -> int:
        return 1

    def render_line(self, y: int) -> Strip:
        """The sign, or the room for it, and the line of an option."""
        line, at = super().render_line(y), self.scroll_offset.y + y
        index, row = self._lines[at] if at < len(self._lines) else (None, 0)
        base = next((each.style for each in line if each.style), self.rich_style)
        marked = index is not None and index == self.highlighted
        if not marked:
            return Strip([Segment(" ", base), *line])
        plain = Style(color=self.get_component_rich_style("option-list--option-highlighted").color)
        parts = [Segment("▸" if row == 0 else " ", base), *line]
        return Strip(Segment(part.text, (part.style or base) + plain) for part in parts)

    def jump_targets(self) -> Iterable["Target"]:
        """A place for each option that is seen and can be marked."""
        from screens.jump.targets import Target

        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        for y, (index, row) in enumerate(self._lines[top : top + height]):
            if row == 0 and not self.options[index].disabled:
                yield Target(Offset(0, y), partial(self._mark, index))

    def _mark(self, index: int) -> None:
        self.focus()
        self.highlighted = index

    def _move_page(self, direction: int) -> None:
        if (self.highlighted or 0) in self._index_to_line:
            super()._move_page(direction)  # type: ignore[arg-type]


class CommandDialog(Sized, CommandPalette, inherit_css=True):
    """Textual's command palette, with the same care."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, once."""
        return super().dismiss(result) if on_top(self) else AwaitComplete()

    def _on_mount(self, event: Mount) -> None:
        """Textual's own looks for the screen below, which one that was closed before it stood does not have."""
        if self not in self.app.screen_stack:
            event.prevent_default()

    @work(exclusive=True, group="gather")
    async def _gather_commands(self, search_value: str) -> None:
        try:
            await _gather(self, search_value)
        except NoMatches:
            if self.is_current:  # else it was closed meanwhile, and has no list any more
                raise

    def _cancel_gather_commands(self) -> None:
        self.workers.cancel_group(self, "gather")

    def _action_command_list(self, action: str) -> None:
        commands = self.query_one(CommandList)
        if not action.startswith("page_") or (commands.highlighted or 0) in commands._index_to_line:  # noqa: SLF001
            super()._action_command_list(action)
