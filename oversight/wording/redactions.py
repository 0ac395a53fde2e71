"""Redactions in words: that a figure was published by mistake and is shown no more."""

from __future__ import annotations

from typing import Any

from oversight.periods import in_words
from oversight.wording.words import many


def redacted_sentence(notice: Any) -> str:
    """What readers are told of one redaction; never the number, nor who asked for it and why."""
    on = f"Redacted on {in_words(notice.redacted_on)}"
    if notice.is_elsewhere:
        return f"{on}: an earlier figure of {notice.cell}, published by mistake, was taken out."
    besides = (
        f" {many(notice.further, 'more figure')} that would give it away"
        f" {'is' if notice.further == 1 else 'are'} withheld with it."
        if notice.further
        else ""
    )
    return (
        f"{on}: one figure of {notice.cell} is withheld [c], because it was published by mistake."
        f"{besides}"
    )
