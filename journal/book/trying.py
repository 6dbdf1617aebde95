"""Self-trials: planned by lot, started and ended. The lot is drawn here, where the world is; what follows is pure."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.book.writing import Writing
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.model import Rating, SelfTrial

LOTS = 1_000_000
"""A seed is drawn among so many, short enough to be written down."""


class Trying(Writing):
    """Plan, start, end."""

    def plan_trial(
        self,
        technique: str,
        against: str | None = None,
        *,
        days: int = 28,
        place: str | None = None,
        seed: int | None = None,
    ) -> "SelfTrial":
        """A trial of a technique (its id, or as people call it) against another one or none; nothing is saved.

        `place` is in words ("left calf"; default: the main site); without a `seed` one is drawn. It begins today, or
        tomorrow when the place was massaged today. Raises Refused, also while another one goes on there.
        """
        from secrets import randbelow

        from journal.model import Massage, Rating, SelfTrial

        rated = self.read(f"{place or ''} 0").entries
        where = rated[0] if len(rated) == 1 else None
        if not isinstance(where, Rating):
            raise Refused(f"nothing was planned: {place!r} names no place")
        today = self.clock.today()
        done = (each for each in self.day(today) if isinstance(each, Massage))
        begun = any((each.site, each.side) == (where.site, where.side) for each in done)
        return SelfTrial(
            at=self.clock.now(),
            zone=self.clock.zone_name,
            site=where.site,
            side=where.side,
            technique=self._technique(technique, where),
            against=None if against in (None, "none") else self._technique(str(against), where),
            start=today + timedelta(days=begun),
            days=days,
            seed=randbelow(LOTS) if seed is None else seed,
        )

    def start_trial(self, trial: "SelfTrial") -> "SelfTrial":
        """Save a planned trial. Raises Refused while a warning sign, pain or another trial forbids it."""
        from journal.model import SelfTrial

        self.may_begin(trial)
        (saved,) = self.record(trial)
        assert isinstance(saved, SelfTrial)
        return saved

    def may_begin(self, trial: "SelfTrial") -> None:
        """Raise Refused when a trial may not begin now."""
        why = self._no_trial(trial)
        if why:
            raise Refused(f"nothing was planned: {why}")

    def _no_trial(self, trial: "SelfTrial") -> str:
        from journal.analysis.self_trial import PAIN_MOST, too_sore

        going = [each.trial for each in self.trials() if not each.over]
        if any((each.site, each.side) == (trial.site, trial.side) for each in going):
            return "a self-trial of that place goes on already; end it first"
        if self.catalogue.sites[trial.site].massage == "no":
            return f"the {self.site_name(trial.site, trial.side)} is never massaged"
        held = self.status().blocks.massage
        if held:
            return held
        if any(too_sore(each, trial) for each in self.day(self.clock.today())):
            return f"it hurt more than {PAIN_MOST} of 10 today; start it on a day on which it does not"
        return ""

    def end_trial(self, trial: "SelfTrial | None" = None) -> "SelfTrial":
        """End a trial that goes on (default: the only one) today. Raises Refused when there is none, or several."""
        going = [each.trial for each in self.trials() if not each.over]
        chosen = [each for each in going if trial is None or each.id == trial.id]
        if not chosen:
            raise Refused("nothing was ended: no self-trial goes on")
        if len(chosen) > 1:
            raise Refused("nothing was ended: several self-trials go on; end one in the app, on Trends, Massage")
        ended = replace(chosen[0], ended_on=self.clock.today())
        self.amend(chosen[0], ended, f"end the self-trial: {self.site_name(ended.site, ended.side)}")
        return ended

    def _technique(self, words: str, where: "Rating") -> str:
        """The id of what people call a technique, at a place where it may be used."""
        from journal.model import Massage

        known = self.catalogue.techniques
        if words not in known:
            read = self.read(f"massage {words} {where.side} {where.site.replace('_', ' ')} 1m").entries
            words = read[0].technique if len(read) == 1 and isinstance(read[0], Massage) else words
        if words not in known:
            raise Refused(f"nothing was planned: there is no technique {words!r}")
        if where.site not in known[words].sites:
            place = self.site_name(where.site, where.side)
            raise Refused(f"nothing was planned: {known[words].name.lower()} is not for the {place}")
        return words
