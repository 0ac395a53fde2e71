"""One question to put to a body: what it rests on, where that stands, and why it is asked now."""

from __future__ import annotations

from dataclasses import dataclass

from oversight.wording import listed


@dataclass(frozen=True)
class Question:
    """A question for a meeting.

    `key` names it for good, as in `overdue R8b` or `posts_are_not_people`: staff pin and drop by
    it. `rule` is the rule that asks. `text` is read aloud. `figure` is the figure it rests on, as
    printed; `page` and `address` say where it stands, the address with its choices but without the
    frame's. `whom` are the bodies asked, together; `why_now` is a sentence. `about` is the ask,
    indicator or claim for the log of meetings. `weight` ranks: more is more pressing.
    """

    key: str
    rule: str
    text: str
    figure: str
    page: str
    address: str
    whom: tuple[str, ...]
    why_now: str
    about: str
    weight: int

    @property
    def asked_of(self) -> str:
        """The bodies asked, as a table names them: "MOPAC and Met"."""
        return listed(self.whom)
