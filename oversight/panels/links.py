"""Links from one page to another, with the reader's publication, date and period kept.

What an id leads to is decided here alone: a claim to its line on Check, an indicator to its page
of the framework, an ask or promise to its page of the recommendations. Links are Markdown, for
texts and table cells. Streamlit opens them in a new tab; HTML that would stay in this one costs
each reader 57 KB more.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

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


def _address(now: Chosen, page: str, parameters: dict[str, str]) -> str:
    query = urlencode({**now.stated, **parameters})
    return f"/{page}{'?' if query else ''}{query}"
