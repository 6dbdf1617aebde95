"""The keys of Strength."""

from screens.commands import Command

HERE = (
    Command(id="tick", keys="space", action="tick", label="Set done", help="Tick the next set as planned", footer=True),
    Command(id="take", keys="enter", action="enter", label="Take", help="Take the typed number, or start a hold"),
    Command(id="hold", keys="o", action="hold", label="Hold", help="Start or stop the timer of a hold", footer=True),
    Command(id="easier", keys="comma", action="swap('easier')", label="Easier", help="An easier exercise", footer=True),
    Command(
        id="harder", keys="full_stop", action="swap('harder')", label="Harder", help="A harder exercise", footer=True
    ),
    Command(
        id="other", keys="n", action="swap('other')", label="Other", help="Another one with the same aim", footer=True
    ),
    Command(
        id="pain",
        keys="p",
        action="ask_for('pain')",
        label="Pain",
        help="Record the pain during it: then a digit",
        footer=True,
    ),
    Command(
        id="load",
        keys="equals_sign",
        action="ask_for('load')",
        label="Weight",
        help="The weight in kg, then enter",
        shown_key="=",
    ),
    Command(id="more", keys="plus", action="more", label="Set more", help="A set beyond the plan", shown_key="+"),
    Command(id="less", keys="backspace", action="less", label="Set less", help="Take the last set back"),
    Command(id="source", keys="i", action="sources", label="Sources", help="Where the exercise comes from"),
    Command(id="box-before", keys="left", action="box(-1)", label="Set before", help="Choose the set before"),
    Command(id="box-after", keys="right", action="box(1)", label="Set after", help="Choose the set after"),
    Command(id="row-up", keys="k,up", action="row(-1)", label="Row up", help="The exercise above", shown_key="k ↑"),
    Command(
        id="row-down", keys="j,down", action="row(1)", label="Row down", help="The exercise below", shown_key="j ↓"
    ),
)
