"""What a command says and how it ends."""

from __future__ import annotations

import json
import sys

DONE, REFUSED, WRONG_USAGE, TRY_AGAIN = 0, 1, 2, 3


class UsageError(Exception):
    """A command names something that is not there; the message says what to give instead."""


class Answer:
    """What a command says: sentences for people, or one JSON object a line with --json."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json

    def say(self, sentence: str, **facts: object) -> None:
        """What was done or found, on standard output."""
        print(_json({"message": sentence, **facts}) if self.as_json else sentence)

    def refuse(self, sentence: str, **facts: object) -> None:
        """What was not done, and why: on standard error for people."""
        if self.as_json:
            print(_json({"error": sentence, **facts}))
        else:
            print(sentence, file=sys.stderr)


def _json(facts: dict[str, object]) -> str:
    return json.dumps(facts)
