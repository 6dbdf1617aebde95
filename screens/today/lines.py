"""The lines of Today that are not a scale: what was answered, and the key that answers."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.widget import Widget

from journal.visible import visible
from screens.jump.targets import Target
from screens.widgets.rating_row import label_cells
from screens.widgets.steady import Steady

if TYPE_CHECKING:
    from screens.today.data import ToDo


class AnswerLine(Widget, can_focus=True):
    """A question of the check-in with its answer and its keys. Enter or a click runs the action of the first key."""

    DEFAULT_CSS = """
    AnswerLine {
        width: 1fr;
        height: auto;
        &:focus { background: $foreground 8%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "answer", "Answer", show=False)]

    said: reactive[str] = reactive("", layout=True)
    """The answer."""
    keys: reactive[str] = reactive("", layout=True)
    """The keys that are shown behind it."""

    def __init__(self, label: str, keys: str, action: str, *, id: str, unanswered: str) -> None:  # noqa: A002
        """What contains `unanswered` is muted."""
        super().__init__(id=id)
        self.set_reactive(AnswerLine.keys, keys)
        self._label = label
        self._action = action
        self._unanswered = unanswered

    def render(self) -> Content:
        """Label, answer, keys."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or as many as a long answer takes."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        """What stands in a line of `width`; what has no room goes on below, behind the label."""
        cells = label_cells(width) or 10
        label = Content(self._label).truncate(cells, ellipsis=True, pad=True)
        muted = "$foreground 70%" if self._unanswered in self.said else ""
        answer = Content.assemble((visible(self.said), muted), "  ", (self.keys, "$accent"))
        first, *more = answer.wrap(max(1, width - cells - 2))
        focus = "▸" if self.has_focus else " "
        return [Content.assemble(focus, label, " ", first), *(each.pad_left(cells + 2) for each in more)]

    async def action_answer(self) -> None:
        """Do what answers it."""
        await self.app.run_action(self._action, self.screen)

    async def on_click(self, event: Click) -> None:
        """A click answers it too."""
        event.stop()
        await self.action_answer()


class Task(Steady):
    """A line of today's list; a click goes where it is done."""

    def __init__(self, task: "ToDo") -> None:
        super().__init__()
        self.show(task)

    def show(self, task: "ToDo") -> None:
        """Stand for `task` from now on."""
        self._section = task.section
        self.set_class(task.done, "-done")
        self.update(Content(f"{'✓' if task.done else '·'} {task.label}"))

    async def go(self) -> None:
        """Go to the screen of this task."""
        await self.run_action(f"app.go('{self._section}')")

    async def on_click(self, event: Click) -> None:
        """A click goes there."""
        event.stop()
        await self.go()

    def jump_targets(self) -> tuple[Target, ...]:
        """The line itself."""
        return (Target(Offset(0, 0), self.go),)
