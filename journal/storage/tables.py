"""The tables as the newest migration leaves them. What the columns mean is said here; how they came to be, there."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text

SCHEMA = 1
"""The schema this version reads and writes: the number of the newest migration, kept in `PRAGMA user_version`."""

APPLICATION = 0x724A6F75
"""`PRAGMA application_id`: "rJou". A SQLite file without it is not ours."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""format, schema, made_by: for whoever opens the file without this program."""

entry = Table(
    "entry",
    metadata,
    Column("n", Integer, primary_key=True),  # what the search index points at; ids decide identity
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("instant", Integer, nullable=False),  # microseconds since 1970 in UTC
    Column("offset", Integer, nullable=False),  # seconds east of UTC, as lived
    Column("zone", Text, nullable=False),
    Column("day", Text, nullable=False),  # the journal day
    Column("time_known", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("tags", Text, nullable=False),  # separated by a space
    Column("source", Text, nullable=False),
    Column("recorded_at", Integer, nullable=False),  # microseconds since 1970 in UTC
    Column("entered_late", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON of the kind's own fields
    Column("site", Text),  # from here to `amount`: copies out of the body, to search and to add up by
    Column("side", Text),
    Column("measure", Text),
    Column("score", Integer),  # of ratings alone
    Column("what", Text),
    Column("amount", Float),
    Column("words", Text, nullable=False),  # what search finds it by, besides note and tags
    Column("checksum", LargeBinary, nullable=False),  # over id to body
    Index("entry_time", "instant", "id"),
    Index("entry_kind", "kind", "instant", "id"),
    Index("entry_day", "day"),
    Index(
        "entry_rating",
        *("site", "side", "day", "instant", "id", "measure", "score"),
        sqlite_where=text("score IS NOT NULL"),
    ),
    Index("entry_what", "what", "kind", "day", "amount", sqlite_where=text("what IS NOT NULL")),
    Index("entry_tagged", "tags", sqlite_where=text("tags <> ''")),
)

search = Table(
    "search",
    MetaData(),  # a virtual table: made by the migration alone
    Column("rowid", Integer),
    Column("search", Text),  # the hidden column that MATCH stands on
)

action = Table(
    "action",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("made_at", Integer, nullable=False),  # microseconds since 1970 in UTC
    Column("state", Text, nullable=False),  # done, undone, or discarded (undone, then overtaken by a new action)
    Column("checksum", LargeBinary, nullable=False),  # over id to made_at
    Index("action_state", "state", "seq"),
)

change = Table(
    "change",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("action", Integer, ForeignKey("action.seq"), nullable=False),
    Column("entry", Text, nullable=False),
    Column("before", Text),  # JSON of the whole entry; null: it was not there
    Column("after", Text),
    Column("checksum", LargeBinary, nullable=False),  # over action to after
    Index("change_action", "action"),
)
