"""One sore spell on Rest: the number with its sentence, the criteria, the tests, the ladder of walk and run."""

from collections.abc import Iterator
from datetime import date

from textual.app import ComposeResult
from textual.containers import Container, HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widgets import Digits, Static

from journal.book import Journal
from journal.catalogue.shapes import WalkRunStage
from journal.recovery.text import first_run
from screens.rest.evidence import EpisodeView, lines
from screens.widgets.hanging import HangingLines, Hung

STEPS = 10
"""The cells of a bar of the ladder."""

RECORD_A_TEST = "a records one: test walk 30 1 · test single leg calf raise l 22 · test full motion yes"


class EpisodeBox(VerticalGroup):
    """One episode: headline, criteria, the way back."""

    def __init__(
        self,
        view: EpisodeView,
        stages: tuple[WalkRunStage, ...],
        day: date,
        journal: Journal,
        *,
        whole: bool,
        marked: bool,
    ) -> None:
        super().__init__()
        self._marked = marked
        self._whole = whole
        self._view = view
        self._stages = stages
        self._day = day
        self._journal = journal

    def compose(self) -> ComposeResult:
        """From the number to the ladder."""
        rest = self._view.status.rest
        said = rest.sentence.split(" · ")
        yield Static(self._heading(), classes="heading")
        with HorizontalGroup(classes="headline"):
            yield Digits(str(rest.days_left))
            with VerticalGroup():
                yield Static(Content(" · ".join(said[:2])), classes="sentence")
                if said[2:]:
                    yield Static(Content(" · ".join(said[2:])))
                yield Static(Content(self._earliest()), classes="muted")
                if self._view.change:
                    yield Static(Content(self._view.change), classes="change")
        # Who may run again looks for the next step, not for what held the run back.
        parts = (self._back, self._tests, self._now) if rest.ready else (self._now, self._back, self._tests)
        first, second, last = (part() for part in parts)
        with Container(classes="columns"):
            yield first.add_class("first")
            yield second
            yield last.add_class("last")

    def _now(self) -> VerticalGroup:
        status = self._view.status
        return VerticalGroup(
            Static(Content(f"{status.phase.title()}: {status.phase_why}"), classes="muted"),
            Static("What still has to be true", classes="heading"),
            HangingLines(lines(self._view.criteria, whole=self._whole)),
            classes="now",
        )

    def _tests(self) -> VerticalGroup:
        tests = self._view.tests
        shown = (
            Static("Tests before stage 1", classes="heading"),
            HangingLines(lines(tests, whole=self._whole)),
            Static(RECORD_A_TEST, classes="muted", markup=False),
        )
        return VerticalGroup(*(shown if tests else ()), classes="tests")

    def _back(self) -> VerticalGroup:
        return VerticalGroup(
            Static("The way back", classes="heading"),
            Static(Content(self._view.status.run.text)),
            Static("The ladder: walk and run in turn", classes="heading"),
            HangingLines(self._ladder(), classes="ladder"),
            classes="back",
        )

    @property
    def episode(self) -> str:
        """The id of the episode."""
        return self._view.status.episode.id

    def mark(self, marked: bool) -> None:
        """Show whether keys are for this one."""
        self._marked = marked
        self.query(".heading").first(Static).update(self._heading())

    def _heading(self) -> Content:
        status = self._view.status
        return Content(f"{'▸ ' if self._marked else ''}{self._view.name} · day {status.day} · {status.phase}")

    def _earliest(self) -> str:
        rest = self._view.status.rest
        if rest.ready:
            return "Ready to run is not the same as well: the tests and the ladder come next."
        return first_run(rest, self._day, self._journal.settings)

    def _ladder(self) -> Iterator[Hung]:
        run = self._view.status.run
        most = max((each.total_run_minutes for each in self._stages), default=1) or 1
        for each in self._stages:
            here = each.stage == run.stage
            clean = run.last_clean is not None and each.stage <= run.last_clean
            sign = "▸" if here else "✓" if clean else " "
            style = "bold" if here else "$text-success" if clean else ""
            full = round(STEPS * each.total_run_minutes / most)
            bar = ("▰" * full, "$primary" if here or clean else "$primary 60%"), ("▱" * (STEPS - full), "$primary 30%")
            before = Content.assemble((f"{sign} {each.stage}  ", style), *bar, "  ")
            yield Hung(before, Content.styled(each.name, style))
            if here:
                yield Hung(Content("     "), Content.styled(each.how, "$foreground-muted"))
