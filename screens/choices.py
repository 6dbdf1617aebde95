"""How what the runner chose in the settings comes to count in the app: theme, keys, and what was left out."""

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.constants import TEXTUAL_ANIMATIONS
from textual.events import DescendantFocus
from textual.signal import Signal
from textual.widgets import Input, TextArea

from journal.glance import Glance, theme_named
from screens.commands import Command
from screens.themes import DARK
from screens.writing import WritingApp

if TYPE_CHECKING:
    from journal.book import Journal
    from journal.settings_mistakes import Mistake

PALETTE = Binding("ctrl+p", "command_palette", "Commands", show=False, priority=True)
"""The one key that Textual binds by itself, and only once."""


class ChoosingApp(WritingApp):
    """An app that keeps to the settings; a choice that cannot be is named, and the rest counts."""

    journal_changed: Signal[None]

    def __init__(self, journal: "Journal") -> None:
        super().__init__(journal)
        self.own_commands: tuple[Command, ...] = ()
        """Commands for triggers that have a key of their own."""
        self.key_mistakes: tuple[Mistake, ...] = ()

    def use_first_theme(self, glance: Glance | None) -> None:
        """Put on what is likely the chosen theme, before the app runs and the settings are read and checked."""
        theme = glance.theme if glance else theme_named(self.journal.paths.settings)
        self.set_reactive(ChoosingApp.theme, theme if theme in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def use_theme(self) -> None:
        """Put the chosen theme on; one that is not there says so, and the app opens in its own."""
        theme = self.journal.settings.theme
        self.theme = theme if theme in self.available_themes else DARK.name

    def action_command_palette(self) -> None:
        """Every command that applies here, to be found by its words."""
        from screens.dialog import CommandDialog

        if not isinstance(self.screen, CommandDialog):
            self.push_screen(CommandDialog())

    def use_motion(self) -> None:
        """Let nothing glide where that was chosen; else as the environment says (TEXTUAL_ANIMATIONS)."""
        self.animation_level = "none" if self.journal.settings.reduced_motion else TEXTUAL_ANIMATIONS

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A cursor does not blink where nothing should move."""
        if isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = self.animation_level != "none"

    def use_keys(self) -> None:
        """Let the chosen keys count, beside those of the commands."""
        from screens.keymap import checked, trigger_commands

        settings, triggers = self.journal.settings, self.journal.catalogue.triggers
        keys = checked(settings.keymap, settings.trigger_keys, triggers)
        self.own_commands = trigger_commands(keys.triggers, triggers)
        self._bindings = self._merge_bindings()
        self._bindings.key_to_bindings["ctrl+p"] = [PALETTE]
        for binding in (binding for command in self.own_commands for binding in command.bindings):
            self._bindings.key_to_bindings.setdefault(binding.key, []).append(binding)
        self.set_keymap(keys.commands)
        self.key_mistakes = keys.mistakes

    @property
    def problems(self) -> tuple[str, ...]:
        """What of the settings and of the runner's additions was left out, a line each."""
        from journal.nearest import nearest
        from journal.settings_mistakes import Mistake

        theme, themes = self.journal.settings.theme, self.available_themes
        unknown = Mistake("theme", theme, f"there is no theme {theme!r}{nearest(theme, themes)}")
        mistakes = (*(() if theme in themes else (unknown,)), *self.key_mistakes)
        chosen = (*self.journal.settings_problems, *map(self.journal.where_chosen, mistakes))
        return (*chosen, *map(str, self.journal.catalogue.problems))

    def settings_changed(self) -> None:
        """Something was chosen: it counts from now on, on every screen."""
        self.use_theme()
        self.use_motion()
        self.use_keys()
        self.journal_changed.publish(None)

    def keys_of(self, command: Command) -> str:
        """The keys of a command as they are shown."""
        own = self.journal.settings.keymap.get(command.id) if command not in self.own_commands else None
        return self.usual_keys(command) if own is None or "{key}" in command.action else own

    def usual_keys(self, command: Command) -> str:
        """The keys a command has unless the runner chose another."""
        return command.shown_key or " ".join(self.get_key_display(Binding(key, "")) for key in command.keys.split(","))
