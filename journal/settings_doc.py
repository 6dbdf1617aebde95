"""`docs/settings.md`, made from the schema."""

from itertools import groupby

import msgspec

from journal.catalogue import load_catalogue
from journal.settings_schema import Setting, schema

HEAD = """\
# Settings

All of these can be changed in the app (`S`), with `rj settings NAME VALUE`, or in the file `settings.toml` in your data
folder (`rj paths` says where). What is not in the file has its default. A mistake in the file is named with its line,
and the rest still counts.

Numbers marked *app default* are design decisions, not evidence; a physio may know better for you. The others name in
brackets what they rest on ([listed below](#what-defaults-rest-on)). Each number keeps to its range, and none of them
opens what a warning sign has closed.

This page is made by `rj settings --markdown`.
"""

CONTENT = """\
## App defaults that are content

A number that belongs to one site, technique or exercise stands beside it in `data/*.toml`, where a physio can edit it
together with its source. It is not a setting, for one number for all of them would be wrong for most.

- Seconds, sets and sessions of a technique, and the most discomfort (`techniques.toml`): each tool and place has a dose
  of its own; the settings above are limits for all.
- Days a place is left alone after tingling (`site_days` in `warning_signs.toml`): part of what that sign says to do.
- Sets, repetitions, tempo, and the pain that ends an exercise (`exercises.toml`, `cardio.toml`): each has its own; the
  steps up and down are settings.
- What a return-to-run test has to show (`tests.toml`): it comes with the study or practice it is from.
- Minutes of walk and run (`stages.toml`): the ladder is taken whole; how fast to climb it is a setting.
- Hours in which a trigger may show (`lag_hours` in `triggers.toml`), usual days of a sore spell (`usual_days` in
  `sites.toml`): they differ from trigger to trigger and from place to place.

One app default holds for rules and figures alike and cannot be changed: ratings typed more than 3 days late stay out of
means and medians. That memory is poor after several days is known (P61); the 3 is a decision.
"""

EXAMPLES = """\
## In the file

```toml
minutes_a_day = 20
distance_unit = "mi"

[[tracked]]
site = "upper_outer_calf"
side = "left"

[[tracked]]
site = "upper_outer_calf"
side = "left"
measure = "tightness"

[trigger_keys]
long_run = "Z"

[keymap]
undo = "ctrl+u"
```

A key is a character (`D`, `?`), `f1` to `f12`, an arrow (`up`), `home`, `end`, `pageup`, `pagedown`, or `ctrl+` and a
letter. The easiest way to choose one is the app (`S`, keys of commands, Enter, the new key); the file then has the name
of the command. A key that terminals cannot send, or that means something already, is refused with the reason. Digits,
`x` and `-` always rate.

## Additions of your own

A site, trigger, exercise or massage of your own is added in the app with `O`, or in the file `own.toml` in your data
folder:

```toml
[[trigger]]
name = "Gardening"
unit = "min"

[[exercise]]
name = "Rope skipping"
```

From then on `rj log "gardening 40m"` works, and the app offers it where it offers the others. What is left out takes a
careful value: a site of your own is not pressed, an exercise waits until you are back to running. `rj check` names what
cannot be used.
"""


def page() -> str:
    """The whole page, with a table for each group."""
    parts = [HEAD]
    for group, settings in groupby(schema(), key=lambda each: each.group):
        rows = (_row(each) for each in settings if each.kind != "mark")
        head = "| setting | default | may be | what it is |\n|---|---|---|---|"
        parts.append("\n".join((f"## {group}\n", head, *rows, "")))
    return "\n".join((*parts, CONTENT, _sources(), EXAMPLES))


def _sources() -> str:
    known = load_catalogue().sources
    named = {name for each in schema() for name in each.sources}
    rows = (f"- {name}: {known[name].words}" for name in sorted(named, key=lambda name: (len(name), name)))
    return "\n".join(("## What defaults rest on\n", *rows, ""))


def _row(each: Setting) -> str:
    told = each.told[:1].upper() + each.told[1:]
    told += f" [{', '.join(each.sources)}]" if each.sources else " *(app default)*" if each.app_default else ""
    default = f"`{msgspec.json.encode(each.default).decode()}`" if each.kind != "tracked" else "left upper outer calf"
    return f"| `{each.name}` | {default} | {each.range} | {told} |"
