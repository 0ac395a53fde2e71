"""What dates of birth, addresses, telephone numbers and numbers of cases look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_plus

from oversight.screening.name_lists import listed

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    r"(?:[0-9]{1,2}[./ -][0-9]{1,2}[./ -](?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH},?[ -][0-9]{{2,4}}"
    rf"|{_MONTH} (?:[0-9]{{1,2}}(?:st|nd|rd|th)?,? )?[0-9]{{4}})"
)
BIRTHS = re.compile(
    rf"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born)\W{{0,3}}(?:(?:is|was|on|in)\b)?"
    rf"[\s:=(-]{{0,4}}{_DATE}"
    rf"|\b(?:b\.?|aged? [0-9]{{1,2}}),? ?\(?{_DATE}"
    r"|\b(?:he|she|boy|girl|child|victim)(?: was|,)? born in (?:19|20)[0-9]{2}\b"
    r"|\b(?:[dy]\.?o\.?b\.?|year of birth|born)[\s:=(]{1,3}(?:19|20)[0-9]{2}\b"
    # Without a sign between day, month and year.
    r"|\b(?:d\.?o\.?b\.?|date of birth|birth ?date)\W{0,4}(?:[0-9]{8}|[0-9]{6})\b",
    re.IGNORECASE,
)
_STREET = "Street|Road|Rd|Avenue|Ave|Lane|Close|Drive|Gardens|Crescent|Terrace|Mews|Grove|Square"
# But not "E1 2nd": the last three letters are no ordinal.
POSTCODES = re.compile(
    r"\b[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[A-HK-Y]?[0-9][ABCDEFGHJKMNPRSTUVWXY])"
    r"(?:\s{0,3}|-)[0-9](?!st\b|nd\b|rd\b|th\b)[ABD-HJLNP-UW-Z]{2}\b",
    re.IGNORECASE,
)
# A house number before a street, its words capitals or the street a common one.
STREETS = re.compile(
    rf"\b(?:[0-9]{{1,4}}[A-Za-z]?,? (?:(?:[A-Z][\w'’-]+ ){{1,3}}(?:{_STREET})\b"
    r"|(?:(?!Crown|High|Family|County|Youth|Magistrates)[A-Z][\w'’-]+ ){1,3}"
    r"(?:St|Dr|Court|House|Way|Place|Hill|Park|Walk|Rise|Row|Green)\.?(?=,|$)"
    r"|(?i:(?:high|church|station|park|victoria|queens?|kings?|main|mill|manor|albert|green|london"
    r"|school|north|south|west|east) (?:street|st|road|rd|lane|avenue|close))\b)"
    r"|(?:Flat|Apartment|Apt) [0-9]{1,4}[A-Za-z]?\b|flat [0-9]{1,3}[a-z]?,)"
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
TELEPHONES = re.compile(
    r"(?<![\w./,-])(?:(?:\+44|0044)[\s-]?(?:\(0\))?|\(?0)"
    r"[1-9][0-9]{1,4}\)?[\s-]?[0-9]{3,4}[\s-]?[0-9]{3,4}(?![\w/])"
    # A mobile number whose nought a spreadsheet has dropped.
    r"|(?<![\w.,/-])7[0-9]{3}[ -]?[0-9]{6}(?![\w/])"
)
NUMBERS = re.compile(
    # A crime of the Met's register, 1234567/14 or 01/123456/23; a person of the national one.
    r"\b(?:(?<![/-])(?:[0-9]{6,7}/(?:20)?[0-9]{2}"
    r"|(?:[A-Z]{2,4}|[0-9]{2})/[0-9]{4,7}/[0-9]{2}"
    r"|(?:[0-9]{2}){1,2}/[0-9]{4,7}[A-Z])(?![\w/])"
    # A report on a child, a case for the prosecution, a call.
    r"|[0-9]{2}PAC[0-9]{5,7}\b|[0-9]{2}[A-Z]{2}[0-9]{7,9}\b"
    # A national insurance number, and a pupil's number.
    r"|[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z][A-CEGHJ-NPR-TW-Za-ceghj-npr-tw-z]"
    r"(?:\s?[0-9]{2}){3}\s?[A-Da-d]\b|[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]\b)"
)
# Anything that is called the number of a case or a person, years aside.
CALLED = re.compile(
    r"\b(?:(?:CRIS|CRN|URN|UPN|PNC|Merlin|Niche|NHS|crime|case|child|client|pupil|patient|victim"
    r"|suspect|custody|incident|occurrence|person|warrant|passport)(?:['’]s)?[\s-]?"
    r"(?:report |record )?(?:id|ref(?:erence)?|no|num|number|record)\b\.?(?: no\.?| number)?"
    r"|CRIS|CRN|URN|UPN|Merlin|Niche|passport|(?<=\s)id)\b[\s:.#=-]*(?:report )?"
    r"(?!(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})*(?![\w/-]))[A-Z]{0,4}[/-]?[0-9](?:[/-]?[0-9]){4,}"
    # Of a person, however short.
    r"|\b(?:child|client|pupil|patient|victim|suspect)(?:['’]s)?[\s-]?(?:id|ref(?:erence)?)\b\.?"
    r"(?: no\.?| number)?[\s:.#=-]*(?!(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})*(?![\w/-]))[0-9]+"
    r"|\bNHS\W{0,3}[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}\b|\bCAD\s?(?:no\.?\s?)?[0-9]{3,}",
    re.IGNORECASE,
)
# Ten figures, by themselves or as people write them.
NHS_NUMBER = re.compile(r"(?<![\w./,-])([0-9]{3})[ -]?([0-9]{3})[ -]?([0-9]{4})(?![\w/])")
# A link: before and after its host, which is nobody's.
LINK = re.compile(
    r"https?://(?:(?P<before>[^\s/?#@]*)@)?[^\s/?#]*(?P<path>[^\s?#]*)(?P<query>\S*)", re.IGNORECASE
)
BEFORE_A_CAPITAL = re.compile("[-_](?=[A-Z])")
PLAIN_NUMBER = re.compile(r"-?[0-9][0-9.,]{0,8}")
# What a text must have before it is worth looking closer: figures, or one of these words.
FIGURE_OR_AT = re.compile("[0-9@]")
END_OF_A_POSTCODE = re.compile(r"[0-9][A-Za-z]{2}\b")
FIVE_FIGURES = re.compile(r"[0-9](?:[\s/]?[0-9]){4}")
NINE_FIGURES = re.compile(r"[0-9](?:[\s()+-]{0,3}[0-9]){8}")
OF_BIRTHS = listed("born birth birthday birthdate dob yob b aged age")
OF_STREETS = listed(
    """
    street road rd avenue ave lane close drive gardens crescent terrace mews grove square st dr
    court house way place hill park walk rise row green flat apartment apt
    """
)
OF_NUMBERS = listed(
    """
    cad cris crn urn upn pnc id merlin niche nhs crime case child client pupil patient victim
    suspect custody incident occurrence person warrant passport
    """
)


def looks_like(text: str, words: frozenset[str]) -> Iterator[str]:
    """What a text holds: a birth, an address, a contact or a number of a case or a person.

    Args:
        words: the text's words in small letters.
    """
    if not FIGURE_OR_AT.search(text):
        return
    if not OF_BIRTHS.isdisjoint(words) and BIRTHS.search(text):
        yield "birth"
    if (END_OF_A_POSTCODE.search(text) and POSTCODES.search(text)) or (
        not OF_STREETS.isdisjoint(words) and STREETS.search(text)
    ):
        yield "address"
    is_long = NINE_FIGURES.search(text) is not None
    if ("@" in text and MAIL.search(text)) or (is_long and TELEPHONES.search(text)):
        yield "contact"
    if (
        (FIVE_FIGURES.search(text) and NUMBERS.search(text))
        or (not OF_NUMBERS.isdisjoint(words) and CALLED.search(text))
        or (is_long and any(map(_is_nhs_number, NHS_NUMBER.finditer(text))))
    ):
        yield "number"


def opened(link: re.Match[str]) -> tuple[str, str]:
    """What a link says, as words: its path, and what is asked of it or signs in to it."""
    path = BEFORE_A_CAPITAL.sub(" ", unquote(link["path"])).replace("/", " ")
    asked = unquote_plus(f"{link['before'] or ''} {link['query']}")
    return path, BEFORE_A_CAPITAL.sub(" ", asked)


def _is_nhs_number(match: re.Match[str]) -> bool:
    """Whether the tenth figure is the check of the nine before it."""
    *nine, last = map(int, "".join(match.groups()))
    check = 11 - sum(weight * one for weight, one in zip(range(10, 1, -1), nine, strict=True)) % 11
    return check % 11 == last
