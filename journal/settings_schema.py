"""The settings as a list: what the file, `rj settings`, the screen and `docs/settings.md` are made from."""

from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, Literal

import msgspec

from journal.settings import Settings, is_design

Kind = Literal["switch", "number", "choice", "several", "tracked", "keys", "mark"]
"""How a value is changed; a `mark` is kept by the app itself."""

KINDS: dict[str, Kind] = {
    "tracked": "tracked",
    "trigger_keys": "keys",
    "keymap": "keys",
    "equipment": "several",
    "conditions": "several",
    "theme": "choice",
    "first_run_done": "mark",
}
"""The settings whose kind their type does not tell."""

GROUPS = {
    "tracked": "You and your leg",
    "theme": "The app",
    "minutes_a_day": "Goals and the countdown",
    "morning_pain_swap": "Strength instead of running",
    "function_days": "The way back to running",
    "gate_symptom": "Warning signs and the calf questions",
    "massage_sessions_most": "Massage",
}
"""The first setting of each group, in the order of `Settings`."""


LABELS = {
    "tracked": "sites you rate",
    "trigger_keys": "keys for triggers",
    "conditions": "health questions",
    "keymap": "keys of commands",
}
"""What a setting is called where its name does not say it."""


SHAPES: dict[Kind, str] = {
    "number": "a whole number",
    "switch": "true or false",
    "choice": "a word",
    "several": "a list of names",
    "tracked": "a list, each with a site, a side and a measure",
    "keys": "a table, each line a name and its key",
    "mark": "true or false",
}
"""What a setting of a kind is in the file."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One setting. `default` is as it stands in the file; a number lies in `least`..`most`, a word in `choices`."""

    name: str
    group: str
    kind: Kind
    told: str
    """What it is or, of a default, what for; a few words."""
    default: Any
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """The ids of the sources that the default rests on."""
    app_default: bool = False
    """True for a design decision without a source, which is shown as one."""

    @property
    def label(self) -> str:
        """The name as words: "minutes a day"."""
        return LABELS.get(self.name) or self.name.replace("_", " ")

    @property
    def rests_on(self) -> str:
        """What the default rests on: "app default", "from P50, P53"; "" for what the runner chooses freely."""
        return "app default" if self.app_default else f"from {', '.join(self.sources)}" if self.sources else ""

    @property
    def shape(self) -> str:
        """What it is in the file: "a whole number", "a list of names"."""
        return SHAPES[self.kind]

    @property
    def range(self) -> str:
        """What it may be: "5 to 120", "km or mi"; "" when that is not a list."""
        if self.least is not None:
            return f"{self.least} to {self.most}"
        if self.kind == "switch":
            return "true or false"
        return f"{', '.join(self.choices[:-1])} or {self.choices[-1]}" if self.choices else ""


@cache
def schema() -> tuple[Setting, ...]:
    """Every setting, in the order of the file."""
    found: list[Setting] = []
    group = ""
    for each in fields(Settings):
        group = GROUPS.get(each.name, group)
        begins = each.default if each.default_factory is MISSING else each.default_factory()
        said = each.metadata
        found.append(
            Setting(
                name=each.name,
                group=group,
                kind=KINDS.get(each.name) or _kind(begins),
                told=str(said.get("why") or said.get("told", "")),
                default=msgspec.to_builtins(begins),
                least=said.get("least"),
                most=said.get("most"),
                choices=said.get("choices", ()),
                sources=said.get("sources", ()),
                app_default=is_design(said),
            )
        )
    return tuple(found)


def _kind(begins: Any) -> Kind:
    if isinstance(begins, bool):
        return "switch"
    return "number" if isinstance(begins, int) else "choice"


def setting(name: str) -> Setting:
    """The setting called so. Raises KeyError."""
    return {each.name: each for each in schema()}[name]
