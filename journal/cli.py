"""The command line: one parser, and each command's work imported only when it runs."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import NoReturn, TextIO

from journal import __version__
from journal.errors import JournalError, Refused

COMMANDS: dict[str, str] = {
    "log": "save entries: rj log 'l calf 5' 'drive 3h yesterday'",
    "today": "where you stand, in words",
    "list": "entries, by day",
    "trends": "a chart of soreness in the terminal",
    "signs": "warning signs: what is open, the questions, what a clinician said",
    "links": "what soreness is followed by, what massage does, this week, the likely end",
    "ask": "ask ahead: rj ask 'drive over 2h next morning'; without words: what is asked, and the answers",
    "trial": "a self-trial drawn by lot: start, stop, or where it stands",
    "report": "one page for a physio or a coach",
    "comments": "what coach, physio and doctor said; approve or reject it",
    "calendar": "what lies ahead, for your calendar",
    "due": "what is still to do today; status 1 when nothing is",
    "undo": "take back the last action",
    "redo": "do again what was undone",
    "export": "write the whole journal as text",
    "import": "take in an export of this journal or of another app",
    "backup": "copy the journal safely",
    "check": "look over everything that is stored; rescue what can be read",
    "restore": "use a backup; the journal that is there is moved aside",
    "demo": "open a sample journal of a year; never yours",
    "settings": "every setting with its reason; change one",
    "paths": "where everything lives",
    "completion": "a completion script for your shell",
}
"""Every command with its help line; the work of each is `journal.commands.<name>`."""


FILES = ("data", "file", "into", "map")
"""The arguments that name files."""
DAYS_MOST = 36_500
"""So many days back at most are listed: a hundred years."""
LIMIT_MOST = 1_000_000_000
READER_GONE = 141
"""What a shell says of a program whose reader went away (128 + SIGPIPE)."""


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one line, with the way to the help."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"error: {message}. See: {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = _Parser(prog="rj", description="The recovery journal. Without a command it opens the app.")
    top.add_argument("--version", action="version", version=f"recovery-journal {__version__}")
    top.add_argument("--data", metavar="DIR", help="the data folder (default: the platform's own, see: rj paths)")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, line in COMMANDS.items():
        command = commands.add_parser(name, help=line, description=line)
        command.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        ARGUMENTS.get(name, _none)(command)
    return top


def _none(_: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


def _up_to(most: int) -> Callable[[str], int]:
    """The type of an argument that is a whole number from 1 to `most`."""

    def number(text: str) -> int:
        found = int(text) if text.isdecimal() else 0
        if not 1 <= found <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {most}")
        return found

    return number


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON value")


def _as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of", metavar="DAY", help="look back: a day, or 'last' for the journal's last day")


def _log(command: argparse.ArgumentParser) -> None:
    command.add_argument("entry", nargs="*", help="what to save; all arguments are one action")
    command.add_argument("--at", metavar="ISO", help="the time of entries that name none (2026-11-22T20:00)")
    command.add_argument("--stdin", action="store_true", help="read one action a line, answer each with: saved ID")
    _json(command)


def _today(command: argparse.ArgumentParser) -> None:
    command.add_argument("--sources", action="store_true", help="also say where the rules come from")
    command.add_argument(
        "--short",
        action="store_true",
        help="one line for a prompt; exit status 1 while a check-in is due; nothing when it cannot be told",
    )
    _json(command)
    _as_of(command)


def _list(command: argparse.ArgumentParser) -> None:
    command.add_argument("--days", type=_up_to(DAYS_MOST), metavar="N", help="only the last N days")
    command.add_argument("--kind", action="append", metavar="KIND", help="only this kind (may be repeated)")
    command.add_argument("--site", metavar="SITE", help="only this site")
    command.add_argument("--side", choices=("left", "right"), help="only this side")
    command.add_argument("--tag", metavar="TAG", help="only entries with this tag")
    command.add_argument("--month", metavar="YYYY-MM", help="only this month")
    command.add_argument("--search", metavar="WORDS", help="only entries with these words, as History finds them")
    command.add_argument("--months", action="store_true", help="how many entries each month holds")
    command.add_argument("--limit", type=_up_to(LIMIT_MOST), metavar="N", help="at most N, the newest")
    _json(command)


def _trends(command: argparse.ArgumentParser) -> None:
    command.add_argument("--days", type=int, choices=(14, 30, 90, 365), default=30, help="how far back (30)")
    command.add_argument("--site", metavar="SITE", help="the site (default: the main one)")
    command.add_argument("--table", action="store_true", help="the days as a table instead of a picture")
    _json(command)
    _as_of(command)


def _links(command: argparse.ArgumentParser) -> None:
    command.epilog = (
        "A day without an entry of a trigger counts as a day without it. Ratings typed more than 3 days late "
        "are left out; entries without a known time take no part in what follows within a day. The last 5 years count. "
        "Days on which nothing was tracked are marked with: rj log 'untracked 3 nov to 9 nov'."
    )
    command.add_argument("--all-history", action="store_true", help="also what is older than 5 years")
    command.add_argument("--today", action="store_true", help="only what is worth knowing today, in one sentence")
    _json(command)
    _as_of(command)


def _ask(command: argparse.ArgumentParser) -> None:
    command.epilog = "A question is answered alone, from what is recorded after it was asked; links look at everything."
    command.add_argument("question", nargs="*", help="a trigger, over which amount, when: drive over 2h next morning")
    command.add_argument("--take-back", type=int, metavar="N", help="take back question N of the list")
    _json(command)


def _trial(command: argparse.ArgumentParser) -> None:
    command.epilog = (
        "In each pair of days a coin decides which one has the technique. Massage in the evening; the ratings of the "
        "next day are compared, as it was planned. A warning sign, or pain over 5, ends it."
    )
    command.add_argument("action", nargs="?", choices=("start", "stop"), help="default: say where it stands")
    command.add_argument("technique", nargs="?", help="what to try: ball, hands, or an id")
    command.add_argument("against", nargs="?", help="what to compare it with (default: none)")
    command.add_argument("--days", type=int, default=28, metavar="N", help="28; 14 is a quick look")
    command.add_argument("--seed", type=int, metavar="N", help="draw from this number (default: a new one)")
    command.add_argument("--site", metavar="PLACE", help="where: 'left calf' (default: the main site)")
    _json(command)
    _as_of(command)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", help="the file to write: .md to be written into, .html to be printed")
    command.add_argument("--for", dest="audience", choices=("physio", "coach"), default="physio", help="who reads it")
    command.add_argument("--since", metavar="DAY", help="from this day, or 'last-visit' (default: the sore spell)")
    command.add_argument("--with", dest="add", action="append", metavar="SECTION", help="also this, as: conditions")
    command.add_argument("--without", dest="leave_out", action="append", metavar="SECTION", help="not this section")
    command.add_argument("--question", action="append", metavar="TEXT", help="ask this (up to three times)")
    command.add_argument("--name", metavar="NAME", help="your name or initials")
    command.add_argument("--replace", action="store_true", help="write over a file that is there")
    _as_of(command)


def _comments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action", nargs="?", choices=("list", "import", "approve", "reject", "history"), default="list"
    )
    command.add_argument("what", nargs="*", metavar="FILE|ID", help="the file to import, or the ends of ids")
    command.add_argument("--from", dest="sender", metavar="WHO", help="who wrote it: 'coach: NAME', 'physio: NAME'")
    command.add_argument("--dry-run", action="store_true", help="show what would come in")
    _json(command)


def _calendar(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", help="the file to write: .ics; one of the journal's own is written over")


def _undo(command: argparse.ArgumentParser) -> None:
    _json(command)


def _signs(command: argparse.ArgumentParser) -> None:
    command.add_argument("--none", action="store_true", help="answer the five calf questions with no")
    command.add_argument(
        "--yes", action="append", metavar="ID", help="this is there: a calf question, a sign, a condition"
    )
    command.add_argument("--no", action="append", metavar="ID", help="this condition is not there (any more)")
    command.add_argument("--healthy", action="store_true", help="no to every question about health but those of --yes")
    command.add_argument("--seen", metavar="WHO", help="who saw it: 'doctor: NAME' or 'physio: NAME'")
    command.add_argument("--of", metavar="ID", help="which sign or condition was seen, when several are open")
    command.add_argument("--said", metavar="TEXT", help="what they said, with --seen")
    command.add_argument("--at", metavar="ISO", help="when (default: now)")
    command.add_argument("--questions", action="store_true", help="list all questions with their ids")
    _json(command)


def _settings(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", nargs="?", help="a setting")
    command.add_argument("value", nargs="?", help="its new value, as in settings.toml")
    command.add_argument("--markdown", action="store_true", help="print the page about all settings")
    _json(command)


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", default="-", help="the file to write (default: print it); .csv for a sheet")
    command.add_argument("--log", action="store_true", help="also the change log: what was changed when")
    command.add_argument("--csv", action="store_true", help="the entries alone, for a spreadsheet")
    command.add_argument("--bom", action="store_true", help="mark the CSV as UTF-8, for spreadsheets that need it")


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", help="an export of this journal or of another app")
    command.add_argument("--map", metavar="NAME", help="how to read it: the name of a mapping, or a FILE.toml")
    command.add_argument("--site", metavar="PLACE", help="where scores without a place were felt: 'left calf'")
    command.add_argument("--dry-run", action="store_true", help="show what would come in and what would be left out")
    _json(command)


def _backup(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", help="where to (default: the backups folder)")


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", help="a backup, or a journal that was moved aside")
    command.add_argument("--list", action="store_true", help="the backups that are there")
    _json(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--repair",
        action="store_true",
        help="when something is wrong: a new journal with every entry that can be read; the old one is kept",
    )
    _json(command)


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--into", metavar="DIR", help="write the sample journal there and do not open the app")


def _completion(command: argparse.ArgumentParser) -> None:
    command.add_argument("shell", choices=("bash", "zsh", "fish"))


ARGUMENTS = {
    "log": _log,
    "today": _today,
    "list": _list,
    "trends": _trends,
    "signs": _signs,
    "settings": _settings,
    "links": _links,
    "ask": _ask,
    "trial": _trial,
    "report": _report,
    "comments": _comments,
    "calendar": _calendar,
    "due": _json,
    "undo": _undo,
    "redo": _undo,
    "export": _export,
    "import": _import,
    "backup": _backup,
    "check": _check,
    "restore": _restore,
    "demo": _demo,
    "paths": _json,
    "completion": _completion,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status. Files made by it are for the runner alone (umask 077)."""
    os.umask(0o077)
    _stand_in_for_closed()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    given = sys.argv[1:] if argv is None else argv
    arguments = parser().parse_args(given) if given else argparse.Namespace(command=None, data=None)
    sys.excepthook = partial(_unexpected, arguments)
    try:
        _refuse_no_text(arguments)
        _check_neighbours()
        name = {"list": "entries", "import": "take_in", None: "app"}.get(arguments.command, arguments.command)
        status: int = import_module(f"journal.commands.{name}").run(arguments)
        sys.stdout.flush()
    except JournalError as error:
        from journal.commands.advice import advised

        return fail(advised(error, arguments), error.exit_code)
    except BrokenPipeError:
        silence(sys.stdout)
        return READER_GONE
    except OSError as error:
        what = f"cannot use {error.filename}" if error.filename else "the output could not be written"
        silence(sys.stdout)
        return fail(f"{what}: {error.strerror or error}", 4)
    except KeyboardInterrupt:
        return 130
    return status


