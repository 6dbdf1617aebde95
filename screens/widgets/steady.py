"""A text that is laid out again only when it says something else."""

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class Steady(Static):
    """A text that is often told the same: to lay out a screen again takes longer than all else that a key changes."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show `content`, unless it is what stands there already."""
        if not _same(self.content, content):
            super().update(content, layout=layout)


def _same(shown: VisualType, wanted: VisualType) -> bool:
    """Contents that differ in their styles alone count as equal to the toolkit."""
    if isinstance(shown, Content) and isinstance(wanted, Content):
        return shown.is_same(wanted)
    return isinstance(shown, str) and isinstance(wanted, str) and shown == wanted
