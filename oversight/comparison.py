"""Which indicators may be compared: alike in clock, unit, people and body, and not ruled out.

Values in, values out. Whatever speaks against a pair is said in words, so that it can be printed
wherever the two are set side by side all the same.
"""

from __future__ import annotations

from collections.abc import Iterable

# What must be the same for both, and what it is called.
ALIKE = {
    "clock": "another clock",
    "unit": "another unit",
    "population": "other people",
    "organisation": "another body counts",
}


def reasons_against(one, other) -> tuple[str, ...]:
    """What speaks against setting two indicators side by side; nothing where they may be.

    Args:
        one: a definition: its `indicator`, `title`, what must be alike, and `not_comparable_with`.
        other: the same of another.
    """
    unlike = [
        f"{words}: “{getattr(one, key)}” and “{getattr(other, key)}”"
        for key, words in ALIKE.items()
        if getattr(one, key) != getattr(other, key)
    ]
    if other.indicator in one.not_comparable_with or one.indicator in other.not_comparable_with:
        unlike.append("the definition of one names the other as not comparable")
    return tuple(unlike)


def allowed(one, others: Iterable) -> list:
    """The others with which it may be compared."""
    return [
        other
        for other in others
        if other.indicator != one.indicator and not reasons_against(one, other)
    ]
