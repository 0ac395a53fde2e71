"""Pollutions of rows: added, doubled, shifted, changed over; all of them must be refused."""

from __future__ import annotations

from collections.abc import Callable

from tests.polluting.clean import Clean, Row, as_file, written
from tests.polluting.files import Pollution, blank_row
from tests.polluting.marks import LOADS as MUST
from tests.polluting.marks import REFUSED as MUST_NOT


def below(*row: str, filled: bool = True) -> Pollution:
    """A row under the table, filled to the width of the table or as short as it is."""

    def added(clean: Clean) -> bytes:
        blanks = ("",) * (len(clean.header) - len(row)) if filled else ()
        return written(clean.header, (*clean.rows, (*row, *blanks)))

    return added


def under_the_header(text: Callable[[str], str]) -> Pollution:
    return lambda clean: written(clean.header, ([text(name) for name in clean.header], *clean.rows))


def cells_changed_over(first: int, second: int) -> Pollution:
    """Two cells of the first row in each other's place."""

    def changed(clean: Clean) -> bytes:
        row = list(clean.rows[0])
        row[first], row[second] = row[second], row[first]
        return as_file(clean.with_rows((row, *clean.rows[1:])))

    return changed


def names_changed_over(first: int, second: int) -> Pollution:
    """Two names of the header in each other's place, their cells where they were."""

    def changed(clean: Clean) -> bytes:
        names = list(clean.header)
        names[first], names[second] = names[second], names[first]
        return written(names, clean.rows)

    return changed


def of_rows(change: Callable[[tuple[Row, ...]], tuple[Row, ...]]) -> Pollution:
    return lambda clean: as_file(clean.with_rows(change(clean.rows)))


def merged(place: int) -> Pollution:
    """A column as merged cells leave it: written once, blank below."""
    return of_rows(
        lambda rows: (
            rows[0],
            *((*row[:place], "", *row[place + 1 :]) for row in rows[1:]),
        )
    )


def _total(clean: Clean) -> bytes:
    return below("Total", *[""] * (len(clean.header) - 3), "1153", "")(clean)


REFUSED: dict[str, Pollution] = {
    "a row of the total": _total,
    "a row that says total and no more": below("Total"),
    "a short row of the source": below("Source: Met intelligence unit", filled=False),
    "a row of the source": below("Source: Met intelligence unit"),
    "a footnote after an empty line": lambda clean: as_file(clean) + b"\n* provisional\n",
    "a footnote after a blank row": lambda clean: (
        as_file(clean) + blank_row(clean) + b"1. Without the airports" + blank_row(clean)
    ),
    "a row of remarks": lambda clean: as_file(clean) + b"# end of file\n",
    "a count of rows below": lambda clean: as_file(clean) + b"(5 rows affected)\n",
    "a row of types under the header": under_the_header(lambda name: "text"),
    "a row of lines under the header": under_the_header(lambda name: "---"),
    "a row of meanings under the header": under_the_header(lambda name: f"the {name}, if known"),
    "a row turned into a remark": of_rows(
        lambda rows: (("#" + rows[0][0], *rows[0][1:]), *rows[1:])
    ),
    "a row twice": of_rows(lambda rows: (*rows, rows[0])),
    "a row twice, at once": of_rows(lambda rows: (rows[0], *rows)),
    "all rows twice": of_rows(lambda rows: rows * 2),
    "a row one cell to the right": of_rows(lambda rows: (("", *rows[0][:-1]), *rows[1:])),
    "a row one cell to the left": of_rows(lambda rows: ((*rows[0][1:], ""), *rows[1:])),
    "all rows one cell to the right": of_rows(lambda rows: tuple(("", *row[:-1]) for row in rows)),
    "a row one cell too short": of_rows(lambda rows: (rows[0][:-1], *rows[1:])),
    "a row one cell too long": of_rows(lambda rows: (rows[0], (*rows[1], ""), *rows[2:])),
    "a row of one word": below("end", filled=False),
    "the first two cells changed over": cells_changed_over(0, 1),
    "the first and the third cell changed over": cells_changed_over(0, 2),
    "the first two names changed over": names_changed_over(0, 1),
    "the second and the third name changed over": names_changed_over(1, 2),
    "the first and the last name changed over": names_changed_over(0, -1),
    "merged cells in the first column": merged(0),
    "merged cells in the second column": merged(1),
    "dots in place of what stands above": of_rows(
        lambda rows: (rows[0], *(('"', *row[1:]) for row in rows[1:]))
    ),
}


def in_row(column: str, text: str, of: int = 0) -> Pollution:
    """A second row with the same key, one cell written otherwise."""

    def added(clean: Clean) -> bytes:
        again = clean.with_cell(of, column, text).rows[of]
        return as_file(clean.with_rows((*clean.rows, again)))

    return added


def figures(*lines: str) -> Pollution:
    """Rows added as they stand."""
    return lambda clean: as_file(clean) + "".join(f"{line}\n" for line in lines).encode()


