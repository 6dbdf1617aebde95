"""What a section found: how often something was tried, and how often it did not hold."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic

EXAMPLES = 5


@dataclass
class Tally:
    """One check as it is counted; `figures` are measurements beside it, by name with unit."""

    section: str
    check: str
    tried: int = 0
    failed: int = 0
    examples: list[str] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)
    began: float = field(default_factory=monotonic, repr=False)
    seconds: float = 0.0

    def saw(self, fine: bool, what: str = "") -> bool:
        """Count one try; `what` says what was tried, kept when it failed. Gives `fine`."""
        self.add(1, int(not fine), what)
        return fine

    def add(self, tried: int, failed: int, what: str = "") -> None:
        """Count `tried` tries, of which `failed` did not hold."""
        self.tried += tried
        self.failed += failed
        self.seconds = monotonic() - self.began
        if failed and len(self.examples) < EXAMPLES:
            self.examples.append(what[-2000:])

    @property
    def held(self) -> bool:
        """True when it was tried and never failed."""
        return self.tried > 0 and self.failed == 0


def table(found: Iterable[Tally]) -> str:
    """The findings as a table in Markdown, with what failed beneath."""
    rows = ["| section | what must hold | tried | failed | measured | seconds |", "|---|---|--:|--:|---|--:|"]
    said = []
    for each in found:
        figures = ", ".join(f"{name} {value:.4g}" for name, value in each.figures.items())
        failed = f"{each.failed}" if each.held else f"**{each.failed}**" if each.tried else "**not tried**"
        rows.append(f"| {each.section} | {each.check} | {each.tried} | {failed} | {figures} | {each.seconds:.0f} |")
        said += [f"{each.section}, {each.check}: {example}" for example in each.examples]
    return "\n".join([*rows, *(["", *said] if said else [])])
