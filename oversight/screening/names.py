"""Whether a text names a person, told by given names, surnames, honorifics and ranks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from oversight.screening.name_lists import (
    ABBREVIATED,
    ALSO_GIVEN,
    BEFORE_OTHERS,
    GIVEN,
    HONORIFICS,
    INSTITUTIONS,
    NO_NAMES,
    OFFICES,
    ROLES,
    SHORT_RANKS,
    SURELY_BEFORE_A_NAME,
    SURNAMES,
)  # fmt: skip

# Where none of these words is, no name can be told.
TELLING = GIVEN.union(
    ALSO_GIVEN, SURNAMES, HONORIFICS, OFFICES, {"name"}, map(str.casefold, SHORT_RANKS)
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LETTERS = re.compile(r"[^\W\d_]+")


def named_in(text: str, words_of_it: frozenset[str]) -> tuple[bool, bool]:
    """Whether a text names a person, and whether one by an honorific, a rank or an office.

    Args:
        words_of_it: the text's words in small letters.
    """
    if TELLING.isdisjoint(words_of_it):
        return False, False
    found = list(WORD.finditer(text))
    ends = [0, *(match.end() for match in found)]
    gaps = [text[end : match.start()] for end, match in zip(ends, found, strict=False)] + [""]
    words = [_word(match[0]) for match in found]
    held = {place for start in range(len(words)) for place in _after_office(words, gaps, start)}
    others = [None, *(None if place in held else word for place, word in enumerate(words))]
    is_named = any(
        _is_name(others[place], word, others[place + 2 : place + 5], gaps[place + 1])
        for place, word in enumerate(others[1:])
        if word is not None
    )
    return is_named or (len(words) == 1 and words[0].folded in GIVEN), bool(held)


@dataclass(frozen=True)
class _Word:
    """A word and what it can be."""

    folded: str
    is_capital: bool
    is_given: bool
    is_listed: bool
    is_initial: bool
    is_office: bool
    may_be_name: bool


@lru_cache(maxsize=65_536)
def _word(text: str) -> _Word:
    folded = text.casefold().removesuffix("'s").removesuffix("’s")
    is_capital = text[0].isupper()
    # The first part tells: Mary-Jane.
    is_given = folded.split("-")[0] in GIVEN
    is_listed = is_given or folded in ALSO_GIVEN or folded in SURNAMES
    return _Word(
        folded,
        is_capital,
        is_given and not text.isupper(),
        is_listed,
        is_initial=len(text) == 1 and is_capital,
        is_office=(is_capital and (folded in HONORIFICS or folded in OFFICES))
        or text in SHORT_RANKS
        or (folded in SURELY_BEFORE_A_NAME and (text.islower() or text.istitle())),
        # Capitals alone are an abbreviation, unless the list knows the name.
        may_be_name=len(text) > 1
        and is_capital
        and (is_listed or not text.isupper())
        and folded not in NO_NAMES,
    )


def _after_office(words: list[_Word], gaps: list[str], start: int) -> list[int]:
    """The places of a name after an honorific, a rank or an office."""
    if not words[start].is_office:
        return []
    found = []
    is_sure = words[start].folded in SURELY_BEFORE_A_NAME
    may_be_cut_short = words[start].folded in ABBREVIATED
    for place in range(start + 1, len(words)):
        one = words[place]
        # A point ends a sentence, unless it cuts a word short: Dr. J. Smith.
        is_joined = gaps[place] == " " or (gaps[place] in (". ", ".") and may_be_cut_short)
        if not is_joined or not (one.may_be_name or one.is_initial or is_sure):
            break
        found.append(place)
        is_sure, may_be_cut_short = False, one.is_initial
    return found if any(not words[place].is_initial for place in found) else []


def _is_name(before: _Word | None, word: _Word, after: list[_Word | None], gap: str) -> bool:
    """Whether a name begins with a word, told by the one before and the three after it.

    Args:
        gap: what stands between the word and the next.
    """
    if before and before.folded in BEFORE_OTHERS:
        return False
    if (
        before
        and before.folded in ROLES
        and (
            # In small letters too, where it is no other word.
            word.is_given or (word.folded in ALSO_GIVEN and word.may_be_name)
        )
    ):
        return True
    is_given = word.is_given and word.may_be_name
    following = after[0] if after else None
    if following is None:
        return is_given
    if following.is_initial and word.may_be_name and word.folded in SURNAMES:
        return gap in (" ", ", ", ",")
    if gap in (".", "_") and word.is_listed and following.is_listed:
        return True
    if gap.strip(" ") in ("", ".") and gap:
        # An institution is named after somebody: Lucy Faithfull Foundation.
        if any(one and one.is_capital and one.folded in INSTITUTIONS for one in after):
            return False
        return is_given or _are_a_name(word, following, gap.strip())
    if gap == ", ":
        return is_given or (word.folded in SURNAMES and following.folded in GIVEN)
    if gap.strip() in (":", "=") and word.folded == "name":
        return following.may_be_name
    return is_given


def _are_a_name(one: _Word, other: _Word, point: str) -> bool:
    """Whether two words are a given name and a surname, in either order, or an initial and one."""
    if one.is_initial and (point or one.folded not in "ai"):
        return other.may_be_name and other.folded in SURNAMES
    if point:
        return False
    are_capitals = one.may_be_name and other.may_be_name
    if one.folded in GIVEN:
        return are_capitals or other.is_listed
    if one.folded in ALSO_GIVEN:
        return are_capitals or other.folded in SURNAMES
    if other.folded in GIVEN:
        return one.folded in SURNAMES
    return are_capitals and other.folded in SURNAMES
