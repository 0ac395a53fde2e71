"""No personal data at the door: what looks like it refuses the whole return, and is not told again.

A finding says where and what kind of thing it looks like, never what it was. Texts that come
again are looked at once, so that a million rows cost hardly more than their different texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from oversight.returns import ACTION, OBSERVATIONS, RUNNING_ORDER, STATUS
from oversight.screening import names, patterns
from oversight.screening.finding import Finding, letter
from oversight.screening.name_lists import listed

# A return that holds more is refused all the same; nobody reads on.
MOST_PLACES = 1_000
# No reader takes a longer cell.
LONGEST = 131_072
# So many rows of one figure, each with the value 1, are people and no figures.
MANY_ROWS = 5
KEY = ("indicator", "period", "geography", "breakdown")
OUT = "Take it out of the file; what you sent was not kept."

# What a text may look like, by the check that finds it.
WHAT = {
    "no_names": "the name of a person",
    "no_birth_dates": "a date of birth",
    "no_addresses": "a postcode or an address",
    "no_contact_details": "an e-mail address or a telephone number",
    "no_crime_numbers": "the number of a crime, a case or a person",
}
NAME = Finding("no_names", f"This looks like {WHAT['no_names']}. {OUT}")
BIRTH = Finding("no_birth_dates", f"This looks like {WHAT['no_birth_dates']}. {OUT}")
ADDRESS = Finding("no_addresses", f"This looks like {WHAT['no_addresses']}. {OUT}")
CONTACT = Finding("no_contact_details", f"This looks like {WHAT['no_contact_details']}. {OUT}")
NUMBER = Finding("no_crime_numbers", f"This looks like {WHAT['no_crime_numbers']}. {OUT}")
OFFICE_HOLDER = Finding(
    "names_are_of_office_holders",
    "This looks like the name of a person. Say why it may stand: only those who speak for a body"
    " are named.",
)
COLUMN_OF_PEOPLE = Finding(
    "no_rows_per_child",
    "A column with this heading holds something about one person. Send counts, never a row for"
    " each child; what you sent was not kept.",
)
ROW_PER_CHILD = Finding(
    "no_rows_per_child",
    "This figure stands in many rows, each with the value 1, as if each were a child. Count them"
    " and write one row; what you sent was not kept.",
)

# Headings of files that list people, without spaces and signs.
OF_PEOPLE = listed(
    """
    name names fullname forename forenames firstname givenname middlename surname lastname
    familyname initials childname pupilname victimname suspectname nameofchild dob dateofbirth
    birthdate birthday placeofbirth address homeaddress addressline1 street postcode homepostcode
    email emailaddress phone telephone phonenumber mobile mobilenumber childid childref
    childreference childnumber personid pupilid victimid suspectid clientid patientid caseid caseref
    casereference casenumber crimenumber crimeref crimereference crimereferencenumber crn cris
    crisnumber crisref urn upn nhsnumber nhsno ninumber nino nationalinsurancenumber pncid
    custodynumber childsname schoolname parentname nextofkin
    """
)
LOOKS_LIKE = {"birth": BIRTH, "address": ADDRESS, "contact": CONTACT, "number": NUMBER}


def personal(
    records: Iterable[tuple[int, tuple[str, ...]]],
    header: Sequence[str] | None,
    kind: str | None,
    header_line: int = 1,
) -> list[Finding]:
    """Everything that looks like personal data, at most the first thousand places.

    Args:
        records: each record's line and its cells as written, the header left out.
        header: the header's cells as written, if there is one.
        kind: the kind of return, if the header is of one.
    """
    found = [
        replace(COLUMN_OF_PEOPLE, line=header_line, column=letter(place))
        for place, heading in enumerate(header or ())
        if kind is None and re.sub(r"[\W_]", "", heading).casefold() in OF_PEOPLE
    ]
    columns = [column_name(heading) for heading in header or ()] if kind else []
    one_each = _RowsOfOne(header or (), kind)
    clean: set[str] = set()
    for line, cells in records:
        one_each.see(line, cells)
        if clean.issuperset(cells):
            continue
        for place, text in enumerate(cells):
            if text in clean:
                continue
            if looks := personal_in(text, kind):
                # A heading that is none of ours may itself tell something.
                column = columns[place] if place < len(columns) else letter(place)
                found += (replace(one, line=line, column=column) for one in looks)
            else:
                clean.add(text)
        if len(found) >= MOST_PLACES:
            break
    return sorted([*found, *one_each.findings()], key=lambda one: one.line)


def personal_in(text: str, kind: str | None) -> list[Finding]:
    """What one text looks like, without its place."""
    if len(text) < 3 or patterns.PLAIN_NUMBER.fullmatch(text):
        return []
    text = _plain(text[:LONGEST])
    if "://" not in text:
        return _looks(text, kind)
    found = dict.fromkeys(_looks(patterns.LINK.sub("", text), kind))
    for link in patterns.LINK.finditer(text):
        path, asked = patterns.opened(link)
        # The ids of documents often look like a postcode.
        found |= dict.fromkeys(one for one in _looks(path, kind) if one != ADDRESS)
        found |= dict.fromkeys(_looks(asked, kind))
    return [*found]


def _looks(text: str, kind: str | None) -> list[Finding]:
    words = frozenset(map(str.casefold, names.LETTERS.findall(text)))
    found = [LOOKS_LIKE[one] for one in patterns.looks_like(text, words)]
    is_named, is_in_office = names.named_in(text, words)
    if is_in_office and kind in (STATUS, ACTION, RUNNING_ORDER):
        found.append(OFFICE_HOLDER)
    elif is_in_office:
        is_named = True
    return [*found, NAME] if is_named else found


def _plain(text: str) -> str:
    """Without accents and wide forms."""
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


class _RowsOfOne:
    """Rows of an observations return that say one and the same figure, each with the value 1."""

    def __init__(self, header: Sequence[str], kind: str | None) -> None:
        self.places = [column_name(heading) for heading in header]
        self.is_looked_for = kind == OBSERVATIONS
        if self.is_looked_for:
            self.value = self.places.index("value")
            self.key = itemgetter(*map(self.places.index, KEY))
        self.rows: Counter[tuple[str, ...]] = Counter()
        self.found: dict[tuple[str, ...], int] = {}

    def see(self, line: int, cells: tuple[str, ...]) -> None:
        """Count the row where it is of one."""
        if self.is_looked_for and len(cells) == len(self.places) and cells[self.value] == "1":
            key = self.key(cells)
            self.rows[key] += 1
            if self.rows[key] == MANY_ROWS:
                self.found[key] = line

    def findings(self) -> list[Finding]:
        return [
            replace(ROW_PER_CHILD, line=line, column="value")
            for line in [*self.found.values()][:MOST_PLACES]
        ]


def column_name(heading: str) -> str:
    """A heading as the kinds of return spell it."""
    return "_".join(heading.casefold().split())
