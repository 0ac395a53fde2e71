"""The press release beside the report: which wordings were kept or changed, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oversight.claims.documents import CHANGE, Documents
from oversight.claims.meaning import lost_words

KEPT, CHANGED = "kept", "changed"


@dataclass(frozen=True)
class Wording:
    """A claim of the press release, those of the report it stands for, and what was changed."""

    press: str
    report: tuple[str, ...]
    treatment: str
    what: str


def wordings(said: Documents) -> tuple[Wording, ...]:
    """Every claim of the press release that stands for some of the report's."""
    found = []
    for row in said.wordings:
        names = tuple(row.report.split("|"))
        ours = [said.by_id[name] for name in names]
        what = "; ".join(dict.fromkeys(_changed(said, ours, said.by_id[row.press])))
        found.append(Wording(row.press, names, CHANGED if what else KEPT, what))
    return tuple(found)


def _changed(said: Documents, ours: list, press) -> Iterator[str]:
    """Each way in which the press release says another thing."""
    first = ours[0]
    if press.indicator in said.parts:
        labels = (said.labels[one.indicator] for one in ours)
        yield f"{' and '.join(labels)} are told together"
    elif press.indicator != first.indicator and press.indicator and first.indicator:
        yield (
            f"another group: {said.titles[press.indicator]} instead of"
            f" {said.titles[first.indicator]}"
        )
    if press.from_period != first.from_period and first.from_period:
        yield f"the baseline is {press.from_period} instead of {first.from_period}"
    if press.unit == CHANGE and press.upper is None:
        yield f"{press.value_as_printed} instead of {_each(ours)}"
    elif press.unit != CHANGE and press.lower != first.lower:
        yield f"{press.value_as_printed} instead of {first.value_as_printed}"
    if press.unit != first.unit:
        yield (
            f"{first.value_as_printed} {first.unit} became {press.value_as_printed} {press.unit}"
        )
    for word in lost_words(first.measure, press.measure):
        yield f"“{word}” is gone"
    if not press.indicator and "sexual" in press.measure and "sexual" not in first.measure:
        yield "narrowed to sexual abuse"


def _each(claims: list) -> str:
    return " and ".join(claim.value_as_printed for claim in claims)
