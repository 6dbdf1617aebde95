"""What can be chosen of the app where the app itself is not loaded; a test of the screens keeps both the same."""

from collections.abc import Collection

from journal.errors import Refused
from journal.nearest import nearest

THEMES = (
    *("journal-contrast", "journal-dark", "journal-light"),
    *("ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light"),
    *("catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato", "catppuccin-mocha"),
    *("dracula", "flexoki", "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn", "rose-pine-moon"),
    *("solarized-dark", "solarized-light", "textual-dark", "textual-light", "tokyo-night"),
)
"""The names of the themes, the journal's own first."""

COMMANDS = (
    *("add", "ask-ahead", "back", "begin-spell", "box-after", "box-before", "comment", "comments", "conditions"),
    *("day-after", "day-before", "days", "down", "drive", "easier", "edit", "editor", "function", "go-body"),
    *("go-history", "go-massage", "go-rest", "go-strength", "go-today", "go-trends", "harder", "help", "hold"),
    *("import", "jump", "kind", "laptop", "less", "limp", "list", "load", "longer", "measure", "month", "more"),
    *("more-rest", "newer", "next-page", "next-site", "none", "older", "other", "own", "page-before", "page-chart"),
    *("page-forecast", "page-links", "page-massage", "pain", "place", "quit", "record-only", "redo", "remove"),
    *("report", "row-down", "row-up", "same", "search", "settings", "shorter", "signs", "source", "sources"),
    *("spell-down", "spell-up", "stairs", "table", "tag", "take", "take-back", "tick", "tingling", "trial", "turn"),
    *("undo", "up", "week-after", "week-before", "well-again", "year"),
)
"""The names of the commands whose keys may be chosen."""


def refuse_unknown(setting: str, what: str, name: str, known: Collection[str]) -> None:
    """Raise Refused for a name that is not among the `known`: with the nearest one, or with all there are."""
    if name not in known:
        ways = nearest(name, known) or f"; there are: {', '.join(known)}"
        raise Refused(f"{setting}: there is no {what} {name!r}{ways}")
