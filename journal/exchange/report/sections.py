"""The lines of each section, from what the journal knows. Few and short: the report is one page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import TypeVar

from journal.analysis.shapes import Insights
from journal.analysis.wording import link, massage, place, trend
from journal.catalogue import Catalogue
from journal.dates import day_words
from journal.exchange.report.shapes import Item, mark
from journal.model import Entry, Episode, Function, GateTest, Massage, Rating, Run, SafetyCheck, Trigger
from journal.plural import count
from journal.recovery.plan import adherence
from journal.recovery.status import Status
from journal.recovery.text import times
from journal.settings import Settings
from journal.tell import amount, distance, result, site_name, tell

EntryT = TypeVar("EntryT", bound=Entry)

WEEK = timedelta(days=7)
FORTNIGHT = timedelta(days=14)
LONGEST = 220
"""Characters of one line of the runner's or a clinician's own words; the journal itself keeps all of it."""

MORNING, EVENING = 10, 18
"""Ratings before and from these hours are the morning's and the evening's (app defaults)."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the sections are written from: `entries` up to `day`, of them those since `since`, and what they mean."""

    day: date
    since: date
    entries: Sequence[Entry]
    status: Status
    insights: Insights
    catalogue: Catalogue
    settings: Settings

    @property
    def recent(self) -> list[Entry]:
        """The entries of the days since..day."""
        return [each for each in self.entries if each.day >= self.since]

    def words(self, day: date, *, year: bool = False) -> str:
        """A day as the runner has days written: "9 Nov", "9 Nov 2026"."""
        return day_words(day, self.settings.date_format, weekday=False, year=year)

    def distance(self, km: float) -> str:
        """A distance as the runner has distances written: "5.5 km", "3.4 mi"."""
        return distance(km, self.settings.distance_unit)


def where(known: Known) -> Iterator[Item]:
    """Each open spell: place, beginning, and what was different in the two weeks before."""
    for each in known.status.episodes:
        episode = each.episode
        name = site_name(episode.site, episode.side, known.catalogue).capitalize()
        began = f"{episode.onset_kind}, since {known.words(episode.day, year=True)} (day {each.day}, {each.phase})"
        again = "; it came back" if each.recurrence else ""
        yield Item(f"{name}: {began}{again}. {each.rest.sentence}.", mark(episode.id))
        before = _before(episode, known)
        if before:
            yield Item(f"In the two weeks before: {before}.")
    if not known.status.episodes:
        main = known.settings.main
        yield Item(f"No sore spell is open. Rated: {site_name(main.site, main.side, known.catalogue)}.")


def _before(episode: Episode, known: Known) -> str:
    first = episode.day - FORTNIGHT
    triggers: dict[str, list[float | None]] = {}
    for entry in _of(Trigger, known.entries, first, episode.day):
        if entry.amount != 0:
            triggers.setdefault(entry.trigger, []).append(entry.amount)
    told = []
    for trigger, amounts in sorted(triggers.items(), key=lambda each: -len(each[1]))[:4]:
        kind = known.catalogue.triggers.get(trigger)
        most = amount(max((each for each in amounts if each), default=None), kind.unit if kind else "")
        name = kind.name.split(",")[0].lower() if kind else trigger.replace("_", " ")
        told.append(f"{name} {times(len(amounts))}{f' (most {most})' if most else ''}")
    longest, earlier = (
        max((run.km or 0 for run in _of(Run, known.entries, *span)), default=0)
        for span in ((first, episode.day), (first - timedelta(days=30), first - timedelta(days=1)))
    )
    if longest:
        told.append(f"longest run {known.distance(longest)}, {known.distance(earlier)} in the 30 days before that")
    return "; ".join(told)


def now(known: Known) -> Iterator[Item]:
    """The ratings of the last seven days by place and measure, mornings and evenings, and function."""
    first = known.day - WEEK + timedelta(days=1)
    ratings = list(_of(Rating, known.entries, first, known.day))
    places = dict.fromkeys((each.site, each.side, each.measure) for each in ratings)
    for site, side, measure in list(places)[:4]:
        here = [each for each in ratings if (each.site, each.side, each.measure) == (site, side, measure)]
        rated = f"rated on {count(len({each.day for each in here}), 'day')}"
        hours = [
            f"{name} {fmean(scores):.1f}"
            for name, scores in (
                ("mornings", [each.score for each in here if each.time_known and each.at.hour < MORNING]),
                ("evenings", [each.score for each in here if each.time_known and each.at.hour >= EVENING]),
            )
            if scores
        ]
        yield Item(
            f"{site_name(site, side, known.catalogue).capitalize()}, {measure} (0–10): mean "
            f"{fmean(each.score for each in here):.1f}, highest {max(each.score for each in here)}, "
            f"{'; '.join((*hours, rated))}."
        )
    if not ratings:
        yield Item("Nothing was rated.")
    functions = list(_of(Function, known.entries, first, known.day))
    if functions:
        last, least = functions[-1], min(each.percent for each in functions)
        limp = {True: ", limping", False: ", no limp", None: ""}[last.limp]
        yield Item(f"Function {last.percent} % of normal on {known.words(last.day)}{limp}; lowest {least} %.")


def links(known: Known) -> Iterator[Item]:
    """At most three things that soreness is followed by, with their verdicts; then massage and this week."""
    main = (known.settings.main.site, known.settings.main.side)
    rows = [each for each in known.insights.triggers if each.verdict in ("clear", "possible")]
    rows.sort(key=lambda each: (each.verdict != "clear", -abs(each.effect or 0)))
    for row in rows[:3]:
        yield Item(f"{place(row, known.catalogue)}: {link(row, known.catalogue)}")
    if not rows:
        yield Item("Nothing stands out so far.")
    for effect in known.insights.massage:
        if (effect.site, effect.side) == main and effect.verdict in ("clear", "possible"):
            yield Item(massage(effect, known.catalogue))
            break
    yield from (Item(trend(each)) for each in known.insights.trend if (each.site, each.side) == main)


