"""What the app opens over a screen: each is imported when it is asked for."""

from typing import TYPE_CHECKING

from screens.looking import LookingApp

if TYPE_CHECKING:
    from screens.jump.targets import Go


class DialogsApp(LookingApp):
    """An app with a bar to write in, the letters to jump by, and the screens that lie over the sections."""

    def action_quick_entry(self) -> None:
        """Open the bar for an entry in words."""
        from screens.widgets.entry_bar import EntryBar

        self.push_screen(EntryBar())

    def action_ask(self, what: str, text: str = "") -> None:
        """Ask for one number, whose unit is shown; `text` is what was typed of it."""
        from screens.widgets.entry_bar import ASKED, EntryBar

        self.push_screen(EntryBar(ASKED[what], text=text))

    def action_jump(self) -> None:
        """Put a letter on every place of this screen; typing it goes there."""
        from screens.jump.screen import JumpScreen

        self.push_screen(JumpScreen(self.screen), self._go_to_place)

    def _go_to_place(self, go: "Go | None") -> None:
        if go is not None:
            self.call_later(go)

    def action_ask_trigger(self, trigger: str) -> None:
        """Ask for the amount of a trigger that has a key of its own."""
        from screens.keymap import asked_for
        from screens.widgets.entry_bar import EntryBar

        self.push_screen(EntryBar(asked_for(self.journal.catalogue.triggers[trigger])))

    def action_settings(self) -> None:
        """Show the settings."""
        from screens.settings.screen import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen())

    def action_own(self) -> None:
        """Add something of the runner's own to the content."""
        from screens.own.screen import OwnScreen

        self.push_screen(OwnScreen())

    def action_comments(self) -> None:
        """What coach, physio and doctor said: approve or reject it."""
        from screens.comments.screen import CommentsScreen

        self.push_screen(CommentsScreen())

    def action_take_in(self) -> None:
        """Take in a file: of another app, of this journal, or comments."""
        from screens.take_in.screen import TakeInScreen

        self.push_screen(TakeInScreen())

    def action_help(self) -> None:
        """What this screen is for and its keys."""
        from screens.help.screen import HelpScreen

        self.push_screen(HelpScreen(self.screen))
