"""The list of questions on the page of the meeting. Values in, texts out."""

from __future__ import annotations

from oversight.wording.words import many

ADDED = "Added for this meeting."
NONE_TO_PUT = "Nothing that is known raises a question on this reading date."
HOW_TO_CHOOSE = (
    "A line of the running order with “question” and a key puts that question first, in the words"
    " of its note if it has one; “drop” and a key leaves it out; “own question” adds its note."
)
PAGES = {"cse_and_fgm": "CSE and FGM"}


def all_of_them(count: int) -> str:
    return f"All {many(count, 'question')} that the rules ask, as a table and download"


def page_named(page: str) -> str:
    return PAGES.get(page, page.capitalize())
