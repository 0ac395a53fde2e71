"""Indicators as definitions: one TOML file each, its name the indicator's id.

A definition says what is counted, on which clock, for whom and by whom, which way is better if
any, who owes the figure and what it must not be compared with. Everything is required and
checked; a file that leaves something out does not load.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from oversight import periods
from oversight.reference import Files, Reference, table

FOLDER = "data/definitions/indicators/"
SETTINGS = "data/definitions/settings.toml"
EFFECTS = "data/report/effects.csv"
KNOWN_SETTINGS = {"contact", "feedback_link"}
# Inputs kept from before a setting was known lack it.
LATER_SETTINGS = {"second_person", "classification", "invented"}
# The rule for small numbers, where nothing else is set.
PROTECTION = {"few": "7", "rounded_to": "5", "narrowest": "3", "noughts": "shown"}
# Who set it otherwise, and why.
PROTECTION_CHANGED = {"protection_changed_by", "protection_reason"}
# What is made up to rehearse with says so in this word, on every page and in every row of a file.
INVENTED_MARK = "INVENTED"

# Lists that may be empty: the others say something about every indicator.
MAY_BE_EMPTY = {"sum_of", "breakdowns_wanted", "not_comparable_with", "related_asks"}
WORDS = {
    "theme": (
        "demand", "outcomes", "workforce", "partnership", "cse", "fgm", "oversight", "context",
    ),
    "kind": ("flow", "level", "share"),
    "clock": periods.CLOCKS,
    "lowest_level": (
        "borough", "London", "Metropolitan Police", "England and Wales", "United Kingdom",
    ),
    "better": ("higher", "lower", "neither"),
    "disclosure": ("raw", "published"),
}  # fmt: skip


class DefinitionError(ValueError):
    """A definition that does not hold; the message names the file and the key."""


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One indicator, as its file defines it.

    `kind` is "flow" (quarters add up to a year), "level" (a state, never summed over time) or
    "share". `sum_of` names the parts of an indicator that is their sum where it is not given
    itself, `part_of` the whole that it cannot exceed, `counter_measure` what must stand beside it
    because this one alone rewards the wrong thing. `disclosure` "raw" means counts about people,
    which are protected below London. `breaks` are the days, each with its reason, from which on
    another thing is counted: limits of a process are worked out anew there and nowhere else.
    """

    name: str
    title: str
    label: str
    theme: str
    question: str
    definition: str
    unit: str
    kind: str
    clock: str
    population: str
    organisation: str
    lowest_level: str
    breakdowns_wanted: list[str]
    better: str
    why: str
    owner: list[str]
    source: str
    caveats: list[str]
    not_comparable_with: list[str]
    disclosure: str
    related_asks: list[str]
    checked_against: list[str]
    reviewed: date
    review_by: date
    sum_of: list[str] | None = None
    part_of: str | None = None
    counter_measure: str | None = None
    target: float | None = None
    breaks: list[dict] | None = None


def load(files: Files) -> dict[str, Indicator]:
    """All indicators of a set of files, by id.

    Raises:
        DefinitionError: a file cannot be read, has a key too many or too few, a blank, a word
            that is not in the vocabulary, a target on a neutral indicator, or names something
            that does not exist; or an expected effect does.
    """
    paths = [path for path in sorted(files) if path.startswith(FOLDER) and path.endswith(".toml")]
    if not paths:
        raise DefinitionError(f"{FOLDER} has no definition. Put it back from the repository.")
    indicators = {PurePosixPath(path).stem: _read(path, files[path]) for path in paths}
    reference = Reference(files)
    for indicator in indicators.values():
        _check_names(indicator, indicators, reference)
    _check_effects(files, indicators)
    return indicators


def settings(files: Files) -> dict[str, str]:
    """What the people who run this copy have set.

    Raises:
        DefinitionError: the file cannot be read, or has a key too many or too few.
    """
    keys = _toml(SETTINGS, files.get(SETTINGS, b""))
    known = keys.keys() - LATER_SETTINGS - PROTECTION.keys() - PROTECTION_CHANGED
    if known != KNOWN_SETTINGS or not all(isinstance(one, str) for one in keys.values()):
        raise DefinitionError(
            f"{SETTINGS} must have the keys {' and '.join(sorted(KNOWN_SETTINGS))}, both texts."
        )
    if keys["feedback_link"] and not keys["feedback_link"].startswith(("https://", "mailto:")):
        raise DefinitionError(f"{SETTINGS}: 'feedback_link' must begin with https:// or mailto:.")
    for name in ("second_person", "invented"):
        if keys.get(name, "no") not in ("yes", "no"):
            raise DefinitionError(f"{SETTINGS}: '{name}' must be yes or no.")
    is_changed = protection(keys) != PROTECTION
    if is_changed and not all(keys.get(name, "").strip() for name in PROTECTION_CHANGED):
        raise DefinitionError(
            f"{SETTINGS}: the rule for small numbers is not the usual one. Say who changed it in"
            " 'protection_changed_by' and why in 'protection_reason'."
        )
    if not is_changed and keys.keys() & PROTECTION_CHANGED:
        raise DefinitionError(
            f"{SETTINGS}: the rule for small numbers is the usual one. Take out who changed it and"
            " why."
        )
    return keys


def protection(settings: Mapping[str, str]) -> dict[str, str]:
    """The numbers of the rule for small numbers, what is not set as it is usually."""
    return {name: settings.get(name, usual) for name, usual in PROTECTION.items()}


def needs_second_person(files: Files) -> bool:
    """Whether whoever sends a return may not be the one who publishes it.

    Raises:
        DefinitionError: the settings cannot be read.
    """
    return settings(files).get("second_person") == "yes"


