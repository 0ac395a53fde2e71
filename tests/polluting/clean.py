"""Clean returns of every kind, what each of their rows means, and a plain writer of files.

What a row means is written out here by hand or looked up in the data files, never asked of the
product.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from oversight import ROOT

OBSERVATIONS, STATUS, ACTION = "observations", "status", "action"
RUNNING_ORDER = "running_order"
BOM = b"\xef\xbb\xbf"

HEADERS = {
    kind: tuple(
        column["name"]
        for column in tomllib.loads(
            (ROOT / "data/definitions/returns" / f"{kind}.toml").read_text("utf-8")
        )["columns"]
    )
    for kind in (OBSERVATIONS, STATUS, ACTION, RUNNING_ORDER)
}
# The first and last day of every period that a clean return names.
DAYS = {
    "2014-15": ("2014-04-01", "2015-03-31"),
    "2014-15 Q1": ("2014-04-01", "2014-06-30"),
    "2014-15 Q2": ("2014-07-01", "2014-09-30"),
    "2014-15 Q3": ("2014-10-01", "2014-12-31"),
    "2014-15 Q4": ("2015-01-01", "2015-03-31"),
    "2014": ("2014-01-01", "2014-12-31"),
    "2014 Q2": ("2014-04-01", "2014-06-30"),
    "2014-11": ("2014-11-01", "2014-11-30"),
    "year to 2014-11": ("2013-12-01", "2014-11-30"),
    "2014-06-30": ("2014-06-30", "2014-06-30"),
    "2014-09-30": ("2014-09-30", "2014-09-30"),
}


def _codes() -> dict[str, str]:
    text = (ROOT / "data/reference/areas.csv").read_text("utf-8")
    return {row["name"]: row["code"] for row in csv.DictReader(io.StringIO(text))}


CODES = _codes()

Row = tuple[str, ...]


@dataclass(frozen=True)
class Clean:
    """A clean return: its rows are written as the templates ask."""

    name: str
    kind: str
    header: Row
    rows: tuple[Row, ...]

    @property
    def meant(self) -> tuple[Row, ...]:
        """What its rows mean, in no order."""
        return tuple(sorted(_meaning(self.kind, row) for row in self.rows))

    def with_rows(self, rows: Iterable[Row]) -> Clean:
        return replace(self, rows=tuple(tuple(row) for row in rows))

    def with_cell(self, row: int, column: str, text: str) -> Clean:
        """The return with one cell written otherwise."""
        place = self.header.index(column)
        rows = [list(cells) for cells in self.rows]
        rows[row][place] = text
        return self.with_rows(rows)

    def row_of(self, column: str, text: str) -> int | None:
        """The first row that has this text in this column."""
        place = self.header.index(column)
        return next((at for at, cells in enumerate(self.rows) if cells[place] == text), None)

    @property
    def words(self) -> str:
        """The column in which anything may be said."""
        return {STATUS: "reason", ACTION: "question"}.get(self.kind, "note")


def canonical_number(text: str) -> str:
    """One spelling for one number."""
    return format(Decimal(text).normalize(), "f") if text else ""


def with_plain_ends(text: str) -> str:
    """A line that ends inside a cell ends, whatever the machine it was written on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def canonical_evidence(text: str) -> str:
    """Parts without the spaces round them; nothing after the last that says anything."""
    return "|".join(part.strip() for part in text.split("|")).rstrip("|")


def _meaning(kind: str, row: Row) -> Row:
    if kind == OBSERVATIONS:
        indicator, period, place, breakdown, value, marker, note = row
        parts = ";".join(sorted(breakdown.split(";")))
        return (
            indicator, *DAYS[period], CODES[place], parts, canonical_number(value), marker, note
        )  # fmt: skip
    place = HEADERS[STATUS].index("evidence")
    if kind == STATUS:
        return (*row[:place], canonical_evidence(row[place]), *row[place + 1 :])
    return row


def written(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    delimiter: str = ",",
    end: str = "\n",
    quoting: int = csv.QUOTE_MINIMAL,
) -> bytes:
    """Header and rows as a file."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def as_file(clean: Clean, **how) -> bytes:
    return written(clean.header, clean.rows, **how)


def _clean(name: str, kind: str, text: str) -> Clean:
    rows = csv.reader(io.StringIO(text.strip(), newline=""), strict=True)
    return Clean(name, kind, HEADERS[kind], tuple(tuple(row) for row in rows))


CLEAN = {
    clean.name: clean
    for clean in (
        _clean("years", OBSERVATIONS, """
