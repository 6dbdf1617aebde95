"""The keys of Trends."""

from screens.commands import Command
from screens.trends.page_bar import PAGES

KEYS = (
    Command(
        id="next-page",
        keys="tab",
        action="turn(1)",
        label="Page",
        help="The next page",
        footer=True,
        shown_key="tab",
    ),
    Command(id="page-before", keys="shift+tab", action="turn(-1)", label="Page before", help="The page before"),
    *(
        Command(
            id=f"page-{name}",
            keys=name[:1].upper(),
            action=f"page('{name}')",
            label=f"Trends: {name}",
            help=f"The page: {told}",
        )
        for name, told in zip(
            PAGES,
            (
                "the chart",
                "what soreness is followed by",
                "what massage is followed by",
                "this week and the likely end",
            ),
            strict=True,
        )
    ),
    Command(
        id="ask-ahead",
        keys="A",
        action="ask_ahead",
        label="Ask ahead",
        help="Ask one question ahead: it is answered alone, from now on",
        footer=True,
    ),
    Command(
        id="take-back",
        keys="delete",
        action="take_back",
        label="Take back",
        help="Take the marked question back",
    ),
    Command(
        id="trial",
        keys="T",
        action="trial",
        label="Try it",
        help="A self-trial: massage on days drawn by lot",
        footer=True,
    ),
    Command(id="days", keys="enter", action="days", label="Days", help="The days behind a row", footer=True),
    Command(
        id="shorter",
        keys="less_than_sign",
        action="range(-1)",
        label="Range",
        help="A shorter range",
        footer=True,
        shown_key="<",
        group="Range",
    ),
    Command(
        id="longer",
        keys="greater_than_sign",
        action="range(1)",
        label="Range",
        help="A longer range",
        footer=True,
        shown_key=">",
        group="Range",
    ),
    Command(id="next-site", keys="n", action="next_site", label="Site", help="The next site you rate", footer=True),
    Command(id="measure", keys="i", action="measure", label="Measure", help="Soreness, tightness, pain, or all"),
    Command(id="table", keys="o", action="show('table')", label="Table", help="The days in words", footer=True),
    Command(id="year", keys="y", action="show('years')", label="Year", help="The year as a map", footer=True),
)
