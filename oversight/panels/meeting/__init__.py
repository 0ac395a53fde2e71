"""The panels of the meeting page, of its slides and of who presents them."""

from oversight.panels.meeting.agenda import made_ready, running_order, take_away, to_present
from oversight.panels.meeting.ordering import ordering
from oversight.panels.meeting.present import (
    PRESENTER,
    SLIDES,
    present,
    presenter,
)
from oversight.panels.meeting.present import view as meeting_view
from oversight.panels.meeting.questions import questions_listed

__all__ = [
    "PRESENTER",
    "SLIDES",
    "made_ready",
    "meeting_view",
    "ordering",
    "present",
    "presenter",
    "questions_listed",
    "running_order",
    "take_away",
    "to_present",
]
