"""The least a program of this kind can cost: what every figure is a ratio to."""

import sys

HELLO = """
from textual.app import App
from textual.widgets import Footer, Header, Static
class Hello(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Header()
        yield Static("hello there")
        yield Footer()
Hello().run()
"""
"""The smallest Textual app."""

SWITCHING = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Footer, Header, Static
class One(Screen):
    def compose(self):
        yield Header()
        yield Static("first screen")
        yield Footer()
class Other(One):
    def compose(self):
        yield Header()
        yield Static("other place")
        yield Footer()
class Hello(App):
    SCREENS = {"one": One, "other": Other}
    BINDINGS = [("o", "switch_screen('other')", "Other"), ("t", "switch_screen('one')", "One"), ("q", "quit", "Quit")]
    def on_mount(self):
        self.push_screen("one")
Hello().run()
"""
"""Two screens with nothing on them."""

ORM_INSERT = """
import sys
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
class Base(DeclarativeBase): pass
class Entry(Base):
    __tablename__ = "entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    note: Mapped[str]
engine = create_engine("sqlite:///" + sys.argv[1])
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Entry(kind="note", note="hello"))
    session.commit()
"""
"""Import the ORM, and save one row."""


def python(code: str, *arguments: str) -> list[str]:
    """The command that runs `code`."""
    return [sys.executable, "-c", code, *arguments]