allegations_rape,2014-15,London,,601,p,
allegations_all,2014-15,London,,10034,,"counted, then checked"
soeca_officers_in_post,2014-09-30,Metropolitan Police,,905,,headcount
fgm_referrals,2014,Metropolitan Police,,74,,
sanction_detections,year to 2014-11,London,,1512,r,
fgm_airport_passengers_approached,2014-11,London,,240,,
allegations_neglect,2014-15,London,,,x,not supplied
charges,2014-15,London,crime type=neglect,310,,
"""),
        _clean("boroughs", OBSERVATIONS, """
recorded_rape_all_victims,2014-15 Q1,Westminster,,41,,
recorded_rape_all_victims,2014-15 Q1,Kensington and Chelsea,,22,,
recorded_rape_all_victims,2014-15 Q1,Camden,,38,p,second count
recorded_rape_all_victims,2014-15 Q1,Hammersmith and Fulham,,1019,,
recorded_rape_all_victims,2014-15 Q1,Barking and Dagenham,,,x,
recorded_rape_all_victims,2014-15 Q1,City of London,,0,,
recorded_rape_all_victims,2014-15 Q4,Richmond upon Thames,,,c,
recorded_rape_all_victims,2014-15 Q4,Kingston upon Thames,,33,,
"""),
        _clean("decimals", OBSERVATIONS, """
met_strength,2014-06-30,Metropolitan Police,role=PCSO,2310.5,,full-time equivalent
mash_rereferral_rate,2014-15 Q2,Hackney,,12.5,,
mash_referral_to_decision_days,2014-15 Q2,Croydon,,3.2,e,
first_case_conference_attendance,2014-09-30,London,,87,,as minuted
borough_child_population,2014-06-30,London,,1950000,e,
"""),
        _clean("splits", OBSERVATIONS, """
cse_referrals,2014-15 Q2,London,,310,,all referrals
cse_referrals,2014-15 Q2,London,sex=female,250,,
cse_referrals,2014-15 Q2,London,sex=male,60,b,
cse_referrals,2014-15 Q3,London,age=0-15;sex=female,120,,
children_missing,2014-15 Q3,Camden,looked after=yes,58,,
children_missing,2014-15 Q3,Southwark,,,z,
allegations_assault,2014-15,Lambeth,,215,,
fgm_referrals,2014 Q2,London,,17,,
"""),
        _clean("replies", STATUS, """
R6a,2015-03-01,accepted,in progress,,,,Met
R3b,2015-02-10,,claimed complete,A letter | https://www.london.gov.uk/a | 2015-02-01 | p. 2,,,Met
R8a,2015-03-01,accepted in part,not started,,,,MOPAC
R6b,2015-03-05,,,,2015-09-30,"Staff left, and were not replaced",Met
R1a,2015-04-01,,closed: implemented,Minutes of the meeting | 2015-03-26,,,Committee
"""),
        _clean("promises", STATUS, """
P03,2015-01-15,,in progress,,2015-06-30,The count is not settled,Met
U09,2014-12-01,accepted in principle,not started,,,,NHS
R7,2015-02-20,no response,,,,,MOPAC
P15,2015-03-02,,claimed complete,Report | 2015-02 | p. 14,,,London Safeguarding Children Board
R2b,2015-05-01,not accepted,,,,,MOPAC
"""),
        _clean("meeting", ACTION, """
2015-03-12,How many CSE referrals has the Met counted?,cse_referrals,Met,asked,,,,Committee
2015-03-12,When will the staffing review be published?,R1a,Met,promised,,Met,2015-06-30,Committee
2015-03-12,"Has it changed, and by how much?",A01,Met,answered,"It has not, so far.",,,Committee
2015-03-12,Is there a framework?,R8a,MOPAC,done,It was published in May.,MOPAC,2015-05-31,Committee
2014-11-20,Which boards were attended?,U01,Met,withdrawn,,,,Committee
"""),
        _clean("questions", ACTION, """
2015-06-18,What has the panel settled on?,P07,VAWG Panel,asked,,,,MOPAC
2015-06-18,How many girls were seen?,fgm_referrals,NHS,answered,Nobody has counted them.,,,Committee
2015-07-09,Will they report on it?,U04,CPS,promised,A paper is on its way.,CPS,2015-12-31,Committee
"""),
        _clean("order", RUNNING_ORDER, """
2027-03-11,1,where_we_are,5,
2027-03-11,2,workforce,10,"Posts first, then people"
2027-03-11,4,fgm_referrals,,
2027-03-11,5,question posts_are_not_people,,How many of them are people?
2027-03-11,6,drop overdue R8b,,Answered in writing
2027-03-11,7,own question,15,Who owns R5b?
2027-03-11,8,own question,,How many boys were referred?
"""),
    )
}  # fmt: skip
# One of each kind, for what is wrong with any file.
ONE_OF_EACH = tuple(CLEAN[name] for name in ("boroughs", "replies", "meeting", "order"))
