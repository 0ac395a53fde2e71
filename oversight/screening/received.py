"""Whether what was received is a CSV file in UTF-8 in which nothing is hidden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from oversight.definitions import INVENTED_MARK
from oversight.screening.finding import MOST_TOLD, Finding, letter

# What is sent through the page, and what a scheduled job may send.
MOST_BYTES = 20_000_000
MOST_BYTES_OF_A_COMMAND = 200_000_000

# What other files begin with, so that a renamed one is named for what it is.
SIGNATURES = {
    b"PK": "a zip file",
    b"\xd0\xcf\x11\xe0": "an old Excel file",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"7z\xbc\xaf": "a compressed file (7-Zip)",
    b"Rar!": "a compressed file (RAR)",
    b"{\\rtf": "a Word file (RTF)",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
}
# Parts of a workbook's own list of contents.
IN_A_WORKBOOK = (b"[Content_Types].xml", b"xl/")
MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!|\?|[a-z])", re.IGNORECASE)
# What Python takes for printable and no font draws: fillers of Hangul, Khmer and braille, and marks
# that choose a letter's shape.
DRAWS_NOTHING = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
# In capitals, as what is made to rehearse with says it, or at the head of a cell however it is
# written; "an invented name" is a word like others.
SAYS_INVENTED = re.compile(
    rf"(?<![A-Za-z]){INVENTED_MARK}(?![A-Za-z])|(?im:(?:^|[,;\t\"])\s*{INVENTED_MARK}(?![a-z]))"
)
SAVE_AS = "In Excel choose 'Save as' and 'CSV UTF-8 (comma delimited)'."
MARK = b"\xef\xbb\xbf"
ASCII = bytes(range(128))
PLAIN = bytes(range(32, 127)) + b"\r\n"
NAMES = {
    "\t": "a tab", "\xa0": "a space that does not break", "\u200b": "a space of no width",
    "\ufeff": "a byte order mark", "\u200e": "a left-to-right mark",
    "\u200f": "a right-to-left mark", "\u202e": "a mark that turns the writing round",
    "\xad": "a soft hyphen", "\x00": "an empty byte",
}  # fmt: skip
# How far back a cell that holds line breaks is followed.
MOST_LINES_OF_A_CELL = 100


def not_a_csv(content: bytes) -> Finding | None:
    """Why this is no CSV file that can be read at all."""
    fault = _other_file(content)
    return Finding("is_csv", fault, 1, letter(0)) if fault else None


def unreadable(content: bytes, delimiter: str, header: Sequence[str]) -> tuple[list[Finding], int]:
    """What is not UTF-8 or cannot be seen, as far as it is told, and how much there is of it.

    Args:
        header: the names of the columns, as far as they are known.
    """
    if content.isascii() and not content.translate(None, PLAIN + delimiter.encode()):
        return [], 0
    # Not decoded as "utf-8-sig": its errors count from after the mark.
    content = content.removeprefix(MARK)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        text = content[: error.start].decode("utf-8")
        line, column = _place_of(text, len(text), delimiter, header)
        return [Finding("is_utf8", f"The file is not UTF-8. {SAVE_AS}", line, column)], 1
    hidden = {*text} - {"\r", "\n", delimiter}
    hidden = {one for one in hidden if not is_seen(one)}
    if not hidden:
        return [], 0
    findings = []
    for place in _places(text, hidden):
        line, column = _place_of(text, place, delimiter, header)
        findings.append(Finding("is_printable", _hidden(text[place]), line, column))
    counted = Counter(text)
    # One cell may hold the same character often, and says so once.
    told = list(dict.fromkeys(findings))
    return told, sum(counted[one] for one in hidden) - (len(findings) - len(told))


def invented(content: bytes, delimiter: str, header: Sequence[str]) -> Finding | None:
    """That this comes from a home in which everything is made up, where a cell says so.

    Args:
        header: the names of the columns, as far as they are known.
    """
    if INVENTED_MARK.lower().encode() not in content.lower():
        return None
    text = content.removeprefix(MARK).decode("utf-8")
    if not (found := SAYS_INVENTED.search(text)):
        return None
    line, column = _place_of(text, found.end() - 1, delimiter, header)
    message = (
        f"The return says {INVENTED_MARK}: it was made to rehearse with. Such figures are published"
        " in a home made for them (make demo), and nowhere else."
    )
    return Finding("is_not_invented", message, line, column)


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing: spaces and invisible characters alone."""
    return not any(is_seen(letter) for letter in text if not letter.isspace())


def is_seen(one: str) -> bool:
    return one.isprintable() and not DRAWS_NOTHING.match(one)


def _other_file(content: bytes) -> str:
    if not content.strip(MARK + b" \t\r\n"):
        return "The file is empty."
    if len(content) > MOST_BYTES_OF_A_COMMAND:
        return f"The file is larger than {MOST_BYTES_OF_A_COMMAND // 1_000_000} MB. Split it."
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            if any(part in content for part in IN_A_WORKBOOK):
                kind = "an Excel workbook"
            elif kind == "a zip file":
                return "This is a zip file, not a CSV file. Unpack it and send the CSV file in it."
            return f"This is {kind}, not a CSV file. {SAVE_AS}"
    if MARKUP.match(content[:1000]):
        return f"This is a web page or XML, not a CSV file. {SAVE_AS}"
    if content[:2000].count(0) * 3 > len(content[:2000]):
        return f"This is UTF-16 text, not a CSV file. {SAVE_AS}"
    return ""


def _hidden(one: str) -> str:
    what = f"There is an invisible character (U+{ord(one):04X})."
    if one in NAMES:
        return f"{what} It is {NAMES[one]}; type the cell anew without it."
    return f"{what} Type the cell anew."


def _places(text: str, hidden: set[str]) -> Iterator[int]:
    """Where the first hidden characters stand."""
    pattern = re.compile("[" + "".join(map(re.escape, sorted(hidden))) + "]")
    for _, match in zip(range(MOST_TOLD), pattern.finditer(text), strict=False):
        yield match.start()


def _place_of(text: str, place: int, delimiter: str, header: Sequence[str]) -> tuple[int, str]:
    """The line and the column of a place in the text, cells with line breaks allowed for."""
    lines = text.count("\n", 0, place) + text.count("\r", 0, place) - text.count("\r\n", 0, place)
    start = _start_of_line(text, place)
    for _ in range(MOST_LINES_OF_A_CELL):
        if start == 0 or text.count('"', 0, start) % 2 == 0:
            break
        start = _start_of_line(text, start - 1)
    outside = text[start:place].split('"')[::2]
    number = sum(part.count(delimiter) for part in outside)
    known = number < len(header) and header[number]
    return lines + 1, header[number] if known else letter(number)


def _start_of_line(text: str, place: int) -> int:
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
