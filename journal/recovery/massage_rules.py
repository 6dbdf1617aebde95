"""Whether a place may be pressed, and by which technique: the reasons why not, in one line each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from journal.catalogue.shapes import Catalogue, Phase, Technique
from journal.clock import journal_day
from journal.model import Entry, GateTest, Massage, Side
from journal.recovery.checks import URGENT, known_from
from journal.recovery.conditions import Conditions, contraindicated
from journal.recovery.dosing import Taken, presses, sore_days, taken
from journal.recovery.episodes import open_episodes
from journal.recovery.gate import gate_due
from journal.recovery.safety import blocks
from journal.recovery.shapes import EpisodeStatus, GateDue, OpenSign
from journal.recovery.text import short
from journal.settings import Settings
from journal.tell import site_name

Place = tuple[str, Side]


class MassageRules:
    """What decides about massage at `now`, read once from everything recorded up to that day.

    `signs` are the open ones. `episodes` give the phase of a place; elsewhere it is "maintain".
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        catalogue: Catalogue,
        settings: Settings,
        signs: Sequence[OpenSign],
        now: datetime,
        episodes: Sequence[EpisodeStatus] = (),
    ) -> None:
        self.today = journal_day(now)
        self.entries = [each for each in entries if each.day <= self.today]
        self.catalogue = catalogue
        self.settings = settings
        self.signs = tuple(signs)
        self.now = now
        self.gate: GateDue | None = gate_due(self.entries, catalogue, settings, now)
        self.conditions: Conditions = contraindicated(self.entries, catalogue, now, settings.conditions)
        self.massages = sorted(
            (each for each in self.entries if isinstance(each, Massage)), key=lambda each: (each.at, each.id)
        )
        self.episodes = open_episodes(self.entries, self.today)
        self._phases: dict[Place, Phase] = {(each.episode.site, each.episode.side): each.phase for each in episodes}
        self._places: dict[Place, AtPlace] = {}

    @property
    def gate_words(self) -> str | None:
        """Why the calf gate comes first, None when it is not due."""
        return self.gate.words if self.gate else None

    def at(self, place: Place) -> "AtPlace":
        """The same for one place."""
        if place not in self._places:
            self._places[place] = AtPlace(self, place, self._phases.get(place, "maintain"))
        return self._places[place]

    def forbids(self, condition: str, side: Side) -> str | None:
        """Why a technique's `condition` rules it out now. One that only the runner can see is left to the runner."""
        if condition == "any_open_flag_urgent":
            return next((f"a warning sign is open: {each.short}" for each in self.signs if each.level in URGENT), None)
        if condition in ("onset_sudden_lt_72h", "onset_lt_72h"):
            return self._acute(side, sudden=condition == "onset_sudden_lt_72h")
        if condition in self.conditions.standing:
            return self.answered_yes(condition)
        if condition in self.settings.conditions or (condition == "straightening_hurts" and self._motion_not_full()):
            known = self.catalogue.not_if.get(condition)
            return f"not if {known.text}" if known else f"not with {condition.replace('_', ' ')}"
        return None

    def answered_yes(self, contraindication: str) -> str:
        """The words for one that is present."""
        return f"not while the answer is yes: {self.catalogue.contraindications[contraindication].ask}"

    def contraindicated(self) -> str | None:
        """Why nothing may be pressed, or not before a clinician agreed."""
        asked = self.catalogue.contraindications
        for each in self.conditions.no_massage:
            return self.answered_yes(each)
        for each in self.conditions.ask_clinician:
            return f"ask a physio or doctor first, the answer is yes: {asked[each].ask}"
        return None

    def _motion_not_full(self) -> bool:
        first = self.today - timedelta(days=self.settings.test_days)
        tests = [each for each in self.entries if isinstance(each, GateTest) and each.test == "full_motion"]
        return any(each.value < 1 for each in tests if each.day >= first)

    def _acute(self, side: Side, sudden: bool) -> str | None:
        hours = self.settings.massage_acute_hours
        for each in self.episodes:
            kind = not sudden or each.onset_kind == "sudden"
            if kind and each.side == side and self.now < known_from(each) + timedelta(hours=hours):
                return f"it began {'suddenly ' if sudden else ''}less than {hours} hours ago"
        return None


