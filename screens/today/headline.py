"""The top of Today: the days left in large figures, the sentence that says why, and what is worth knowing."""

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.widgets import Digits, Static

from journal.glance import Glance
from journal.visible import visible


class Headline(HorizontalGroup):
    """May I run, and why; the figures only while a sore spell is open."""

    def __init__(self) -> None:
        super().__init__(id="headline")
        self._said: dict[str, str] = {}
        """By line, what it says."""

    def compose(self) -> ComposeResult:
        """The figures, and the lines beside them."""
        with VerticalGroup(id="countdown"):
            yield Digits("", id="left")
            yield Static("", id="unit", markup=False)
        with VerticalGroup(id="why"):
            yield Static("", id="sentence", markup=False)
            yield Static("", id="evidence", markup=False)
            yield Static("", id="likely", markup=False)
            yield Static("", id="worth", markup=False)

    def show(self, glance: Glance, hint: str) -> None:
        """Show a `glance`; `hint` stands where there is no likely day to tell. What stays is not laid out again."""
        self.query_one("#countdown").display = bool(glance.left)
        if self._is_news("left", glance.left):
            self.query_one("#left", Digits).update(glance.left)
        self._say("unit", "day left" if glance.left == "1" else "days left")
        parts = glance.sentence.split(" · ")
        self._say("sentence", " · ".join(parts[:2]))
        self._say("evidence", " · ".join(parts[2:]))
        self.query_one("#evidence").display = len(parts) > 2
        self._say("likely", glance.likely or hint)

    def say_worth(self, sentence: str) -> None:
        """Say what recent days are followed by, "" for nothing."""
        self._say("worth", visible(sentence))
        self.query_one("#worth").display = bool(sentence)

    def _say(self, name: str, text: str) -> None:
        if self._is_news(name, text):
            self.query_one(f"#{name}", Static).update(text)

    def _is_news(self, name: str, text: str) -> bool:
        before, self._said[name] = self._said.get(name), text
        return before != text
