"""`rj settings`: every setting with its value, range and reason; with a name and a value, change one."""

import argparse
import tomllib
from dataclasses import asdict
from typing import Any

import msgspec

from journal.commands import journal_of, print_json
from journal.errors import Refused
from journal.settings import Settings
from journal.settings_schema import schema
from journal.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Print the settings, or change one and print it."""
    if arguments.markdown:
        from journal.settings_doc import page

        print(page(), end="")
        return 0
    journal = journal_of(arguments)
    if arguments.value is not None:
        journal.change_settings(**{arguments.name: _value(arguments.value)})
    rows = [row for row in described(journal.settings) if arguments.name in (None, row["name"])]
    if not rows:
        raise Refused(f"there is no setting {arguments.name!r}; see: rj settings")
    if arguments.json:
        print_json(rows)
        return 0
    for row in rows:
        between = f" ({row['least']} to {row['most']})" if row["least"] is not None else ""
        mark = " · app default" if row["app_default"] and row["value"] == row["default"] else ""
        print(visible(f"{row['name']} = {msgspec.json.encode(row['value']).decode()}{between}{mark}"))
        if row["why"]:
            print(visible(f"    {row['why']}"))
    for problem in journal.settings_problems:
        print(visible(f"left out: {problem}"))
    return 0


def described(settings: Settings) -> list[dict[str, Any]]:
    """Each setting as JSON values: name, value, default, range, and why an app default is what it is."""
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
        }
        for each in schema()
    ]


def _value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
