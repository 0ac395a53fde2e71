"""Questions to put, by rules from what is known and what is not. Values in, values out."""

from oversight.questions.bearing import LIST, bearing_on
from oversight.questions.choosing import MOST, chosen
from oversight.questions.question import Question
from oversight.questions.registry import RULES, asked, is_of_the_log, put_by

__all__ = [
    "LIST",
    "MOST",
    "RULES",
    "Question",
    "asked",
    "bearing_on",
    "chosen",
    "is_of_the_log",
    "put_by",
]
