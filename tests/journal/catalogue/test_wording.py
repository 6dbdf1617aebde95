"""No text the runner sees names what is wrong, promises, or frightens."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from journal.catalogue import Catalogue
from journal.catalogue.checks import WARNING

ROOT = Path(__file__).parents[3]

AVOIDED = {
    "a score of injury": r"\binjury (score|risk)",
    "a risk in numbers": r"\brisk\b[^.]{0,20}\d+ ?%|\d+ ?%[^.]{0,20}\brisk\b|\brisk %",
    "a diagnosis": r"(?<!not a )(?<!never a )(?<!no )\bdiagnos(is|es|tic)\b|\bdiagnosed\b",
    "safe": r"\b(un)?safe\b(?!-inline')|\bsafely (run|train|press|massage)\b",
    "broken knots": r"\bknots?\b",
    "toxins": r"\btoxins?\b",
    "a strained popliteus": r"\bpopliteus (strain|injury|tendin)",
    "cleared": r"\bcleared\b",
    "a finding": r"(?<!do )(?<!did )(?<!if )\byou( have|'ve got) (a|an|torn|strained|pulled)\b",
    "a name for it": r"\b(this|it) (is|means) an? (clot|strain|tear)\b",
    "a sign of one thing": r"\bsign of (a|an|the)? ?(blood )?(clot|tear|strain|rupture|thrombosis)",
    "a cause": r"(?<!can't tell what is )\bcaus(es|ed by|ing)\b|\bbecause of your\b",
    "a promise": r"\b(will|to) (heal|cure|fix)\b|\bcures?\b|\bguarantee|\bpain[- ]free in\b|\bproven\b",
    "a fright": r"\b(deadly|fatal|lethal|you (could|may|might) die|lose (your|the) leg|dangerous(ly)?)\b",
}

SAID = {
    "a score of injury": "Your injury score is 34",
    "a risk in numbers": "injury risk 34 %",
    "a diagnosis": "Our diagnosis: tight calf",
    "safe": "It is safe to run",
    "broken knots": "breaks up knots",
    "toxins": "flushes toxins out",
    "a strained popliteus": "Popliteus strain, day 3",
    "cleared": "You are cleared to run",
    "a finding": "You have a torn calf",
    "a name for it": "It is a strain of the calf",
    "a sign of one thing": "This can be a sign of a blood clot",
    "a cause": "Driving causes soreness",
    "a promise": "Massage will heal the muscle",
    "a fright": "This may be dangerous",
}
"""One sentence for each, that must be found."""

ALLOWED = (
    "This journal can't tell what is causing your symptoms.",
    "This journal is not a diagnosis.",
    "Do you have a fever?",
    "settled by the next morning",
    "a safety question",
    "style-src 'unsafe-inline'",
)


def faults(text: str) -> list[str]:
    """What is to be avoided and is in `text`."""
    return [name for name, pattern in AVOIDED.items() if re.search(pattern, text, re.IGNORECASE)]


def content_texts() -> Iterator[tuple[str, str]]:
    """Every text and comment of the content, with its file; web addresses and ids are no texts."""
    for file in files("data").iterdir():
        if not file.name.endswith(".toml"):
            continue
        written = file.read_text(encoding="utf-8")
        yield from ((file.name, text) for text in values(tomllib.loads(written)))
        yield from ((file.name, line) for line in written.splitlines() if line.lstrip().startswith("#"))


def values(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from (text for name, each in tree.items() if name != "id" for text in values(each))
    elif isinstance(tree, list):
        yield from (text for each in tree for text in values(each))
    elif isinstance(tree, str) and not tree.startswith(("http://", "https://")):
        yield tree


def program_texts() -> Iterator[tuple[str, str]]:
    """Every string with a blank in it in the program, but for docstrings: those are for the developer."""
    for folder in ("screens", "journal"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            docstrings = {
                id(node.value)
                for node in ast.walk(tree)
                if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                    yield str(path.relative_to(ROOT)), node.value


@pytest.mark.parametrize("name", AVOIDED)
def test_each_pattern_finds_what_it_is_for(name: str) -> None:
    assert name in faults(SAID[name])


@pytest.mark.parametrize("text", ALLOWED)
def test_what_may_be_said(text: str) -> None:
    assert faults(text) == []


def test_the_content_avoids_them() -> None:
    found = [(file, name, text) for file, text in content_texts() for name in faults(text)]
    assert found == []


def test_the_program_avoids_them() -> None:
    found = [(file, name, text) for file, text in program_texts() if " " in text for name in faults(text)]
    assert found == []


def test_the_texts_are_found() -> None:
    assert sum(1 for file, _ in content_texts() if file == "warning_signs.toml") > 100
    assert sum(1 for file, _ in program_texts() if file.startswith("screens/")) > 100


def test_advice_says_that_it_cannot_tell_and_what_to_do(catalogue: Catalogue) -> None:
    for sign in catalogue.signs.values():
        assert sign.advice.removeprefix(WARNING).strip(), sign.id
        assert sign.advice.startswith(WARNING), sign.id


def test_emergencies_say_what_to_do_now(catalogue: Catalogue) -> None:
    for sign in catalogue.signs.values():
        if sign.level == "emergency":
            assert re.search(r"emergency (number|department|medical help)", sign.advice), sign.id
            assert re.search(r"\b(now|today)\b", sign.advice), sign.id
        if sign.level == "urgent":
            assert re.search(r"\btoday\b", sign.advice), sign.id


def test_no_advice_names_a_finding(catalogue: Catalogue) -> None:
    findings = r"\b(clot|thrombosis|tear|torn|rupture|cyst|infection|fracture|aneurysm|strain|embolism)\b"
    for sign in catalogue.signs.values():
        assert not re.search(findings, sign.advice, re.IGNORECASE), sign.id


def test_a_site_is_a_place_and_not_a_muscle_that_hurts(catalogue: Catalogue) -> None:
    for site in catalogue.sites.values():
        assert "popliteus" not in (site.name + site.short + " ".join(site.say)).lower(), site.id
