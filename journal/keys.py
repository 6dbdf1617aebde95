"""Which keys a terminal can send, and what a key is called."""

from string import ascii_lowercase, printable

from journal.nearest import nearest

NAMED = {
    "space",
    "enter",
    "tab",
    "shift+tab",
    "escape",
    "backspace",
    "delete",
    "insert",
    *(f"{more}{each}" for more in ("", "shift+", "ctrl+") for each in ("up", "down", "left", "right", "home", "end")),
    "pageup",
    "pagedown",
    *(f"f{number}" for number in range(1, 13)),
    *(f"ctrl+{letter}" for letter in ascii_lowercase),
}
"""The keys with names that every terminal sends."""

SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
"""Keys that arrive as another one: a terminal sends the same byte for both."""

NEVER_SENT = ("super+", "cmd+", "meta+", "hyper+", "fn+", "ctrl+shift+", "alt+ctrl+", "ctrl+alt+")
"""What a terminal keeps to itself or cannot tell from the key without it."""

TAKEN = {
    "ctrl+c": "copies",
    "ctrl+p": "opens the palette",
    "ctrl+q": "closes the journal",
    "ctrl+z": "puts the program aside in most terminals",
    "ctrl+s": "stops the output in many terminals",
}
"""What a terminal or the system does with a key."""


def refusal(key: str) -> str | None:
    """Why `key` ("D", "?", "ctrl+b", "f5") cannot be the key of a command; None when a terminal sends it."""
    wanted = key if len(key) == 1 else key.lower()
    if wanted in SAME_BYTE:
        return f"a terminal cannot send {key!r}: it arrives as {SAME_BYTE[wanted]}"
    if wanted in TAKEN:
        return f"{key!r} is not free: it {TAKEN[wanted]}"
    if len(wanted) == 1 and wanted in printable and not wanted.isspace():
        return None
    if wanted in NAMED:
        return None
    if wanted.startswith("shift+") and len(wanted) == 7 and wanted[-1].isalpha():
        return f"write {wanted[-1].upper()!r} for {key!r}"
    if wanted.startswith(NEVER_SENT) or wanted.startswith(("ctrl+", "shift+", "alt+")):
        return f"a terminal cannot send {key!r}"
    return f"there is no key {key!r}{nearest(wanted, NAMED)}"
