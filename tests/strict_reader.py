"""A second reader of returns, slow and strict, written from the rules and not from the product.

Python's `csv` with strict=True, strict decoding, every row as wide as the header, every word looked
up in the data files. What the product takes must be read here to the same values.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date

from oversight import ROOT
from tests.polluting.clean import (
    ACTION,
    HEADERS,
    OBSERVATIONS,
    RUNNING_ORDER,
    STATUS,
    Row,
    canonical_evidence,
    with_plain_ends,
)
from tests.polluting.clean import canonical_number as number
from tests.strict_cells import RefusedError, ages, day, evidence, need, period

DATA = ROOT / "data"
COMMITTEE = "Committee"
FIRST_DAY, LAST_DAY = date(2014, 7, 24), date(2100, 1, 1)
# Categories of letters that nobody sees: controls, marks of direction, odd spaces and the like.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}
FILLERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
STANDARD = {
    "where_we_are", "allegations", "workforce", "cse", "fgm", "framework", "overdue", "questions"
}  # fmt: skip
ABOUT_QUESTIONS = re.compile(
    "own question|(?:question|drop)( [A-Za-z][A-Za-z0-9_]*(?: [A-Za-z0-9_]+)*)"
)
NUMBER = re.compile(r"(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]+)?")
INSTEAD, BESIDE = {"c", "x", "z", "u", "low"}, {"p", "r", "e", "b"}
WITH_DECIMALS = {"full-time equivalent", "per cent", "days"}
TAKEN_BY_CLOCK = {
    "financial year": {"financial year", "financial quarter"},
    "calendar year": {"calendar year", "calendar quarter"},
    "quarter": {"financial quarter", "financial year"},
    "point in time": {"day"},
    "running total": {"day"},
    "year to November": {"year to November"},
    "event": {"day", "month"},
}
LEVELS = {
    "borough": {"borough", "police area outside boroughs", "whole"},
    "London": {"whole"},
    "Metropolitan Police": {"whole"},
    "England and Wales": {"country"},
    "United Kingdom": {"country"},
}


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def table(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((DATA / path).read_text("utf-8"))))


def toml(path: str) -> dict:
    return tomllib.loads((DATA / path).read_text("utf-8"))


class StrictReader:
    """Reads returns against the data files of this checkout."""

    def __init__(self, today: date) -> None:
        self.today = today
        folder = DATA / "definitions/indicators"
        self.indicators = {path.stem: toml(str(path)) for path in sorted(folder.glob("*.toml"))}
        self.breakdowns = toml("definitions/breakdowns.toml")
        self.areas = {
            folded(name): (row["code"], row["level"])
            for row in table("reference/areas.csv")
            for name in (row["code"], row["name"], *filter(None, row["aliases"].split("|")))
        }
        self.bodies = {
            folded(name): row["body"]
            for row in table("reference/bodies.csv")
            for name in (row["body"], row["name"], *filter(None, row["aliases"].split("|")))
        }
        self.owners = {
            row.get("ask") or row["id"]: set(
                (row.get("owner") or row.get("who", "")).split(" and ")
            )
            for path in ("asks", "other_asks_and_promises")
            for row in table(f"report/{path}.csv")
        }
        claims = {row["claim"] for row in table("report/claims.csv")}
        self.subjects = {*self.indicators, *self.owners, *claims}
        self.words = {
            kind: {
                column["name"]: {word.casefold(): word for word in column["words"]}
                for column in toml(f"definitions/returns/{kind}.toml")["columns"]
                if "words" in column
            }
            for kind in HEADERS
        }

    def read(self, content: bytes) -> tuple[Row, ...]:
        """What each row means, in no order.

        Raises:
            RefusedError: it cannot be taken.
        """
        kind, rows = records(content)
        understand = {
            OBSERVATIONS: self._figure, STATUS: self._status, ACTION: self._action,
            RUNNING_ORDER: self._item,
        }[kind]  # fmt: skip
        meant, keys = [], []
        for cells in rows:
            key, row = understand(cells)
            meant.append(row)
            keys.append(key)
        need(meant, "no row")
        need(len({*keys}) == len(keys), "one key twice")
        if kind == RUNNING_ORDER:
            need(len({row[0] for row in meant}) == 1, "one meeting")
            need(len({row[1] for row in meant}) == len(meant), "one position twice")
            need(any(not ABOUT_QUESTIONS.fullmatch(row[2]) for row in meant), "a slide")
        return tuple(sorted(meant))

    def _figure(self, cells: dict[str, str]) -> tuple[tuple, Row]:
        indicator = self.indicators.get(cells["indicator"])
        need(indicator, "indicator")
        kind, first, last = period(cells["period"])
        need(kind in TAKEN_BY_CLOCK.get(indicator["clock"], ()), "clock")
        need(first.year >= 2000 and last <= self.today, "not a time of ours")
        code, level = self.areas.get(folded(cells["geography"]), ("", ""))
        is_whole = level == "region" or code == "E23000001"
        need(("whole" if is_whole else level) in LEVELS[indicator["lowest_level"]], "level")
        split = ";".join(sorted(self._parts(cells["breakdown"], indicator["breakdowns_wanted"])))
        marker = cells["marker"].casefold()
        if len(marker) > 2 and marker[0] + marker[-1] == "[]":
            marker = marker[1:-1]
        value = cells["value"]
        if value:
            need(marker == "" or marker in BESIDE, "marker beside a value")
            need(NUMBER.fullmatch(value), "number")
            value = value.replace(",", "")
            need("." not in value or indicator["unit"] in WITH_DECIMALS, "whole numbers")
            need(float(value) <= (100 if indicator["unit"] == "per cent" else 1e9), "size")
        else:
            need(marker in INSTEAD, "neither value nor marker")
        row = (
            cells["indicator"], first.isoformat(), last.isoformat(), code, split, number(value),
            marker, cells["note"],
        )  # fmt: skip
        return (*row[:3], "London" if is_whole else code, split), row

    def _parts(self, written: str, wanted: list[str]) -> Iterator[str]:
        names = set()
        for part in filter(str.strip, written.split(";")):
            name, _, value = part.partition("=")
            name, value = folded(name), folded(value)
            need(name in wanted and name not in names, "breakdown")
            names.add(name)
            known = {word.casefold(): word for word in self.breakdowns[name]["words"]}
            need(value in known or self.breakdowns[name].get("ages"), "value of a breakdown")
            yield f"{name}={known.get(value) or ages(value)}"

    def _status(self, cells: dict[str, str]) -> tuple[tuple, Row]:
        ask, delivery, shown = (
            cells["ask"],
            self._word(STATUS, "delivery", cells),
            cells["evidence"],
        )
        response = self._word(STATUS, "response", cells)
        said_on = day(cells["status_date"], FIRST_DAY, self.today)
        author = self._body(cells["author"])
        need(ask in self.owners, "ask")
        owners = self.owners[ask] & {*self.bodies.values()}
        need(not owners or author in {*owners, COMMITTEE}, "not for them to say")
        if author == COMMITTEE and author not in owners:
            need(not response and delivery != "claimed complete", "the Committee assesses")
        need(response or delivery or cells["revised_due_date"], "says nothing")
        if delivery == "claimed complete" or delivery.startswith("closed: "):
            need(shown.strip("| "), "evidence")
        if cells["revised_due_date"]:
            day(cells["revised_due_date"], max(FIRST_DAY, said_on), LAST_DAY)
            need(cells["reason"], "reason of a move")
        if delivery in ("closed: not implemented", "closed: superseded"):
            need(cells["reason"], "reason of a closing")
        if shown.strip("| "):
            evidence(shown, said_on)
        need(max(map(len, cells.values())) <= 2000, "length")
        row = (
            ask, cells["status_date"], response, delivery, canonical_evidence(shown),
            cells["revised_due_date"], cells["reason"], author,
        )  # fmt: skip
        return (ask, said_on, author), row

    def _action(self, cells: dict[str, str]) -> tuple[tuple, Row]:
        met_on = day(cells["meeting_date"], FIRST_DAY, self.today)
        outcome = self._word(ACTION, "outcome", cells)
        asked_of, author = self._body(cells["asked_of"]), self._body(cells["author"])
        promised_by = self._body(cells["promised_by"]) if cells["promised_by"] else ""
        need(cells["question"] and outcome, "question and outcome")
        need(cells["about"] in self.subjects, "about")
        if cells["due_date"]:
            day(cells["due_date"], met_on, LAST_DAY)
        if outcome in ("asked", "answered"):
            need(not promised_by, "nobody promised")
        if outcome == "asked":
            need(not cells["answer"] and not cells["due_date"], "nothing came of it")
        need(outcome != "answered" or cells["answer"], "answer")
        need(outcome != "promised" or promised_by, "who promised")
        need(outcome != "withdrawn" or author != asked_of or author == COMMITTEE, "by whom")
        need(max(map(len, cells.values())) <= 2000, "length")
        row = (
            cells["meeting_date"], cells["question"], cells["about"], asked_of, outcome,
            cells["answer"], promised_by, cells["due_date"], author,
        )  # fmt: skip
        return (met_on, folded(cells["question"]), asked_of), row

    def _item(self, cells: dict[str, str]) -> tuple[tuple, Row]:
        day(cells["meeting_date"], FIRST_DAY, LAST_DAY)
        slide, note = " ".join(cells["slide"].split()), cells["note"]
        need(re.fullmatch("[1-9][0-9]?", cells["position"]), "position")
        need(re.fullmatch("([1-9][0-9]{0,2})?", cells["minutes"]), "minutes")
        need(int(cells["minutes"] or 0) <= 240, "minutes")
        question = ABOUT_QUESTIONS.fullmatch(slide)
        need(question or slide in STANDARD or slide in self.indicators, "slide")
        need(slide != "own question" or note, "words of a question")
        need(max(map(len, cells.values())) <= 2000, "length")
        # A question of one's own may stand several times, each at its position.
        key = question[1] if question else slide
        row = cells["meeting_date"], cells["position"], slide, cells["minutes"], note
        return (key or cells["position"],), row

    def _word(self, kind: str, column: str, cells: dict[str, str]) -> str:
        known = self.words[kind][column] | {"": ""}
        need(folded(cells[column]) in known, column)
        return known[folded(cells[column])]

    def _body(self, written: str) -> str:
        need(folded(written) in self.bodies, "body")
        return self.bodies[folded(written)]


def records(content: bytes) -> tuple[str, list[dict[str, str]]]:
    """The kind of the return and its rows, each as wide as the header."""
    try:
        text = content.decode("utf-8-sig", "strict")
    except UnicodeDecodeError as error:
        raise RefusedError("not UTF-8") from error
    for delimiter in ",;\t":
        for letter in {*text} - {"\r", "\n", " ", delimiter}:
            is_unseen = unicodedata.category(letter) in UNSEEN or FILLERS.match(letter)
            need(not is_unseen or (letter == "\t" and delimiter != "\t"), "unseen letter")
        try:
            lines = list(
                csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
            )
        except csv.Error:
            continue
        while lines and not any(map(str.strip, lines[0])):
            del lines[0]
        need(lines, "nothing in it")
        names = ["_".join(cell.casefold().replace("_", " ").split()) for cell in lines[0]]
        while names and not names[-1]:
            names.pop()
        for kind, header in HEADERS.items():
            if sorted(names) == sorted(header):
                need(delimiter == "\t" or "\t" not in text, "a tab")
                return kind, list(_rows(names, lines, delimiter))
    raise RefusedError("header")


def _rows(names: list[str], lines: list[list[str]], delimiter: str) -> Iterator[dict[str, str]]:
    for line in lines[1:]:
        cells = [with_plain_ends(cell.strip()) for cell in line]
        if not any(cells):
            continue
        need(len(cells) == len(lines[0]) and not any(cells[len(names) :]), "width")
        named = dict(zip(names, cells, strict=False))
        need(delimiter == "," or "," not in named.get("value", ""), "comma in a number")
        yield named