# The same thing said twice in other words, and more than one figure of one thing.
OF_ONE: dict[str, tuple[str, str, Pollution]] = {
    "a figure twice, with another value": ("years", MUST_NOT, in_row("value", "602")),
    "a figure twice, once withheld": (
        "years", MUST_NOT, figures("allegations_rape,2014-15,London,,,c,"),
    ),
    "a figure twice, under another name of London": (
        "years", MUST_NOT, in_row("geography", "Metropolitan Police"),
    ),
    "a figure twice, by the code of London": ("years", MUST_NOT, in_row("geography", "E12000007")),
    "a figure twice, its year spelled otherwise": (
        "years", MUST_NOT, in_row("period", "2014/15"),
    ),
    "a figure twice, with another note": ("years", MUST_NOT, in_row("note", "as sent in May")),
    "a figure twice, the place in capitals": (
        "boroughs", MUST_NOT, in_row("geography", "WESTMINSTER"),
    ),
    "a figure twice, the place by its alias": (
        "boroughs", MUST_NOT, in_row("geography", "City of Westminster"),
    ),
    "a figure twice, the place by its code": (
        "boroughs", MUST_NOT, in_row("geography", "E09000033"),
    ),
    "a figure twice, a space after the place": (
        "boroughs", MUST_NOT, in_row("geography", "Westminster "),
    ),
    "a figure twice, its quarter spelled otherwise": (
        "boroughs", MUST_NOT, in_row("period", "Q1 2014/15"),
    ),
    "a figure twice, its breakdown turned round": (
        "splits", MUST_NOT, in_row("breakdown", "sex=female;age=0-15", of=3),
    ),
    "a figure twice, its breakdown in capitals": (
        "splits", MUST_NOT, in_row("breakdown", "Sex=FEMALE", of=1),
    ),
    "a figure twice, a space in its breakdown": (
        "splits", MUST_NOT, in_row("breakdown", "sex = female", of=1),
    ),
    "a status twice, with another word": ("replies", MUST_NOT, in_row("response", "not accepted")),
    "a status twice, the body by another name": ("replies", MUST_NOT, in_row("author", "MPS")),
    "a status twice, the body in small letters": ("replies", MUST_NOT, in_row("author", "met")),
    "a question twice, in capitals": (
        "meeting", MUST_NOT, in_row("question", "HOW MANY CSE REFERRALS HAS THE MET COUNTED?"),
    ),
    "a question twice, with another outcome": ("meeting", MUST_NOT, in_row("outcome", "withdrawn")),
    "a question twice, about something else": ("meeting", MUST_NOT, in_row("about", "R6a")),
    "a question twice, under another name of the body": (
        "meeting", MUST_NOT, in_row("asked_of", "Metropolitan Police"),
    ),
    "a value and its marker changed over": (
        "years", MUST_NOT, cells_changed_over(4, 5),
    ),
    "a value and its note changed over": (
        "years", MUST_NOT, lambda clean: cells_changed_over(4, 6)(clean.with_rows(clean.rows[1:])),
    ),
    "the names of value and note changed over": ("years", MUST_NOT, names_changed_over(4, 6)),
    "the names of value and marker changed over": ("years", MUST_NOT, names_changed_over(4, 5)),
    "the names of place and breakdown changed over": ("splits", MUST_NOT, names_changed_over(2, 3)),
    "response and delivery changed over": ("replies", MUST_NOT, cells_changed_over(2, 3)),
    "the names of both days changed over": ("replies", MUST_NOT, names_changed_over(1, 5)),
    "who was asked and who promised changed over": ("meeting", MUST_NOT, names_changed_over(3, 6)),
    "both days of a meeting changed over": ("meeting", MUST_NOT, names_changed_over(0, 7)),
    "question and answer changed over": ("meeting", MUST_NOT, names_changed_over(1, 5)),
    "places merged": ("boroughs", MUST_NOT, merged(2)),
    "authors merged": ("replies", MUST_NOT, merged(7)),
    "who was asked merged": ("meeting", MUST_NOT, merged(3)),
    "a row of one year more": (
        "years", MUST_NOT, figures("allegations_rape,2026-27,London,,640,p,"),
    ),
    "a row for the sum of the boroughs": (
        "boroughs", MUST_NOT, figures("recorded_rape_all_victims,2014-15 Q1,All boroughs,,1120,,"),
    ),
    "rows from a newer file with a column more": (
        "years", MUST_NOT, figures("allegations_rape,2015-16,London,,640,p,,checked"),
    ),
    "a row of a status in between": (
        "years", MUST_NOT, figures("R6a,2015-03-01,accepted,in progress,,,Met"),
    ),
    "blank rows of many commas": (
        "years", MUST, lambda clean: as_file(clean) + blank_row(clean) * 2_000,
    ),
}  # fmt: skip
