"""Today's massage: where, how, how much, and what to leave alone."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from journal.catalogue.shapes import Catalogue, Technique
from journal.model import Entry, Side
from journal.recovery.conditions import contraindications_due
from journal.recovery.dosing import dose
from journal.recovery.massage_rules import AtPlace, MassageRules, Place
from journal.recovery.shapes import EpisodeStatus, MassageDay, OpenSign, Proposal
from journal.settings import Settings

HONEST = "May ease tightness for a short while. It doesn't repair tissue and isn't a test of what is wrong."
BOTH: tuple[Side, ...] = ("left", "right")


def massage_day(
    entries: Sequence[Entry],
    catalogue: Catalogue,
    settings: Settings,
    signs: Sequence[OpenSign],
    now: datetime,
    episodes: Sequence[EpisodeStatus] = (),
) -> MassageDay:
    """What massage is for at `now`. `signs` are the open ones; `episodes` give the phase of a place, else "maintain".

    `goal` and `done` count sessions of the places that are due: several a day where it is sore for its first days, a
    few a week on each leg otherwise; the goal is 0 while all of it is blocked. While the gate is due `blocked_by` says
    so too, and nothing is proposed. Where nothing may be pressed, what presses nothing can still be proposed.
    """
    rules = MassageRules(entries, catalogue, settings, signs, now, episodes)
    goals = _goals(rules)
    proposals = () if rules.gate else tuple(each for here in goals for each in _proposals(here))
    blocked = _blocked_by(rules, list(goals), proposals)
    return MassageDay(
        done=sum(here.in_days(1) for here in goals),
        goal=0 if blocked and not rules.gate else sum(goal for here, goal in goals.items() if not here.held),
        blocked_by=blocked,
        gate=rules.gate,
        proposals=proposals,
        advice=_advice(list(goals), settings),
        ask_conditions=contraindications_due(rules.entries, catalogue, settings, now),
    )


def _goals(rules: MassageRules) -> dict[AtPlace, int]:
    """The places that are due, each with the sessions it gets today."""
    settings = rules.settings
    main: Place = (settings.main.site, settings.main.side)
    begun = [rules.at(place) for place in dict.fromkeys((each.site, each.side) for each in rules.episodes)]
    several = min(settings.massage_goal, settings.massage_sessions_most)
    goals = {here: several for here in dict.fromkeys((*begun, rules.at(main))) if here.is_sore}
    settled = [here.place[0] for here in begun if here not in goals] or ([] if goals else [_routine_site(rules)])
    for here in (rules.at((site, side)) for site in settled for side in BOTH):
        goals.setdefault(here, int(here.in_days(7) - here.in_days(1) < settings.massage_week))
    return goals


def _routine_site(rules: MassageRules) -> str:
    """The first tracked site that may be pressed, else the main one."""
    sites = {each.id for each in rules.catalogue.massage_sites}
    return next((each.site for each in rules.settings.tracked if each.site in sites), rules.settings.main.site)


def _proposals(here: AtPlace) -> Iterator[Proposal]:
    """The techniques for a place, those that press first, in the order of the catalogue."""
    site, side = here.place
    halve = here.taken.halve
    for technique in _techniques(here):
        if here.refusal(technique) is None:
            seconds, sets, cap = dose(technique, here.rules.catalogue.sites[site], halve, here.rules.settings)
            half = ", half the time: it was sorer after massage" if halve and technique.press else ""
            yield Proposal(
                technique=technique.id,
                site=site,
                side=side,
                seconds=seconds,
                sets=sets,
                discomfort_cap=cap,
                why=f"for the {here.name}{half}",
            )


def _techniques(here: AtPlace) -> list[Technique]:
    found = [each for each in here.rules.catalogue.techniques.values() if here.place[0] in each.sites]
    return sorted(found, key=lambda each: not each.press)


def _blocked_by(rules: MassageRules, places: Sequence[AtPlace], proposals: Sequence[Proposal]) -> str | None:
    """Why nothing may be pressed where it is due; None when something may, or enough was done."""
    if places and all(here.held for here in places):
        return places[0].held
    if rules.gate_words:
        return rules.gate_words
    if any(rules.catalogue.techniques[each.technique].press for each in proposals):
        return None
    for here in places:
        if here.refusal(None) is None:
            whys = (here.refusal(each) for each in _techniques(here) if each.press)
            return next((why for why in whys if why), f"no technique is known for the {here.name}")
    return None


def _advice(places: Sequence[AtPlace], settings: Settings) -> str:
    for here in places:
        if here.taken.halve and not here.held:
            return f"It was sorer after the last massage of the {here.name}: half the time today."
    return _forgotten(places, settings) or _first_days_over(places, settings) or HONEST


def _forgotten(places: Sequence[AtPlace], settings: Settings) -> str:
    """The leg that had clearly fewer sessions in a week, where both legs have their turn."""
    counts = {here.place: here.in_days(7) for here in places}
    for site in dict.fromkeys(here.place[0] for here in places):
        left, right = counts.get((site, "left")), counts.get((site, "right"))
        if left is not None and right is not None and abs(left - right) >= settings.massage_leg_gap:
            side, least = ("right", right) if left > right else ("left", left)
            return f"The {side} leg was left out: {least} of {left + right} sessions in 7 days."
    return ""


def _first_days_over(places: Sequence[AtPlace], settings: Settings) -> str:
    begun = {(each.site, each.side) for here in places for each in here.rules.episodes}
    if any(here.place in begun and here.sore_day > settings.massage_sore_days for here in places):
        days, week = settings.massage_sore_days, settings.massage_week
        return f"The first {days} days are over: {week} short sessions a week now, on both legs."
    return ""
