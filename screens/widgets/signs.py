"""An open warning sign in words: how urgent, what it is, what to do."""

from textual.content import Content
from textual.widgets import Static

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

    def __init__(self, level: str, words: str) -> None:
        """`words` are the sign and since when; below it the advice (`journal.glancing.sign_words`)."""
        super().__init__(classes=f"-{level}")
        self._level, self._words = level, words
        self.mark("")

    def mark(self, before: str) -> None:
        """Put a mark before it."""
        self.update(
            Content.assemble(before, (LEVEL_WORDS[self._level], "bold"), visible(f"  {self._words}", lines=True))
        )
