"""Which file of `data/` holds which table, and what each of its entries is."""

from typing import Any, NamedTuple

from journal.catalogue.shapes import (
    Alias,
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


class Table(NamedTuple):
    """A `file` with an array of tables called `name`, each a `shape`. An `optional` file may be absent."""

    file: str
    name: str
    shape: type[Any]
    optional: bool = False


TABLES = (
    Table("sources.toml", "source", Source),
    Table("sites.toml", "no_press", NoPress),
    Table("sites.toml", "site", Site),
    Table("triggers.toml", "trigger", TriggerKind),
    Table("techniques.toml", "technique", Technique),
    Table("exercises.toml", "exercise", Exercise),
    Table("cardio.toml", "exercise", Exercise),
    Table("warning_signs.toml", "sign", WarningSign),
    Table("gate.toml", "question", GateQuestion),
    Table("contraindications.toml", "contraindication", Contraindication),
    Table("not_if.toml", "not_if", Condition),
    Table("stages.toml", "stage", WalkRunStage),
    Table("tests.toml", "test", TestKind),
    Table("aliases.toml", "alias", Alias, optional=True),
)
"""In the order in which they are read."""

REVIEWED = "reviewed"
"""The one key a file may have besides its tables: the date of its last review."""
