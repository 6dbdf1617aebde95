"""What to do next, in the words of the command line that was used."""

import argparse

from journal.commands import journal_of, rj
from journal.errors import JournalError


def advised(error: JournalError, arguments: argparse.Namespace) -> str:
    """The message of `error`; where a backup helps, with the newest whole one and the command that uses it.

    Where a backup was named, and is what is wrong, with the command that lists them.
    """
    if arguments.command == "restore" and arguments.file:
        return f"{str(error).removesuffix('.')}. What there is: {rj(arguments, 'restore', '--list')}"
    if not error.backup_helps:
        return str(error)
    newest = journal_of(arguments).newest_backup()
    if newest is None:
        return f"{error} There is no backup. To rescue what can be read: {rj(arguments, 'check', '--repair')}"
    return f"{error} Newest backup: {newest.path}. To use it: {rj(arguments, 'restore', newest.path)}"
