"""Reading and writing `settings.toml`; a mistake in it is named, and the rest still counts."""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import msgspec

from journal.errors import CannotWrite, Refused
from journal.files import write_whole
from journal.settings import Settings


def load_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in `path` (the defaults when there is none), and one line for each mistake that was left out."""
    try:
        text = path.read_bytes().decode()
        table = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(), (f"{path.name}: {error}; the defaults are used",)
    settings, problems = Settings(), []
    for name, value in table.items():
        try:
            settings = _with(settings, name, value)
        except Refused as error:
            problems.append(f"{path.name}{_line(text, name)}: {error}")
    return settings, tuple(problems)


def changed(settings: Settings, **changes: Any) -> Settings:
    """`settings` with `changes`, given as they stand in the file or as dataclasses. Raises Refused."""
    for name, value in changes.items():
        settings = _with(settings, name, msgspec.to_builtins(value))
    return settings


def save_settings(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults, keeping the comments and the order of a file that is there.

    A file that cannot be read is never written over: raises CannotWrite.
    """
    import tomlkit

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
        document.add(tomlkit.comment("Settings of the recovery journal. Delete a line to go back to its default."))
    except (OSError, UnicodeDecodeError, tomlkit.exceptions.ParseError) as error:
        raise CannotWrite(f"settings not saved: {path}: {error}. Mend the file or move it away.") from None
    plain = msgspec.to_builtins(settings)
    standard = msgspec.to_builtins(Settings())
    for name, value in plain.items():
        if value != standard[name] or name in document:
            document[name] = value
    write_whole(path, tomlkit.dumps(document).encode(), "settings not saved")


def _with(settings: Settings, name: str, value: Any) -> Settings:
    by_name = {each.name: each for each in fields(Settings)}
    if name not in by_name:
        near = difflib.get_close_matches(name, by_name, 1)
        raise Refused(f"there is no setting {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    plain = msgspec.to_builtins(settings) | {name: value}
    try:
        given = msgspec.convert(plain, Settings)
    except msgspec.ValidationError as error:
        raise Refused(f"{name}: {error}".replace("`", "").replace(f" - at $.{name}", "")) from None
    _in_range(name, getattr(given, name), by_name[name].metadata)
    return replace(settings, **{name: getattr(given, name)})


def _in_range(name: str, value: Any, metadata: Mapping[str, Any]) -> None:
    least, most = metadata.get("least"), metadata.get("most")
    if least is not None and value < least:
        raise Refused(f"{name} {value} is less than {least}")
    if most is not None and value > most:
        raise Refused(f"{name} {value} is more than {most}")


def _line(text: str, name: str) -> str:
    for number, line in enumerate(text.splitlines(), 1):
        if line.split("=")[0].strip().strip("[]\"'") == name:
            return f", line {number}"
    return ""
