"""Checks of people and posts: what is left at work, what would fill it, who shares whom."""

from __future__ import annotations

from collections.abc import Iterator

from oversight import bounds
from oversight.bounds import Bounds
from oversight.claims.checks import CANNOT, CONFLICTS, Check
from oversight.claims.documents import Documents, limits

BUDGETED = "soeca_officers_budgeted"
VACANT = "soeca_officers_vacant"
ABSTRACTED = "soeca_officers_abstracted"
ARRIVING = "soeca_officers_arriving"
SOUGHT = "soeca_officers_sought"
WANTED, IN_POST = "cse_officers_wanted", "cse_officers_in_post"
BOARDS, HUBS = "safeguarding_boards", "mash_boroughs"


def officers_at_work(said: Documents) -> Iterator[Check]:
    """Budgeted posts less those vacant, lent out and on leave: a ceiling."""
    stated = _all(said, BUDGETED, VACANT, ABSTRACTED)
    if stated is None or stated[0].upper is None:
        return
    at_work = _at_work(said)
    share = at_work.upper / stated[0].lower
    away = [claim.claim for claim in said.claims if claim.qualifier == "unquantified"]
    yield Check(
        (*(claim.claim for claim in stated), *away),
        f"{' − '.join(_printed(claim) for claim in stated)} − maternity leave, not stated:"
        f" {bounds.printed(at_work)} at work ({share:.0%})",
        CANNOT,
        "a ceiling, for the dates differ; no count of those at work was printed",
    )


def relief_against_the_gap(said: Documents) -> Iterator[Check]:
    """Officers arriving and sought against those lent out, and against the whole gap."""
    stated = _all(said, ARRIVING, SOUGHT, ABSTRACTED, VACANT)
    if stated is None:
        return
    arriving, sought, abstracted, vacant = (limits(claim) for claim in stated)
    relief = arriving + sought
    covered = (relief.upper or 0) >= (abstracted.lower or 0)
    yield Check(
        tuple(claim.claim for claim in stated[:2]),
        f"{bounds.printed(arriving)} + {bounds.printed(sought)} = {bounds.printed(relief)}, against"
        f" {bounds.printed(abstracted)} lent out and {bounds.printed(abstracted + vacant)} away or"
        " vacant",
        CANNOT,
        "enough for those lent out" if covered else "a shortfall stays even if all of them come",
    )


def allegations_for_each_officer(said: Documents) -> Iterator[Check]:
    """Allegations for each post and each officer at work: only indicative."""
    stated = _all(said, BUDGETED, VACANT, ABSTRACTED)
    latest = said.known(_top(said))[-1:]
    if not (stated and latest and (_at_work(said).upper or 0) > 0):
        return
    budget = stated[0]
    per_post = latest[0].figure.ratio_to(limits(budget))
    per_officer = latest[0].figure.lower / _at_work(said).upper
    yield Check(
        (*latest[0].claims, budget.claim),
        f"{latest[0].told} for {_printed(budget)} posts: {bounds.printed(per_post)} each,"
        f" {per_officer:.1f} or more for each officer at work",
        CANNOT,
        "the posts investigate rape of adults too, so this says nothing of anybody's load",
    )


def exploitation_team(said: Documents) -> Iterator[Check]:
    """A little over half of the officers wanted, and the rest who are lent out already."""
    stated = _all(said, WANTED, IN_POST, ABSTRACTED)
    if stated is None:
        return
    wanted, in_post, abstracted = stated
    least = wanted.lower // 2 + 1
    rest = bounds.whole_or_tenth(wanted.lower - least)
    told = (
        f"over half of {_printed(wanted)} is {bounds.whole_or_tenth(least)} or more; up to {rest}"
        f" on Operation Yewtree, within the {_printed(abstracted)} lent out"
    )
    shown = [figure for figure in said.figures_of(in_post.claim) if figure.lower != least]
    if shown or in_post.lower != least:
        yield Check((in_post.claim,), f"{told}; the pages show another limit", CONFLICTS)
    else:
        yield Check(
            (wanted.claim, in_post.claim), told, CANNOT, "the two must not be added: they overlap"
        )


def hubs_by_borough(said: Documents) -> Iterator[Check]:
    """Boroughs with a hub against the two numbers that could be the whole."""
    stated = _all(said, HUBS, BOARDS)
    if stated is None:
        return
    hubs, boards = stated
    authorities = _authorities(said)
    told = (
        f"{_printed(hubs)} of {authorities} authorities is {hubs.lower / authorities:.0%}, of"
        f" {_printed(boards)} boards' areas {hubs.lower / boards.lower:.0%}"
    )
    if hubs.lower > authorities:
        yield Check((hubs.claim,), told, CONFLICTS, "more hubs than authorities")
    else:
        yield Check((hubs.claim,), told, CANNOT, "the whole is not stated")


def boards_and_authorities(said: Documents) -> Iterator[Check]:
    """Safeguarding boards against local authorities."""
    for board in _all(said, BOARDS) or ():
        authorities = _authorities(said)
        left = bounds.exact(authorities - board.lower)
        yield Check(
            (board.claim,),
            f"{authorities} authorities − {_printed(board)} boards = {bounds.printed(left)} that"
            " shares one",
            CANNOT,
            "the documents do not say which; the City of London shares a board",
        )


def _all(said: Documents, *indicators: str) -> list | None:
    """The claim of each indicator, or None where one is lacking or prints no number."""
    found = [said.one(indicator) for indicator in indicators]
    return found if all(claim and claim.lower for claim in found) else None


def _at_work(said: Documents) -> Bounds:
    budget, vacant, away = (limits(said.one(name)) for name in (BUDGETED, VACANT, ABSTRACTED))
    left = budget - vacant - away - bounds.unknown()
    return Bounds(None, left.upper, left.about)


def _printed(claim) -> str:
    """A claim's number with its qualifier: "over 50", "about 150"."""
    figure = limits(claim)
    if figure.upper is None and claim.qualifier == "at least":
        return f"over {bounds.whole_or_tenth(figure.lower - 1)}"
    return bounds.printed(figure)


def _top(said: Documents) -> str:
    """The whole that allegations are part of."""
    return next((whole for part, whole in said.wholes.items() if part in said.parts), "")


def _authorities(said: Documents) -> int:
    return said.authorities[0].authorities
