"""A key as it is printed, and a message that ends with a key to press."""

from typing import Any, NamedTuple

from textual.app import App

ENDINGS = {"u undoes": "undo", "U redoes": "redo"}
"""The words at the end of a message that are a key to press, and the action of that key."""
BEFORE_KEY = " · "
"""Between a message and such a key."""


class Key(NamedTuple):
    """A key as it is printed, and what a click on it presses."""

    shown: str
    press: str


class Words(NamedTuple):
    """A message, and the key at its end with what it does, None where no such key works now."""

    text: str
    key: Key | None
    does: str

    @classmethod
    def of(cls, text: str, app: App[Any]) -> "Words":
        """`text` with the key that the runner has for what stands at its end; without it where that key sleeps."""
        ending = next((each for each in ENDINGS if text.endswith(each)), None)
        if ending is None:
            return cls(text, None, "")
        key, does = _key_of(ENDINGS[ending], app), ending.split(" ", 1)[1]
        said = text.removesuffix(ending)
        return cls(said, key, does) if key is not None else cls(said.removesuffix(BEFORE_KEY), None, "")

    @property
    def ending(self) -> str:
        """ "u undoes", or "" without a key."""
        return f"{self.key.shown} {self.does}" if self.key is not None else ""

    def __str__(self) -> str:
        return self.text + self.ending


def _key_of(action: str, app: App[Any]) -> Key | None:
    """The key of `action` on the screen that takes the keys now."""
    bindings = app.screen.active_bindings.values() if app.screen_stack else ()
    for _, binding, enabled, _ in bindings:
        if enabled and binding.action.removeprefix("app.") == action:
            return Key(app.get_key_display(binding), binding.key.split(",")[0])
    return None
