"""`rj completion SHELL`: a script that completes commands and their options, made from the parser."""

import argparse

from journal.cli import COMMANDS, parser

NAMES = ("rj", "recovery-journal")


def run(arguments: argparse.Namespace) -> int:
    """Print the script for the shell."""
    print({"bash": _bash, "zsh": _zsh, "fish": _fish}[arguments.shell](_options()), end="")
    return 0


def _options() -> dict[str, list[tuple[str, str]]]:
    """The long options of each command, with their help lines."""
    top = parser()
    actions = next(each for each in top._actions if isinstance(each, argparse._SubParsersAction))  # noqa: SLF001 - argparse has no public way to list
    return {
        name: [
            (option, "" if action.help == argparse.SUPPRESS else (action.help or "").replace("'", ""))
            for action in command._actions  # noqa: SLF001
            for option in action.option_strings
            if option.startswith("--")
        ]
        for name, command in actions.choices.items()
    }


def _bash(options: dict[str, list[tuple[str, str]]]) -> str:
    cases = "\n".join(
        f"    {name}) words='{' '.join(each for each, _ in known)}' ;;" for name, known in options.items()
    )
    return f"""\
_rj() {{
  local words='{" ".join(COMMANDS)} --data --version --help' word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$word" in
{cases}
    esac
  done
  COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _rj {" ".join(NAMES)}
"""


def _zsh(options: dict[str, list[tuple[str, str]]]) -> str:
    commands = "\n".join(f"    '{name}:{_plain(line)}'" for name, line in COMMANDS.items())
    cases = "\n".join(
        f"    {name}) _arguments {_zsh_options(known)} '*:file:_files' ;;" for name, known in options.items()
    )
    return f"""\
#compdef {" ".join(NAMES)}
_rj() {{
  local -a commands=(
{commands}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
{cases}
  esac
}}
compdef _rj {" ".join(NAMES)}
"""


def _zsh_options(known: list[tuple[str, str]]) -> str:
    return " ".join(f"'{option}[{_plain(told)}]'" for option, told in known)


def _fish(options: dict[str, list[tuple[str, str]]]) -> str:
    lines = []
    for name in NAMES:
        for command, told in COMMANDS.items():
            lines.append(f"complete -c {name} -n __fish_use_subcommand -f -a {command} -d '{_plain(told)}'")
        for command, known in options.items():
            for option, told in known:
                seen = f"'__fish_seen_subcommand_from {command}'"
                lines.append(f"complete -c {name} -n {seen} -l {option[2:]} -d '{_plain(told)}'")
    return "\n".join(lines) + "\n"


def _plain(told: str) -> str:
    return told.replace("'", "").replace(":", " -").replace("[", "(").replace("]", ")")
