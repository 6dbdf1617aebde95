"""Which list opens for a setting, and what is made of what was chosen there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from journal.book import Journal
from journal.model import MEASURES, SIDES
from screens.keymap import Keys, changeable, checked
from screens.settings.choosing import Choice, ChooseDialog
from screens.settings.keys import Keyed, KeysDialog
from screens.settings.rows import Row

if TYPE_CHECKING:
    from screens.app import JournalApp
    from screens.settings.screen import SettingsScreen


def edit(screen: "SettingsScreen", row: Row) -> None:
    """Open the list for `row`; what is chosen there is kept."""
    setting = row.setting
    if setting is None:
        return
    if setting.kind == "keys":
        _edit_keys(screen, row)
    elif row.name == "theme":
        _edit_theme(screen, row)
    elif row.name == "tracked":
        _edit_tracked(screen, row)
    elif row.name == "conditions":
        from screens.gate.flow import ask_conditions

        ask_conditions(screen.journal_app)
    elif setting.kind == "several":
        title, choices = (
            row.label.capitalize(),
            [Choice(each, each.replace("_", " ")) for each in equipment(screen.journal)],
        )

        def take(chosen: Sequence[str] | None) -> None:
            if chosen is not None:
                order = [each.value for each in choices]
                screen.keep(row.name, ["none", *sorted(chosen, key=order.index)])

        screen.app.push_screen(ChooseDialog(title, choices, [e for e in row.value if e != "none"], several=True), take)
    elif setting.choices:
        choices = [Choice(each, each) for each in setting.choices]
        screen.app.push_screen(
            ChooseDialog(row.label.capitalize(), choices, [row.value]),
            lambda chosen: screen.keep(row.name, chosen[0]) if chosen else None,
        )


def equipment(journal: Journal) -> list[str]:
    """What exercises ask for, but for "none"."""
    needed = {each for exercise in journal.catalogue.exercises.values() for each in exercise.equipment}
    return sorted(needed - {"none"})


def theme_names(app: "JournalApp") -> tuple[str, ...]:
    """The themes there are, the journal's own first."""
    return tuple(sorted(app.available_themes, key=lambda name: (not name.startswith("journal-"), name)))


def _edit_theme(screen: "SettingsScreen", row: Row) -> None:
    """Each theme is seen while it is marked; going back brings the former one back."""
    app = screen.journal_app
    names = theme_names(app)

    def take(chosen: Sequence[str] | None) -> None:
        if chosen:
            screen.keep(row.name, chosen[0])
        else:
            app.use_theme()

    def look(name: str) -> None:
        app.theme = name

    dialog = ChooseDialog("Theme", [Choice(each, each) for each in names], [row.value], preview=look)
    app.push_screen(dialog, take)


def _edit_tracked(screen: "SettingsScreen", row: Row) -> None:
    journal = screen.journal
    chosen = [f"{each['site']}/{each['side']}/{each['measure']}" for each in row.value]

    def take(values: Sequence[str] | None) -> None:
        if values is not None:
            parts = [value.split("/") for value in values]
            screen.keep(row.name, [{"site": site, "side": side, "measure": measure} for site, side, measure in parts])

    dialog = ChooseDialog("What you rate", list(_places(journal, chosen)), chosen, several=True, first="main site")
    screen.app.push_screen(dialog, take)


def _places(journal: Journal, chosen: Sequence[str]) -> Iterator[Choice]:
    """What is tracked, then every other site with each measure."""
    every = [f"{site}/{side}/{measure}" for site in journal.catalogue.sites for side in SIDES for measure in MEASURES]
    for value in dict.fromkeys((*chosen, *every)):
        site, side, measure = value.split("/")
        yield Choice(value, f"{journal.site_name(site, side)} · {measure}")


def _edit_keys(screen: "SettingsScreen", row: Row) -> None:
    app, journal = screen.journal_app, screen.journal
    triggers = journal.catalogue.triggers
    for_commands = row.name == "keymap"
    if for_commands:
        every = [
            Keyed(name, f"{command.label}: {command.help}", app.usual_keys(command))
            for name, command in changeable().items()
        ]
    else:
        every = [Keyed(each.id, each.name, "") for each in triggers.values()]

    def check(wanted: Mapping[str, str]) -> Keys:
        settings = journal.settings
        keymap = wanted if for_commands else settings.keymap
        asked = settings.trigger_keys if for_commands else wanted
        return checked(keymap, asked, triggers)

    before = check(row.value).mistakes

    def refusal(wanted: Mapping[str, str]) -> str:
        return next((each.said for each in check(wanted).mistakes if each not in before), "")

    def in_use(wanted: Mapping[str, str]) -> Mapping[str, str]:
        return check(wanted).commands if for_commands else check(wanted).triggers

    title = "Keys of commands" if for_commands else "Keys of triggers · O adds a trigger of your own"

    def take(chosen: Mapping[str, str] | None) -> None:
        if chosen is not None and dict(chosen) != dict(row.value):
            screen.keep(row.name, dict(chosen))

    app.push_screen(KeysDialog(title, every, row.value, refusal, in_use), take)