def is_invented(files: Files) -> bool:
    """Whether what is published with these files is made up, to rehearse with.

    Raises:
        DefinitionError: the settings cannot be read.
    """
    return settings(files).get("invented") == "yes"


def as_invented(files: Files) -> dict[str, bytes]:
    """The same files, with a setting that says of all that they publish that it is made up."""
    lines = files.get(SETTINGS, b"").splitlines(keepends=True)
    kept = b"".join(line for line in lines if not line.startswith(b"invented"))
    return {**files, SETTINGS: kept.rstrip(b"\n") + b'\ninvented = "yes"\n'}


def _toml(path: str, content: bytes) -> dict:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DefinitionError(f"{path} cannot be read as TOML: {error}.") from error


# The files of a checkout hardly ever change, and one publication asks for them several times.
@lru_cache(maxsize=128)
def _read(path: str, content: bytes) -> Indicator:
    keys = _toml(path, content)
    known = {field.name: field for field in fields(Indicator) if field.name != "name"}
    for key in keys.keys() - known.keys():
        raise DefinitionError(
            f"{path}: the key '{key}' is not known. Take it out or mend its name."
        )
    for key, field in known.items():
        if key not in keys:
            if field.default is MISSING:
                raise DefinitionError(f"{path}: the key '{key}' is missing.")
        else:
            _check_value(path, key, field.type, keys[key])
    indicator = Indicator(name=PurePosixPath(path).stem, **keys)
    if indicator.better == "neither" and indicator.target is not None:
        raise DefinitionError(
            f"{path}: 'target' is set, yet better is 'neither'. A measure that is neither good nor"
            " bad when it rises has no target; take 'target' out."
        )
    if indicator.review_by <= indicator.reviewed:
        raise DefinitionError(f"{path}: 'review_by' must be later than 'reviewed'.")
    return indicator


def _check_value(path: str, key: str, wanted: str, value: object) -> None:
    """The type that the field declares, nothing blank, and a word of the vocabulary."""
    if key == "breaks":
        _check_breaks(path, value)
    elif wanted.startswith("list"):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise DefinitionError(f"{path}: '{key}' must be a list of texts.")
        if any(not item.strip() for item in value) or (not value and key not in MAY_BE_EMPTY):
            raise DefinitionError(f"{path}: nothing is written for '{key}'.")
    elif wanted == "date":
        if type(value) is not date:
            raise DefinitionError(f"{path}: '{key}' must be a date such as 2026-11-22, unquoted.")
    elif wanted.startswith("float"):
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise DefinitionError(f"{path}: '{key}' must be a number.")
    elif not isinstance(value, str):
        raise DefinitionError(f"{path}: '{key}' must be a text in quotation marks.")
    elif not value.strip():
        raise DefinitionError(f"{path}: nothing is written for '{key}'.")
    elif key in WORDS and value not in WORDS[key]:
        raise DefinitionError(
            f"{path}: '{key}' is '{value}'. It must be one of: {', '.join(WORDS[key])}."
        )


def _check_breaks(path: str, value: object) -> None:
    """Each a day and a reason, oldest first; nobody moves limits without saying why."""
    rows = value if isinstance(value, list) else []
    for row in rows:
        if not isinstance(row, dict) or row.keys() != {"on", "reason"}:
            raise DefinitionError(f"{path}: each of 'breaks' has the keys 'on' and 'reason'.")
        _check_value(path, "on", "date", row["on"])
        _check_value(path, "reason", "str", row["reason"])
    days = [row["on"] for row in rows]
    if not days or days != sorted(set(days)):
        raise DefinitionError(f"{path}: 'breaks' is a list of tables, oldest first, a day once.")


def _check_names(
    indicator: Indicator, indicators: dict[str, Indicator], reference: Reference
) -> None:
    """Whatever a definition names exists; its counter-measure is another indicator."""
    if indicator.counter_measure == indicator.name:
        raise DefinitionError(
            f"{FOLDER}{indicator.name}.toml: 'counter_measure' names the indicator itself. Name"
            " another."
        )
    evidence = reference.claims | reference.sources | reference.asks
    for key, known in {
        "owner": reference.bodies,
        "not_comparable_with": indicators,
        "sum_of": indicators,
        "part_of": indicators,
        "counter_measure": indicators,
        "related_asks": reference.asks,
        "checked_against": evidence,
    }.items():
        names = getattr(indicator, key) or []
        for name in [names] if isinstance(names, str) else names:
            if name not in known:
                raise DefinitionError(
                    f"{FOLDER}{indicator.name}.toml: '{key}' names '{name}', which does not exist."
                )


def _check_effects(files: Files, indicators: dict[str, Indicator]) -> None:
    """Each expected effect is written out, on an indicator, and of an ask it is tied to.

    Only what the report expects whatever is done is of no ask.
    """
    for line, row in enumerate(table(files, EFFECTS), start=2):
        for key, cell in row.items():
            if not cell.strip() and key != "ask":
                raise DefinitionError(f"{EFFECTS}, line {line}: nothing is written for '{key}'.")
        name, ask = row["indicator"], row["ask"]
        if name not in indicators:
            raise DefinitionError(
                f"{EFFECTS}, line {line}: 'indicator' names '{name}', which does not exist."
            )
        if ask and ask not in indicators[name].related_asks:
            raise DefinitionError(
                f"{EFFECTS}, line {line}: '{ask}' is no related ask of {name}. Add it to"
                f" 'related_asks' in {FOLDER}{name}.toml, or mend the line."
            )
