"""What must hold in the content beyond its shapes: every name leads somewhere, every dose is within its limits."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, get_args

from journal.catalogue.doses import exercise_faults, technique_faults
from journal.catalogue.problems import refuse
from journal.catalogue.shapes import (
    Alias,
    Catalogue,
    Condition,
    Contraindication,
    Exercise,
    GateQuestion,
    NoPress,
    Site,
    Source,
    Technique,
    TestKind,
    TriggerKind,
    WalkRunStage,
    WarningSign,
)
from journal.catalogue.tables import TABLES
from journal.catalogue.words import Fault, claims, plain_faults, spoken
from journal.model import Level

WARNING = "This can be a sign of something that needs checking. This app can't tell. "
"""How the advice of every warning sign begins."""

UNITS = ("min", "h", "flights", "m", "km", "count", "score", "sets")
"""The units of triggers; only times may be asked in another unit than they are stored in."""

TEST_UNITS = {"score": 10.0, "count": 1000.0, "yes": 1.0}
"""The units of tests, each with its highest value."""

LAG_MOST = 28 * 24
USUAL_DAYS = (2, 60)
"""A forecast begins with a sore spell of so many days at least and at most."""
GATE_QUESTIONS = 5
STAGES = range(9)


def check(catalogue: Catalogue, zones: Iterable[NoPress] = ()) -> None:
    """Raise CatalogueError for the first mistake in packaged content; `zones` are those of `no_press` as read."""
    for entry in (*zones, *everything(catalogue)):
        for field, why in faults(entry, catalogue):
            raise refuse(file_of(entry), called(entry), field, why)
    for field, why in (*_same_words(catalogue), *_whole(catalogue)):
        raise refuse(field, why=why)


def faults(entry: Any, catalogue: Catalogue) -> Iterator[Fault]:
    """What is wrong with one entry, as (field, why); `catalogue` is what its names must lead to."""
    yield from plain_faults(entry)
    sources = getattr(entry, "sources", None)
    if sources == () and not getattr(entry, "own", False):
        yield "sources", "a statement has a source; K is general knowledge, D an app default"
    yield from _unknown("sources", sources or (), catalogue.sources, "source")
    yield from CHECKS[type(entry)](entry, catalogue)


def everything(catalogue: Catalogue) -> Iterator[Any]:
    """Every entry that has a shape of its own."""
    yield from catalogue.sources.values()
    yield from catalogue.sites.values()
    yield from catalogue.triggers.values()
    yield from catalogue.techniques.values()
    yield from catalogue.exercises.values()
    yield from catalogue.signs.values()
    yield from catalogue.gate
    yield from catalogue.contraindications.values()
    yield from catalogue.not_if.values()
    yield from catalogue.stages
    yield from catalogue.tests.values()
    yield from catalogue.aliases


def file_of(entry: Any) -> str:
    """The packaged file an entry stands in."""
    if isinstance(entry, Exercise) and entry.kind == "cardio":
        return "cardio.toml"
    return next(table.file for table in TABLES if table.shape is type(entry))


def called(entry: Any) -> str:
    """What an entry is called in a message."""
    if isinstance(entry, WalkRunStage):
        return f"stage {entry.stage}"
    if isinstance(entry, Alias):
        return entry.words[0] if entry.words else ""
    return str(entry.id)


def _unknown(field: str, names: Iterable[str], known: Iterable[str], what: str) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield field, f"there is no {what} {name!r}"


def _source(source: Source, _: Catalogue) -> Iterator[Fault]:
    if source.id not in ("K", "D") and not source.address:
        yield "address", "it is empty"
    for field, addresses in (("address", (source.address,)), ("also", source.also)):
        for address in addresses:
            if address and not address.startswith(("https://", "http://")):
                yield field, f"{address!r} is no web address"


def _site(site: Site, catalogue: Catalogue) -> Iterator[Fault]:
    yield from _unknown("near_no_press", site.near_no_press, catalogue.no_press, "zone")
    if site.id in catalogue.no_press:
        yield "id", "a zone that is never pressed has it"
    if not USUAL_DAYS[0] <= site.usual_days <= USUAL_DAYS[1]:
        yield "usual_days", f"{site.usual_days:g} is not {USUAL_DAYS[0]} to {USUAL_DAYS[1]} days"


def _trigger(trigger: TriggerKind, _: Catalogue) -> Iterator[Fault]:
    if trigger.unit not in UNITS:
        yield "unit", f"{trigger.unit!r} is not one of {', '.join(UNITS)}"
    times = ("min", "h")
    if trigger.ask_unit and (trigger.ask_unit == trigger.unit or not {trigger.unit, trigger.ask_unit} <= {*times}):
        yield "ask_unit", f"{trigger.unit} cannot be asked in {trigger.ask_unit}"
    if trigger.seated_travel and trigger.unit not in times:
        yield "seated_travel", "it is a time: the unit is min or h"
    first, last = trigger.lag_hours
    if not 0 <= first < last <= LAG_MOST:
        yield "lag_hours", f"it runs from 0 or more up to at most {LAG_MOST}"
    if trigger.typical == 0:
        yield "typical", "it is more than 0"


def _technique(technique: Technique, catalogue: Catalogue) -> Iterator[Fault]:
    yield from _unknown("sites", technique.sites, catalogue.sites, "site")
    yield from _unknown("forbidden_if", technique.forbidden_if, reasons(catalogue), "condition")
    yield from _unknown("never_if", technique.never_if, catalogue.contraindications, "contraindication")
    sites = [catalogue.sites[name] for name in technique.sites if name in catalogue.sites]
    yield from technique_faults(technique, sites)


def _exercise(exercise: Exercise, catalogue: Catalogue) -> Iterator[Fault]:
    yield from _unknown("not_if", exercise.not_if, reasons(catalogue), "condition")
    for field, other in (("easier", exercise.easier), ("harder", exercise.harder)):
        if "_" in other:
            yield from _unknown(field, (other,), catalogue.exercises, "exercise")
        if other == exercise.id:
            yield field, "it is the same exercise"
    yield from exercise_faults(exercise)


def reasons(catalogue: Catalogue) -> set[str]:
    """The ids that `not_if` and `forbidden_if` may name."""
    return {*catalogue.not_if, *catalogue.contraindications}


def _sign(sign: WarningSign, catalogue: Catalogue) -> Iterator[Fault]:
    if not sign.advice.startswith(WARNING) or sign.advice == WARNING:
        yield "advice", f"it begins {WARNING!r} and says what to do"
    if "show_advice" not in sign.actions:
        yield "actions", "show_advice is among them"
    levels = get_args(Level)
    if sign.worsens_to and levels.index(sign.worsens_to) >= levels.index(sign.level):
        yield "worsens_to", f"{sign.worsens_to} is not more urgent than {sign.level}"
    if (sign.worsens_to is None) != (sign.worsens_when == ""):
        yield "worsens_when", "worsens_to and worsens_when go together"
    asked = any(sign.id in question.raises for question in catalogue.gate)
    if sign.calf_gate != asked:
        yield "calf_gate", f"it is {str(asked).lower()} by the questions in gate.toml"
    if sign.computed and asked:
        yield "computed", "the calf gate asks for it"


def _question(question: GateQuestion, catalogue: Catalogue) -> Iterator[Fault]:
    yield from _unknown("raises", question.raises, catalogue.signs, "warning sign")
    if not question.raises:
        yield "raises", "it is empty"


def _contraindication(contraindication: Contraindication, catalogue: Catalogue) -> Iterator[Fault]:
    if contraindication.id in catalogue.signs:
        yield "id", "a warning sign has it already"


def _nothing(_: Any, __: Catalogue) -> Iterator[Fault]:
    yield from ()


def _condition(condition: Condition, catalogue: Catalogue) -> Iterator[Fault]:
    if condition.id in catalogue.contraindications:
        yield "id", "a contraindication has it already"
    bounds = (condition.above, condition.below)
    if condition.test:
        yield from _unknown("test", (condition.test,), catalogue.tests, "test")
        if bounds.count(None) != 1:
            yield "above", "a test goes with either above or below"
    elif bounds != (None, None):
        yield "test", "a number needs the test it belongs to"


def _stage(stage: WalkRunStage, _: Catalogue) -> Iterator[Fault]:
    if stage.total_run_minutes != stage.repeats * stage.run_minutes:
        yield "total_run_minutes", f"it is {stage.repeats * stage.run_minutes:g}"
    if not stage.repeats or not stage.walk_minutes + stage.run_minutes:
        yield "repeats", "the session is empty"


def _test(test: TestKind, _: Catalogue) -> Iterator[Fault]:
    if test.unit not in TEST_UNITS:
        yield "unit", f"{test.unit!r} is not one of {', '.join(TEST_UNITS)}"
        return
    if test.least is None and test.most is None:
        yield "most", "a test has a lowest or a highest value that passes"
    for field, bound in (("least", test.least), ("most", test.most)):
        if bound is not None and bound > TEST_UNITS[test.unit]:
            yield field, f"{bound:g} is more than {TEST_UNITS[test.unit]:g}"


def _alias(alias: Alias, catalogue: Catalogue) -> Iterator[Fault]:
    lists: dict[str, Mapping[str, Any]] = {
        "site": catalogue.sites,
        "trigger": catalogue.triggers,
        "technique": catalogue.techniques,
        "exercise": catalogue.exercises,
        "test": catalogue.tests,
    }
    if not alias.words:
        yield "words", "it is empty"
    yield from _unknown("id", (alias.id,), lists[alias.kind], alias.kind)
    if alias.side is not None and alias.kind != "site":
        yield "side", "only a site has a side"


CHECKS: Mapping[type[Any], Callable[[Any, Catalogue], Iterator[Fault]]] = {
    Source: _source,
    Site: _site,
    TriggerKind: _trigger,
    Technique: _technique,
    Exercise: _exercise,
    WarningSign: _sign,
    GateQuestion: _question,
    Contraindication: _contraindication,
    NoPress: _nothing,
    Condition: _condition,
    WalkRunStage: _stage,
    TestKind: _test,
    Alias: _alias,
}
"""What is checked of each shape."""


def _same_words(catalogue: Catalogue) -> Iterator[Fault]:
    """Words that two entries of one list claim, as (file, why)."""
    for entries in (catalogue.sites, catalogue.triggers, catalogue.techniques, catalogue.exercises, catalogue.tests):
        taken: dict[str, Any] = {}
        for entry in entries.values():
            for word in claims(entry):
                if word in taken:
                    yield file_of(entry), f"{called(taken[word])} and {called(entry)} both claim {word!r}"
                taken[word] = entry
    words: dict[tuple[str, str], Alias] = {}
    for alias in catalogue.aliases:
        for word in alias.words:
            if (alias.kind, spoken(word)) in words:
                yield file_of(alias), f"{word!r} is there twice"
            words[alias.kind, spoken(word)] = alias


def _whole(catalogue: Catalogue) -> Iterator[Fault]:
    """What holds for a file as a whole, as (file, why)."""
    if len(catalogue.gate) != GATE_QUESTIONS:
        yield "gate.toml", f"the calf gate has {GATE_QUESTIONS} questions"
    if [each.stage for each in catalogue.stages] != list(STAGES):
        yield "stages.toml", f"the stages are {STAGES[0]} to {STAGES[-1]}, in this order"
    for lower, upper in pairwise(catalogue.stages):
        if upper.total_run_minutes < lower.total_run_minutes:
            yield "stages.toml", f"stage {upper.stage} has fewer minutes of running than the one before"
