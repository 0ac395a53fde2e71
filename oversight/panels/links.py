"""Links from one page to another, with the reader's publication, date and period kept.

What an id leads to is decided here alone: a claim to its line on Check, an indicator to its page
of the framework, an ask or promise to its page of the recommendations. Links are Markdown, for
texts and table cells. Streamlit opens them in a new tab; HTML that would stay in this one costs
each reader 57 KB more.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode, urlsplit

import streamlit as st

from oversight import wording
from oversight.citing import Cited
from oversight.filters import Chosen


def to(now: Chosen, page: str, text: str, **parameters: str) -> str:
    """A link to a page such as "check", or "" for the overview."""
    return f"[{text}]({_address(now, page, parameters)})"


def to_claim(now: Chosen, claim: str) -> str:
    return to(now, "check", claim, claim=claim)


def to_claims(now: Chosen, claims: Iterable[str]) -> str:
    """Each claim as a link, in a row."""
    return ", ".join(to_claim(now, claim) for claim in claims)


def to_indicator(now: Chosen, indicator: str, title: str) -> str:
    return to(now, "framework", title, indicator=indicator)


def to_ask(now: Chosen, ask: str) -> str:
    return to(now, "recommendations", ask, ask=ask)


def figure_address(cited: Cited, publication: int) -> str:
    """Where a figure of a publication stands for good."""
    query = urlencode(
        {"indicator": cited.indicator, "figure": cited.address, "publication": publication}
    )
    return f"/framework?{query}"


class Printed(str):
    """A printed cell that knows which figure it is, so that a page may lead there."""

    cited: Cited | None

    def __new__(cls, text: str, cited: Cited | None) -> Printed:
        cell = super().__new__(cls, text)
        cell.cited = cited
        return cell


def to_figures(now: Chosen, rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """The rows, each printed figure leading to its own address."""
    return [{name: _to_figure(now, cell) for name, cell in row.items()} for row in rows]


def _to_figure(now: Chosen, cell: str) -> str:
    if isinstance(cell, Printed) and cell.cited:
        return to_figure(cell, cell.cited, now.publication.number)
    # Streamlit copies what it is given, and a copy would not know its figure.
    return str(cell)


def to_figure(text: str, cited: Cited, publication: int) -> str:
    """A printed figure, leading to its own address; one without a period has none."""
    printed = wording.plain(text)
    return f"[{printed}]({figure_address(cited, publication)})" if cited.period else printed


def with_host(address: str) -> str:
    """An address of the dashboard as others can open it."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}{address}" if here.netloc else address


def _address(now: Chosen, page: str, parameters: dict[str, str]) -> str:
    query = urlencode({**now.stated, **parameters})
    return f"/{page}{'?' if query else ''}{query}"
