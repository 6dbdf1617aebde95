"""Adding something of the runner's own to the content: which kind, then a few lines."""

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup, VerticalScroll
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from journal.errors import JournalError
from journal.visible import visible
from screens.app import JournalApp
from screens.dialog import Dialog, Options
from screens.own.form import FORMS, read_form

KINDS = {
    "trigger": "Trigger: something that may stir the leg up",
    "site": "Site: a place on the leg to rate",
    "exercise": "Exercise: strength work of your own",
    "technique": "Technique: a massage of your own",
}


class OwnScreen(Dialog[None]):
    """Choose a kind, fill in its form; a refusal stays beside what was typed."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar = [Binding("escape", "dismiss", "Back", show=False)]
    AUTO_FOCUS = "#kinds"
    OWN_WORDS = ("name", "setup", "cues")

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""

    def compose(self) -> ComposeResult:
        """The kinds; the form takes their place."""
        with VerticalScroll(id="dialog"):
            yield Static("Something of your own", classes="heading")
            yield Options(*(Option(words, id=kind) for kind, words in KINDS.items()), id="kinds")
            yield VerticalGroup(id="form")
            yield Static("", id="refused", markup=False)
            yield Static("Enter goes on, at the end it saves · Esc goes back", classes="muted")

    @on(OptionList.OptionSelected)
    async def choose(self, event: OptionList.OptionSelected) -> None:
        """Show the form of a kind."""
        self._kind = event.option_id or ""
        self.query_one("#kinds").display = False
        fields = FORMS[self._kind]
        lines = [Input(each.begins, placeholder=each.example, id=each.name, compact=True) for each in fields]
        labels = [Label(each.ask, markup=False) for each in fields]
        rows = (HorizontalGroup(*pair, classes="row") for pair in zip(labels, lines, strict=True))
        await self.query_one("#form").mount(*rows)
        lines[0].focus()

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Go to the next line; from the last one, save."""
        lines = list(self.query(Input))
        at = lines.index(event.input)
        if at + 1 < len(lines):
            lines[at + 1].focus()
            return
        app = cast("JournalApp", self.app)
        journal, kind = app.journal, self._kind
        try:
            fields = read_form(kind, {line.id or "": line.value for line in lines})
        except JournalError as error:
            self._refuse(error)
            return
        app.save(
            lambda: journal.add_own(kind, **fields),
            lambda _: f"Added your own {kind}: {fields['name']}",
            failed=self._refuse,
            saved=lambda _: self.dismiss(),
        )

    def _refuse(self, error: JournalError) -> None:
        if self.is_attached:  # else the runner went back meanwhile, and a toast says it
            self.query_one("#refused", Static).update(visible(str(error)))
