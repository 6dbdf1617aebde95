"""An open warning sign in words: how urgent, what it is, what to do."""

from textual.content import Content
from textual.widgets import Static

from journal.recovery.shapes import OpenSign
from journal.visible import visible

LEVEL_WORDS = {"emergency": "EMERGENCY", "urgent": "URGENT", "soon": "SEE SOMEONE SOON", "caution": "TAKE CARE"}


class SignBox(Static):
    """A sign with its advice. Its level is a word, the colour only repeats it."""

    DEFAULT_CSS = """
    SignBox {
        height: auto;
        padding: 0 1;
        margin-bottom: 1;
        background: $warning 20%;
        border-left: outer $warning;
    }
    SignBox.-emergency, SignBox.-urgent {
        background: $error 20%;
        border-left: outer $error;
    }
    """

    def __init__(self, sign: OpenSign) -> None:
        super().__init__(sign_content(sign), classes=f"-{sign.level}")
        self.sign = sign


def sign_content(sign: OpenSign, before: str = "") -> Content:
    """The level, the sign and since when; below it the advice."""
    since = f"{sign.since:%a} {sign.since.day} {sign.since:%b}"
    return Content.assemble(
        before,
        (LEVEL_WORDS[sign.level], "bold"),
        visible(f"  {sign.short} · since {since}\n{sign.text}", lines=True),
    )
