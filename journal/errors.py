"""What goes wrong in words for the runner: one line each, with the exit status of the command line."""


class JournalError(Exception):
    """The message says what was not done, why, and what to do next; `exit_code` is the command's status.

    0 done and durable, 2 wrong usage or refused input, 3 the data file is damaged or not ours, 4 cannot read or
    write, 5 in use by another program, 6 import refused, 7 written by a newer version.
    """

    exit_code = 2
    backup_helps = False
    """True when the way out is to use a backup."""
    readable = False
    """True when it is worth a try to open the journal for reading only."""


class Refused(JournalError):
    """Input that was understood and cannot be taken."""


class ImportRefused(JournalError):
    """Nothing was imported; the message says which entry and why."""

    exit_code = 6


class CannotWrite(JournalError):
    """A file could not be read or written."""

    exit_code = 4
