"""Reading and writing `settings.toml`; a mistake in it is named, and the rest still counts."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from journal.converting import convert
from journal.errors import CannotWrite, Refused
from journal.files import read_whole, write_whole
from journal.model import MEASURES, SIDES
from journal.nearest import nearest
from journal.settings import Settings
from journal.settings_mistakes import place
from journal.settings_schema import Setting, schema
from journal.toml import NotToml, parse_toml

TRACKED = {"side": SIDES, "measure": MEASURES}
"""The words there are for a site that is tracked; the sites are the content's."""


class NoSuch(Refused):
    """A word within a setting that there is not: `named`."""

    def __init__(self, said: str, named: str) -> None:
        super().__init__(said)
        self.named = named


def load_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in `path` (the defaults when there is none), and one line for each mistake that was left out."""
    try:
        text = read_whole(path).decode()
        table = parse_toml(text)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError, NotToml) as error:
        return Settings(), (f"{path.name}: {error}; the defaults are used",)
    settings, problems = Settings(), []
    for name, value in table.items():
        try:
            settings = _with(settings, name, value)
        except Refused as error:
            named = error.named if isinstance(error, NoSuch) else ""
            problems.append(f"{path.name}{place(text, name, named)}: {error}")
    return settings, tuple(problems)


def changed(settings: Settings, **changes: Any) -> Settings:
    """`settings` with `changes`, given as they stand in the file or as dataclasses. Raises Refused."""
    for name, value in changes.items():
        settings = _with(settings, name, msgspec.to_builtins(value))
    return settings


def chosen(settings: Settings) -> dict[str, Any]:
    """The settings that differ from the defaults, by name, as they stand in the file."""
    plain, standard = msgspec.to_builtins(settings), msgspec.to_builtins(Settings())
    return {name: value for name, value in plain.items() if value != standard[name]}


def save_settings(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults, keeping the comments and the order of a file that is there.

    A file that cannot be read is never written over: raises CannotWrite.
    """
    import tomlkit

    try:
        document = tomlkit.parse(read_whole(path).decode())
    except FileNotFoundError:
        document = tomlkit.document()
        document.add(tomlkit.comment("Settings of the recovery journal. Delete a line to go back to its default."))
    except (OSError, UnicodeDecodeError, tomlkit.exceptions.ParseError) as error:
        raise CannotWrite(f"settings not saved: {path}: {error}. Mend the file or move it away.") from None
    plain = msgspec.to_builtins(settings)
    for each in schema():
        if plain[each.name] != each.default or each.name in document:
            document[each.name] = _item(each, plain[each.name], is_new=each.name not in document)
    write_whole(path, tomlkit.dumps(document).encode(), "settings not saved")


def _item(setting: Setting, value: Any, *, is_new: bool) -> Any:
    """A value as it is written; a new line says what it is for."""
    import tomlkit

    item = tomlkit.item(value)
    if is_new and setting.kind in ("number", "switch", "choice"):
        item.comment(", ".join(part for part in (setting.told, setting.range) if part))
    return item


def _with(settings: Settings, name: str, value: Any) -> Settings:
    by_name = {each.name: each for each in schema()}
    if name not in by_name:
        raise Refused(f"there is no setting {name!r}{nearest(name, by_name)}")
    plain = msgspec.to_builtins(settings) | {name: value}
    _one_of(by_name[name], value)
    if by_name[name].kind == "tracked":
        _refuse_no_such(name, value)
    try:
        given = convert(plain, Settings)
    except msgspec.ValidationError:
        said = f", not {_spelled(value)}" if isinstance(value, str | int | float) else ""
        raise Refused(f"{name} is {by_name[name].shape}{said}") from None
    _in_range(by_name[name], value)
    return replace(settings, **{name: getattr(given, name)})


def _one_of(setting: Setting, value: Any) -> None:
    if setting.choices and value not in setting.choices:
        near = nearest(str(value), setting.choices)
        raise Refused(f"{setting.name} {_spelled(value)} is not {setting.range}{near}")


def _refuse_no_such(name: str, tracked: Any) -> None:
    tables = [each for each in tracked if isinstance(each, dict)] if isinstance(tracked, list) else []
    for each in tables:
        for what, known in TRACKED.items():
            word = each.get(what, known[0])
            if word not in known:
                said = f"{name}: there is no {what} {_spelled(word)}{nearest(str(word), known)}"
                raise NoSuch(said, str(word))


def _spelled(value: Any) -> str:
    """A value as it stands in the file."""
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _in_range(setting: Setting, value: Any) -> None:
    if setting.least is not None and value < setting.least:
        raise Refused(f"{setting.name} {value} is less than {setting.least}")
    if setting.most is not None and value > setting.most:
        raise Refused(f"{setting.name} {value} is more than {setting.most}")
