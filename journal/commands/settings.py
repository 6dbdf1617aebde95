"""`rj settings`: every setting with its value, range and reason; with a name and a value, change one."""

import argparse
from dataclasses import asdict
from typing import Any

import msgspec

from journal.app_choices import COMMANDS, THEMES, refuse_unknown
from journal.book import Journal
from journal.commands import journal_of, print_json
from journal.errors import Refused
from journal.keys import refusal
from journal.nearest import nearest
from journal.settings import Settings
from journal.settings_file import changed
from journal.settings_mistakes import unknown
from journal.settings_schema import schema, setting
from journal.toml import NotToml, parse_toml
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Print the settings, or change one and print it."""
    if arguments.markdown:
        from journal.settings_doc import page

        print(page(), end="")
        return 0
    journal = journal_of(arguments)
    if arguments.name is not None and arguments.name not in (names := [each.name for each in schema()]):
        raise Refused(f"there is no setting {arguments.name!r}{nearest(arguments.name, names)}; see: rj settings")
    if arguments.value is not None:
        value = _value(arguments.value)
        _refuse_unknown(arguments.name, value, journal)
        _refuse_never_sent(arguments.name, value)
        journal.change_settings(**{arguments.name: value})
    rows = [row for row in described(journal.settings) if arguments.name in (None, row["name"])]
    if arguments.json:
        print_json(rows)
        return 0
    for row in rows:
        between = f" ({row['least']} to {row['most']})" if row["least"] is not None else ""
        rests_on = setting(row["name"]).rests_on
        mark = f" · {rests_on}" if rests_on and row["value"] == row["default"] else ""
        print(visible(f"{row['name']} = {msgspec.json.encode(row['value']).decode()}{between}{mark}"))
        if row["why"]:
            print(visible(f"    {row['why']}"))
        for name in row["sources"] if arguments.name else ():
            print(visible(f"    [{name}] {journal.catalogue.sources[name].words}"))
    for problem in journal.settings_problems:
        print(visible(f"left out: {problem}"))
    return 0


def described(settings: Settings) -> list[dict[str, Any]]:
    """Each setting as JSON values: name, value, default, range, why a default is what it is, and its sources."""
    now = asdict(settings)
    return [
        {
            "name": each.name,
            "value": now[each.name],
            "default": each.default,
            "least": each.least,
            "most": each.most,
            "choices": list(each.choices),
            "group": each.group,
            "why": each.told,
            "app_default": each.app_default,
            "sources": list(each.sources),
        }
        for each in schema()
    ]


def _refuse_unknown(name: str, value: Any, journal: Journal) -> None:
    """Raise Refused for a name in `value` that neither the app nor the content has."""
    if name == "theme":
        refuse_unknown(name, "theme", str(value), THEMES)
    if name in ("keymap", "trigger_keys"):
        if not isinstance(value, dict):
            example = """'{drive = "D"}'""" if name == "keymap" else """'{driving = "D"}'"""
            raise Refused(f"{name} is a table of names and their keys: rj settings {name} {example}")
        what, known = ("command", COMMANDS) if name == "keymap" else ("trigger", journal.catalogue.triggers)
        for each in value:
            refuse_unknown(name, what, each, known)
    for mistake in unknown(changed(journal.settings, **{name: value}), journal.catalogue):
        if mistake.setting == name:
            raise Refused(str(mistake))


def _refuse_never_sent(name: str, value: Any) -> None:
    """Raise Refused for a key that a terminal cannot send. Which of the others mean something the screens know."""
    if name in ("keymap", "trigger_keys") and isinstance(value, dict):
        for each, key in value.items():
            why = refusal(key) if isinstance(key, str) else None
            if why is not None:
                raise Refused(f"{name}: {each}: {why}")


def _value(text: str) -> Any:
    try:
        return parse_toml(f"value = {text}")["value"]
    except NotToml:
        return text
