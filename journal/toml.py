"""TOML, read in one place: a file that is no TOML is one kind of error, whatever is wrong with it."""

from typing import Any

import tomli


class NotToml(ValueError):
    """A text that is no TOML: what is wrong with it, and where."""


def parse_toml(text: str) -> dict[str, Any]:
    """The tables and values in `text`. Raises NotToml, also when it is nested too deeply to be read."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise NotToml(str(error)) from None
    except RecursionError:
        raise NotToml("it is nested too deeply") from None
