"""The keys the runner chose: what is wrong with them is said by name, and the rest counts."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from textual.keys import _character_to_key

from journal.catalogue.shapes import TriggerKind
from journal.keys import refusal
from journal.nearest import nearest
from journal.settings_mistakes import Mistake
from screens.commands import EVERYWHERE, SECTIONS, Command, screen_class

if TYPE_CHECKING:
    from screens.widgets.entry_bar import Asked

ASK = "trigger-"
"""How the name of a command begins that asks for a trigger."""


@dataclass(frozen=True)
class Keys:
    """What counts: `commands` by their names, `triggers` by their ids; `mistakes` say what was left out."""

    commands: Mapping[str, str]
    triggers: Mapping[str, str]
    mistakes: tuple[Mistake, ...] = ()


@cache
def sections() -> Mapping[str, tuple[Command, ...]]:
    """The commands of each section, without those that work everywhere."""
    return {name: tuple(screen_class(name).COMMANDS_HERE) for name in SECTIONS}


def changeable() -> dict[str, Command]:
    """The commands whose keys may be chosen, by name.

    Not those that are told which of their keys it was, and not those that share a key with another command of their
    screen: which of them it means depends on what the screen is at. A command that leaves its keys to others is none.
    """
    found: dict[str, Command] = {}
    for here in ((), *sections().values()):
        every = (command for command in (*EVERYWHERE, *here) if command.in_order)
        count = Counter(key for command in every for key in command.keys.split(","))
        for command in here or EVERYWHERE:
            if "{key}" not in command.action and all(count[key] <= 1 for key in command.keys.split(",")):
                found.setdefault(command.id, command)
    return found


def checked(keymap: Mapping[str, str], triggers: Mapping[str, str], known: Mapping[str, object]) -> Keys:
    """What of the chosen keys can be used; `known` are the triggers there are."""
    if not keymap and not triggers:
        return Keys({}, {})
    mistakes: list[Mistake] = []
    commands = dict(_usable("keymap", "command", keymap, changeable(), mistakes))
    asked = dict(_usable("trigger_keys", "trigger", triggers, known, mistakes))
    while clash := _clash(commands, asked):
        name, key, other = clash
        kind, kept = ("trigger_keys", asked) if name.startswith(ASK) else ("keymap", commands)
        del kept[name.removeprefix(ASK)]
        named = name.removeprefix(ASK)
        mistakes.append(Mistake(kind, named, f"{named} stays as it was: {key!r} is the key of {other}"))
    return Keys(commands, asked, tuple(mistakes))


def _usable(
    table: str, what: str, chosen: Mapping[str, str], known: Mapping[str, object], mistakes: list[Mistake]
) -> Iterator[tuple[str, str]]:
    for name, key in chosen.items():
        why = refusal(key)
        if name not in known:
            mistakes.append(Mistake(table, name, f"there is no {what} {name!r}{nearest(name, known)}"))
        elif why is not None:
            mistakes.append(Mistake(table, name, f"{name}: {why}"))
        else:
            yield name, key


def _clash(commands: Mapping[str, str], asked: Mapping[str, str]) -> tuple[str, str, str] | None:
    """A chosen key that means something else too where it is pressed: its name, the key, the other's label.

    A command that leaves its keys to others takes none of them, unless it has only the one.
    """
    chosen = {**commands, **{f"{ASK}{name}": key for name, key in asked.items()}}
    for here in sections().values():
        taken: dict[str, list[tuple[str, str]]] = {}
        for command in (*EVERYWHERE, *here):
            keys = keys_of(command, commands)
            for key in keys if command.in_order or len(keys) == 1 else ():
                taken.setdefault(key, []).append((command.id, command.label))
        for name, key in asked.items():
            taken.setdefault(long_name(key), []).append((f"{ASK}{name}", name.replace("_", " ")))
        for found in taken.values():
            mine = [name for name, _ in found if name in chosen]
            if mine and len(found) > 1:
                other = next(label for name, label in found if name != mine[-1])
                return mine[-1], chosen[mine[-1]], other
    return None


def trigger_commands(chosen: Mapping[str, str], triggers: Mapping[str, TriggerKind]) -> tuple[Command, ...]:
    """A command for each trigger with a key of its own."""
    return tuple(
        Command(
            id=f"{ASK}{name}",
            keys=long_name(key),
            action=f"ask_trigger('{name}')",
            label=triggers[name].name,
            help=f"Record {triggers[name].name[:1].lower()}{triggers[name].name[1:]}",
            shown_key=key,
        )
        for name, key in chosen.items()
    )


def asked_for(trigger: TriggerKind) -> "Asked":
    """The question for the amount of a trigger, in the unit it is asked in."""
    from screens.widgets.entry_bar import Asked

    unit = trigger.ask_unit or trigger.unit
    word = {"h": "hours", "min": "minutes", "score": "0 to 10", "count": "how many", "m": "metres"}.get(unit, unit)
    behind = unit if unit in ("h", "min", "m", "km") else ""
    return Asked(trigger.name, trigger.name.lower(), behind, f"{word}; 0 for none")


def keys_of(command: Command, keymap: Mapping[str, str]) -> list[str]:
    """The keys of a command, as the toolkit names them."""
    own = keymap.get(command.id)
    return [long_name(own)] if own is not None and "{key}" not in command.action else command.keys.split(",")


def long_name(key: str) -> str:
    """ "?" is "question_mark"; names stay as they are."""
    return _character_to_key(key) if len(key) == 1 else key.lower()
