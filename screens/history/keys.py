"""The keys of History."""

from screens.commands import Command

HERE = (
    Command(
        id="edit",
        keys="e,enter",
        action="edit",
        label="Change",
        help="Change the entry as a line of words",
        footer=True,
        shown_key="e",
    ),
    Command(
        id="remove",
        keys="delete,backspace",
        action="remove",
        label="Remove",
        help="Remove the entry; u brings it back",
        footer=True,
        shown_key="del",
    ),
    Command(id="comment", keys="c", action="comment", label="Comment", help="Comment on the entry", footer=True),
    Command(id="editor", keys="E", action="editor", label="Note", help="Write its note in your own editor ($EDITOR)"),
    Command(id="kind", keys="i", action="choose('kind')", label="Kind", help="Show one kind of entry", footer=True),
    Command(id="place", keys="p", action="choose('place')", label="Place", help="Show one place", footer=True),
    Command(
        id="tag",
        keys="number_sign",
        action="choose('tag')",
        label="Tag",
        help="Show one tag",
        footer=True,
        shown_key="#",
    ),
    Command(
        id="older",
        keys="less_than_sign",
        action="month(1)",
        label="Older",
        help="Begin a month earlier",
        shown_key="<",
        footer=True,
        group="Month",
    ),
    Command(
        id="newer",
        keys="greater_than_sign",
        action="month(-1)",
        label="Newer",
        help="Begin a month later",
        shown_key=">",
        footer=True,
        group="Month",
    ),
    Command(id="down", keys="j", action="cursor(1)", label="Down", help="The entry below"),
    Command(id="up", keys="k", action="cursor(-1)", label="Up", help="The entry above"),
)
