"""A number and what it counts."""


def count(number: int, word: str) -> str:
    """ "1 day", "2 days", "2 entries"."""
    if number != 1:
        word = f"{word[:-1]}ies" if word.endswith("ry") else f"{word}s"
    return f"{number} {word}"