@dataclass(frozen=True)
class AtPlace:
    """What decides about massage of one place."""

    rules: MassageRules = field(repr=False)
    place: Place
    phase: Phase

    @property
    def name(self) -> str:
        """ "left upper outer calf"."""
        return site_name(*self.place, self.rules.catalogue)

    @cached_property
    def sessions(self) -> tuple[Massage, ...]:
        """The sessions that pressed here, oldest first."""
        here = (each for each in self.rules.massages if (each.site, each.side) == self.place)
        return tuple(each for each in here if presses(each, self.rules.catalogue))

    def in_days(self, days: int) -> int:
        """How many sessions there were in that many days, today among them."""
        first = self.rules.today - timedelta(days=days - 1)
        return sum(each.day >= first for each in self.sessions)

    @cached_property
    def taken(self) -> Taken:
        """How the last sessions were taken."""
        return taken(self.rules.entries, self.sessions, self.rules.settings, self.rules.now)

    @cached_property
    def sore_day(self) -> int:
        """Which day of being sore it is, 0 when it is not."""
        rules = self.rules
        begun: list[date] = [each.day for each in rules.episodes if (each.site, each.side) == self.place]
        return sore_days(rules.entries, rules.settings, *self.place, max(begun, default=None), rules.today)

    @property
    def is_sore(self) -> bool:
        """True on the first days, on which several sessions belong."""
        return 1 <= self.sore_day <= self.rules.settings.massage_sore_days

    @cached_property
    def suspended(self) -> str | None:
        """Why an open sign allows nothing here, whether it presses or not."""
        return blocks(self.rules.signs, *self.place).massage

    @cached_property
    def held(self) -> str | None:
        """Why nothing may press here at all, the gate aside."""
        site = self.rules.catalogue.sites.get(self.place[0])
        if site is None or site.massage == "no":
            return f"{site.name if site else self.place[0]} is never pressed"
        return self.suspended or self.rules.contraindicated() or self._paused()

    def refusal(self, technique: Technique | None) -> str | None:
        """Why not that technique (None: any that presses) here, the gate aside."""
        if technique is None:
            return self.held or self.enough(None)
        if self.place[0] not in technique.sites:
            return f"{technique.name}: not for the {self.name}"
        held = self.held if technique.press else self.suspended
        return held or self._not_now(technique) or self.enough(technique)

    def enough(self, technique: Technique | None) -> str | None:
        """Why it is enough for today. The same whether it is sore or not: more pain never allows more."""
        most = self.rules.settings.massage_sessions_most
        if (technique is None or technique.press) and self.in_days(1) >= most:
            return f"enough for today: {most} of {most}"
        if technique is None:
            return None
        done = [
            each
            for each in self.rules.massages
            if (each.site, each.side) == self.place and each.technique == technique.id and each.day == self.rules.today
        ]
        most = technique.max_sessions_per_day
        return f"enough of it for today: {most} of {most}" if len(done) >= most else None

    def _not_now(self, technique: Technique) -> str | None:
        if self.phase not in technique.phases:
            return f"{technique.name} is not for this phase ({self.phase})"
        for each in technique.never_if:
            if each in self.rules.conditions.present:
                return self.rules.answered_yes(each)
        whys = (self.rules.forbids(each, self.place[1]) for each in technique.forbidden_if)
        return next((why for why in whys if why), None)

    def _paused(self) -> str | None:
        until = self.taken.paused_until(self.rules.settings)
        if until is None or self.rules.now >= until:
            return None
        when = f"{short(until.date(), self.rules.settings)}, {until:%H:%M}"
        return f"{self.name} was sorer after massage more than once: leave it alone until {when}"
