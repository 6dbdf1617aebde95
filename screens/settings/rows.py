"""Settings in lines: a name, its value in words, and what it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from textual.content import Content

from journal.book import Journal
from journal.settings_schema import Setting, schema
from journal.visible import visible

BACKUPS = "backups"
"""The row that is no setting: it tells of the backups, and makes one."""

NAME = 26
"""The cells of a name."""
VALUE = 6
"""The cells of a number, with the gap behind."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line: its `setting`, None for the backups; `value` as it stands in the file, `words` as it is shown."""

    name: str
    group: str
    label: str
    words: str
    value: Any = None
    setting: Setting | None = None

    @property
    def is_default(self) -> bool:
        """True while the runner has chosen nothing else."""
        return self.setting is not None and self.value == self.setting.default

    def fits(self, words: str) -> bool:
        """True when every one of `words` is in what is said of it."""
        said = f"{self.group} {self.label} {self.words} {self.setting.told if self.setting else ''}".lower()
        return all(word in said for word in words.lower().split())


def rows(journal: Journal, values: Mapping[str, Any], backups: str) -> tuple[Row, ...]:
    """Every setting that is the runner's to change, and the backups."""
    found = [
        Row(
            name=each.name,
            group=each.group,
            label=each.label,
            value=values[each.name],
            words=value_words(journal, each, values[each.name]),
            setting=each,
        )
        for each in schema()
        if each.kind != "mark"
    ]
    after = next(number for number, row in enumerate(found) if row.group != found[0].group)
    last = next((n for n, row in enumerate(found) if n >= after and row.group != found[after].group), len(found))
    found.insert(last, Row(name=BACKUPS, group=found[after].group, label=BACKUPS, words=backups))
    return tuple(found)


def value_words(journal: Journal, setting: Setting, value: Any) -> str:
    """A value in a few words."""
    if setting.kind == "switch":
        return "on" if value else "off"
    if setting.kind == "tracked":
        first = journal.site_name(value[0]["site"], value[0]["side"]) if value else "none"
        return f"{first}{f' and {len(value) - 1} more' if len(value) > 1 else ''}"
    if setting.kind == "several":
        return ", ".join(each.replace("_", " ") for each in value if each != "none") or "none"
    if setting.kind == "keys":
        return ", ".join(f"{name.replace('_', ' ')} {key}" for name, key in value.items()) or "none chosen"
    return str(value)


def line(row: Row, typed: str | None = None) -> Content:
    """A row of the list; `typed` is the number that is being typed into it."""
    default = row.setting.rests_on if row.is_default and row.setting is not None else ""
    value = (f"{typed}_", "$accent bold") if typed is not None else (visible(row.words), "")
    label = row.label if len(row.label) <= NAME else f"{row.label[: NAME - 1]}…"
    gap = " " * max(2, VALUE - len(value[0])) if default else ""
    return Content.assemble(f"{label:<{NAME}} ", value, gap, (default, "$foreground-muted"))


def about(row: Row, journal: Journal) -> Content:
    """What a setting is, what it may be, and which keys change it."""
    return Content("\n").join(_about(row, journal))


def _about(row: Row, journal: Journal) -> Iterator[Content]:
    yield Content.styled(row.label.capitalize(), "bold")
    each = row.setting
    if each is None:
        yield Content("Whole copies of the journal: one after the first entry of a day, and before an import.")
        yield Content.styled(visible(f"In {journal.paths.backups}"), "$foreground-muted")
        yield Content.styled("Enter makes one now. Back from one: rj restore --list", "$foreground-muted")
        return
    yield Content(visible(each.told[:1].upper() + each.told[1:] + "."))
    if each.kind in ("several", "tracked", "keys") and row.value:
        yield Content(visible(_listed(row, journal)))
    if each.app_default:
        yield Content.styled("An app default, not evidence.", "$foreground-muted")
    for name in each.sources:
        source = journal.catalogue.sources[name]
        yield Content.styled(visible(f"At first as in [{name}] {source.words}"), "$foreground-muted")
    allowed = f"{each.range}; at first {each.default}" if each.range and each.kind != "switch" else ""
    if allowed:
        yield Content.styled(allowed, "$foreground-muted")
    yield Content.styled(HOW[each.kind], "$foreground-muted")
    yield Content.styled(f"In the file: {each.name}", "$foreground-muted")


def _listed(row: Row, journal: Journal) -> str:
    if row.setting is not None and row.setting.kind == "tracked":
        return ", ".join(f"{journal.site_name(each['site'], each['side'])} ({each['measure']})" for each in row.value)
    return row.words


HOW = {
    "switch": "Enter turns it on or off.",
    "number": "← → or a typed number and enter; del goes back to the default.",
    "choice": "Enter or ← → chooses.",
    "several": "Enter opens the list.",
    "tracked": "Enter opens the list; the first is what a bare digit rates.",
    "keys": "Enter opens the list of keys.",
    "mark": "",
}
"""Which keys change a kind of setting."""