def _stand_in_for_closed() -> None:
    """A stream that the caller closed: nothing comes in, printing fails as on a full disk, complaints go nowhere.

    Otherwise the next file that is opened would take its number, and nothing would say that nothing was printed.
    """
    for name, mode in (("stdin", "r"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open until the end


def silence(stream: TextIO) -> None:
    """Print nothing on `stream` any more: it failed, and Python would say so again at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def complain(line: str) -> None:
    """Print one line on stderr, made harmless. Where that fails too, the status alone says it."""
    from journal.visible import visible

    try:
        print(visible(line), file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


def _refuse_no_text(arguments: argparse.Namespace) -> None:
    """Raise Refused for bytes that are no text where words belong; a file may be called anything."""
    for name, value in vars(arguments).items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and name not in FILES:
                refuse_no_text(text)


def refuse_no_text(text: str) -> None:
    """Raise Refused when `text` holds bytes that are no text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused(f"nothing was saved: {text!r} holds bytes that are no UTF-8 text") from None


def _unexpected(
    arguments: argparse.Namespace, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """One line instead of a traceback, which goes to the log."""
    from journal.clock import system_clock
    from journal.commands import folder_of
    from journal.fault_log import tell_fault
    from journal.paths import Paths

    log = Paths(folder_of(arguments)).log
    fail(tell_fault(log, error, f"rj {arguments.command or ''}".strip(), system_clock().now()), 1)


def _check_neighbours() -> None:
    """Raise Refused when a stray `data.py` or `screens.py` in the working folder hides ours (`python -m journal`)."""
    home = Path(__file__).parent.parent
    for name in ("data", "screens"):
        found = find_spec(name)
        origin = Path(found.origin) if found is not None and found.origin else None
        if origin is None or origin.parent.parent != home:
            raise Refused(f"{origin or name} hides a part of this program; start it from another folder or use: rj")


def fail(message: str, status: int) -> int:
    """Print one line of error and give `status`."""
    complain(f"error: {message}")
    return status
