"""What somebody may have meant by a word that is not known."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """ "; did you mean 'rest_days'?" for what is close to `name` among `known`, "" when nothing is."""
    import difflib

    near = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""
