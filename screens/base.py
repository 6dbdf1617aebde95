"""What every screen of the journal does: loads off the UI thread, shows, and loads again when something changed."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import ScreenResume
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, TextArea
from textual.worker import Worker, get_current_worker

from screens.commands import Command
from screens.sized import Sized
from screens.widgets.key_bar import KeyBar
from screens.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from journal.book import Journal
    from screens.app import JournalApp

DataT = TypeVar("DataT")


class JournalScreen(Sized, Screen[None], Generic[DataT]):
    """A screen on the journal of one day.

    A subclass says what it needs (`read`, in a thread, touching no widget), composes its body (`compose_body`) and
    puts what was read on the screen (`show`).
    """

    SECTION: ClassVar[str] = ""
    """The name in the bar at the top."""
    HELP: ClassVar[str] = ""
    """What the screen is for, in its own words (Markdown)."""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    """The commands of this screen; BINDINGS are made from them."""
    AUTO_FOCUS = ""

    _behind = False
    """True while the journal holds what was not read yet."""

    class Loaded(Message):
        """What `read` gave for a day."""

        def __init__(self, day: date, data: Any) -> None:
            super().__init__()
            self.day, self.data = day, data

    @property
    def journal_app(self) -> "JournalApp":
        """The app, with its type."""
        return cast("JournalApp", self.app)

    @property
    def journal(self) -> "Journal":
        """The one door."""
        return self.journal_app.journal

    def compose(self) -> ComposeResult:
        """The bar, the body in a scroll so that nothing is lost on a small screen, the footer."""
        yield TopBar(self.SECTION)
        with VerticalScroll(id="body"):
            yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """The widgets between the bar and the footer."""
        yield from ()

    def on_mount(self) -> None:
        """Follow the journal and the chosen day."""
        self.journal_app.journal_changed.subscribe(self, lambda _: self._fall_behind())
        self.journal_app.journal_calm.subscribe(self, lambda _: self._catch_up())
        self.reload()

    def _fall_behind(self) -> None:
        """Read at once what is in front; what is not would only keep the next key waiting."""
        self._behind = True
        if self.journal_app.front is self:
            self._catch_up()

    def _catch_up(self) -> None:
        if self._behind:
            self.reload()

    @on(ScreenResume)
    def _come_to_front(self) -> None:
        self._catch_up()

    def reload(self) -> None:
        """Read again what is shown; what is under way is dropped. Does nothing before the journal is open."""
        if self.journal.is_open:
            self._behind = False
            self._load(self.journal, self.journal_app.day)

    @work(thread=True, exclusive=True, group="load", exit_on_error=False)
    def _load(self, journal: "Journal", day: date) -> None:
        data = self.read(journal, day)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Loaded(day, data))

    def read(self, journal: "Journal", day: date) -> DataT:
        """What this screen shows of `day`; runs in a thread, also when the screen is closed already and has no app."""
        raise NotImplementedError

    async def show(self, data: DataT, day: date) -> None:
        """Put what was read on the screen."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The commands of a screen sleep while something is typed."""
        return not isinstance(self.focused, Input | TextArea)

    async def on_journal_screen_loaded(self, message: Loaded) -> None:
        """Show what is still wanted."""
        message.stop()
        bar = self.query_one(TopBar)
        if not bar.children:
            return  # The app is closing, and takes its widgets away first.
        with self.app.batch_update():  # `show` waits for widgets that it mounts: what it has put by then is half of it.
            bar.show_day(message.day, self.journal.clock.today())
            await self.show(message.data, message.day)

    @on(Worker.StateChanged)
    def _worker_failed(self, event: Worker.StateChanged) -> None:
        self.journal_app.say_failed(event)