def tests(known: Known) -> Iterator[Item]:
    """The latest result of each test and side, with its day, and what it takes to pass."""
    latest: dict[str, dict[str, GateTest]] = {}
    for entry in _of(GateTest, known.entries, known.since - FORTNIGHT, known.day):
        latest.setdefault(entry.test, {})[entry.side or ""] = entry
    for test, sides in latest.items():
        kind = known.catalogue.tests.get(test)
        told = ", ".join(
            f"{f'{side} ' if side else ''}{result(each.value, each.unit)} ({known.words(each.day)})"
            for side, each in sides.items()
        )
        passes = kind.passes(known.settings.calf_raise_symmetry) if kind else ""
        name, target = (kind.name, f"; to pass: {passes}") if kind else (test.replace("_", " "), "")
        yield Item(f"{name}: {told}{target}.", mark(next(iter(sides.values())).id))
    if not latest:
        yield Item("No test was done.")


def done(known: Known) -> Iterator[Item]:
    """Days without running, massage, strength."""
    days = (known.day - known.since).days + 1
    ran = {each.day for each in known.recent if isinstance(each, Run)}
    yield Item(f"{days - len(ran)} of {count(days, 'day')} without a run.")
    sessions = [each for each in known.recent if isinstance(each, Massage)]
    if sessions:
        minutes = sum(each.seconds or 0 for each in sessions) / 60
        sorer = sum(each.after > each.before for each in sessions if each.before is not None and each.after is not None)
        rated = sum(each.before is not None and each.after is not None for each in sessions)
        after = f"; sorer just after {sorer} of {rated} rated" if rated else ""
        yield Item(f"Massage: {count(len(sessions), 'session')}, {minutes / days:.1f} min a day{after}.")
    followed = adherence(known.entries, known.day, min(days, 28))
    yield Item(f"{_sentence(followed.text)[:-1]} (last {followed.days} days).")


def signs(known: Known) -> Iterator[Item]:
    """Every warning sign that was asked, with the newest answer and its day; what is open; what clinicians said."""
    for sign in known.status.signs:
        yield Item(f"OPEN since {known.words(sign.since)} ({sign.level}): {sign.short}.")
    answers: dict[str, SafetyCheck] = {}
    for check in _of(SafetyCheck, known.entries, known.since - FORTNIGHT, known.day):
        answers.update(dict.fromkeys(check.answers, check))
        if check.cleared_by:
            yield Item(
                f"{known.words(check.day)}, seen by {_cut(check.cleared_by)}: {_cut(check.note)}", mark(check.id)
            )
    by_answer: dict[tuple[bool, date], list[str]] = {}
    for sign_id, check in answers.items():
        if sign_id in known.catalogue.signs and not check.cleared_by:
            short = known.catalogue.signs[sign_id].short
            by_answer.setdefault((check.answers[sign_id], check.day), []).append(short)
    for (yes, day), names in sorted(by_answer.items(), key=lambda each: (not each[0][0], -each[0][1].toordinal())):
        yield Item(f"{'Yes' if yes else 'No'} on {known.words(day)}: {'; '.join(names)}.")
    if not answers:
        yield Item("Not asked in this time.")


def running(known: Known) -> Iterator[Item]:
    """What comes next, the last three runs, and the load."""
    for each in known.status.episodes:
        yield Item(f"{_sentence(each.run.text)}", f"stage {each.run.stage}" if each.run.stage is not None else "")
    for limit in known.status.limits:
        yield Item(f"Agreed: {limit.words} ({_cut(limit.by)}).", mark(limit.comment))
    runs = [each for each in known.entries if isinstance(each, Run)]
    for run in runs[-3:]:
        yield Item(
            f"{known.words(run.day)}: {_cut(tell(run, known.catalogue, known.settings.distance_unit))}.", mark(run.id)
        )
    for weeks, when in ((1, "The last 7 days"), (4, "A week, of the last 4")):
        of_weeks = [each for each in runs if each.day > known.day - weeks * WEEK]
        minutes = sum(each.minutes or 0 for each in of_weeks) / weeks
        longest = max((each.km or 0 for each in of_weeks), default=0)
        yield Item(f"{when}: {minutes:.0f} min, {len(of_weeks) / weeks:g} runs; longest {known.distance(longest)}.")


def conditions(known: Known) -> Iterator[Item]:
    """What the runner answered yes to, and notes with the tag "medicine"."""
    for each in known.settings.conditions:
        asked = known.catalogue.contraindications.get(each)
        yield Item(asked.ask if asked else each.replace("_", " "))
    medicines = _tagged(known.recent, "medicine", "medicines")
    yield from (Item(_cut(entry.note), mark(entry.id)) for entry in medicines)
    if not known.settings.conditions and not medicines:
        yield Item("None is recorded.")


def questions(known: Known, asked: Sequence[str]) -> Iterator[Item]:
    """The runner's three: those given, else the newest notes with the tag "question"."""
    if asked:
        yield from (Item(_cut(each)) for each in asked[:3])
        return
    for entry in _tagged(known.recent, "question", "questions")[-3:]:
        yield Item(_cut(entry.note), mark(entry.id))


def _tagged(entries: Iterable[Entry], *tags: str) -> list[Entry]:
    return [each for each in entries if each.note and not set(tags).isdisjoint(each.tags)]


def _of(kind: type[EntryT], entries: Iterable[Entry], first: date, last: date) -> Iterator[EntryT]:
    return (each for each in entries if isinstance(each, kind) and first <= each.day <= last)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
