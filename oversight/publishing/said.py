"""What people write beside a return: the note for readers, the reasons for staff, and their names.

It stands for good in publications, journal and receipts, so that it is looked at before anything
is kept: nobody's data, nothing that is not seen, one line, no longer than people read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import category, normalize

from oversight.returns import OBSERVATIONS, STATUS
from oversight.screening import is_blank
from oversight.screening.personal import WHAT, personal_in
from oversight.screening.received import is_seen

# Days, years and quarters are no counts.
MONTHS = (
    "Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?"
    "|Nov(ember)?|Dec(ember)?"
)
PERIODS = re.compile(
    rf"\b(19|20)\d\d([-/]\d\d(\d\d)?)?\b|\bQ[1-4]\b|\b\d{{1,2}} (?=({MONTHS})\b)", re.I
)
NUMBERS = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|dozens?|couple|pairs?|trio|twins?|triplets?|quartet"
    r"|quintet|single|sole|lone|solitary|[ivx]{2,})\b",
    re.I,
)
MOST_LETTERS, MOST_LETTERS_OF_A_NAME = 2_000, 80


class UnfitWords(ValueError):
    """A note, a reason or a name that may not stand; the message never tells what it holds."""


def name_is_fit(by: str) -> None:
    """Nothing where it can be the name of whoever acts.

    Raises:
        UnfitWords: it is blank, too long, or not all of it is seen.
    """
    if is_blank(by):
        raise UnfitWords("A name is needed, for the journal.")
    _is_one_line(by, "The name", MOST_LETTERS_OF_A_NAME)


def note_is_fit(note: str) -> None:
    """Nothing where readers may be told this: a blank, or words that name nobody in any office.

    Raises:
        UnfitWords: it holds what looks like personal data, is too long, or not all of it is seen.
    """
    if is_blank(note):
        return
    _is_one_line(note, "The note for readers", MOST_LETTERS)
    _is_of_nobody(note, "The note for readers", OBSERVATIONS)


def note_tells_no_count(note: str, boroughs: Iterable[str]) -> None:
    """Nothing where the note of a return with figures names no borough beside a number.

    Raises:
        UnfitWords: it does, and the number could be the one that is withheld.
    """
    rest = PERIODS.sub(" ", note)
    has_number = NUMBERS.search(rest) or any(category(letter)[0] == "N" for letter in rest)
    if has_number and any(one.casefold() in note.casefold() for one in boroughs):
        raise UnfitWords(
            "The note for readers names a borough and a number, which could be one that is"
            " withheld. Leave the number out."
        )


def reasons_are_fit(reasons: Mapping[str, str]) -> None:
    """Nothing where these reasons may be kept; who speaks for a body may be named to staff.

    Raises:
        UnfitWords: one holds what looks like personal data, is too long, or not all of it is seen.
    """
    for check, reason in reasons.items():
        what = f"The reason for {check}"
        _is_one_line(reason, what, MOST_LETTERS)
        _is_of_nobody(reason, what, STATUS)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one; spaces, stops, capitals and wide forms aside."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    folded = normalize("NFKC", name).casefold()
    # "A.CLERK" is no second person beside "A. Clerk".
    return "".join(letter for letter in folded if category(letter)[0] in "LMN")


def _is_one_line(text: str, what: str, most: int) -> None:
    if len(text) > most:
        raise UnfitWords(f"{what} has {len(text):,} letters. Write at most {most:,}.")
    if text.splitlines() != text.splitlines(keepends=True) or len(text.splitlines()) > 1:
        raise UnfitWords(f"{what} has a line break. Write one line.")
    if hidden := next((letter for letter in text if not is_seen(letter)), ""):
        raise UnfitWords(
            f"{what} has a character that nobody sees (U+{ord(hidden):04X}). Type it anew."
        )


def _is_of_nobody(text: str, what: str, kind: str) -> None:
    found = [WHAT[one.check] for one in personal_in(text, kind) if one.check in WHAT]
    if found:
        raise UnfitWords(f"{what} holds what looks like {' and '.join(found)}. Take it out.")
