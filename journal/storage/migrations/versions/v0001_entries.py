"""Entries, the change log, and full-text search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From an empty file to schema 1."""
    _meta()
    _entry()
    _change_log()
    _search()


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _entry() -> None:
    op.create_table(
        "entry",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("instant", sa.Integer, nullable=False),
        sa.Column("offset", sa.Integer, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("time_known", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("tags", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Integer, nullable=False),
        sa.Column("entered_late", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("site", sa.Text),
        sa.Column("side", sa.Text),
        sa.Column("measure", sa.Text),
        sa.Column("score", sa.Integer),
        sa.Column("what", sa.Text),
        sa.Column("amount", sa.Float),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
    )
    op.create_index("entry_time", "entry", ["instant", "id"])
    op.create_index("entry_kind", "entry", ["kind", "instant", "id"])
    op.create_index("entry_day", "entry", ["day"])
    op.create_index(
        "entry_rating",
        "entry",
        ["site", "side", "day", "instant", "id", "measure", "score"],
        sqlite_where=sa.text("score IS NOT NULL"),
    )
    op.create_index("entry_what", "entry", ["what", "kind", "day", "amount"], sqlite_where=sa.text("what IS NOT NULL"))
    op.create_index("entry_tagged", "entry", ["tags"], sqlite_where=sa.text("tags <> ''"))


def _change_log() -> None:
    op.create_table(
        "action",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("made_at", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
    )
    op.create_index("action_state", "action", ["state", "seq"])
    op.create_table(
        "change",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("action", sa.Integer, sa.ForeignKey("action.seq"), nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
    )
    op.create_index("change_action", "change", ["action"])


def _search() -> None:
    """The index keeps no text of its own: it reads it from `entry`, and is told of every change there."""
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(note, tags, words, "
        "content='entry', content_rowid='n', tokenize='unicode61 remove_diacritics 2')"
    )
