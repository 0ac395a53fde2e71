"""Questions from figures and accounts that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oversight import themes
from oversight.asks import COMMITTEE
from oversight.bounds import Bounds
from oversight.claims import CONFLICTS
from oversight.questions.putting import at, put
from oversight.questions.question import Question
from oversight.slides import Position
from oversight.wording.questions import contradictions as words


def posts_are_not_people(position: Position) -> Iterator[Question]:
    """Fewer officers can be at work than there are posts, and nobody has counted them."""
    year = position.year
    if year is None or year.at_work.is_exact:
        return
    if _is_below(year.at_work, year.budget.figure):
        yield put(
            "posts_are_not_people",
            words.posts_and_people(year),
            words.NOT_COUNTED_AT_WORK,
            figure=words.posts_against_people(year),
            address=at("workforce", year=year.year),
            whom=position.entry(themes.IN_POST).about.owner,
            about=themes.IN_POST,
        )


def help_falls_short(position: Position) -> Iterator[Question]:
    """Fewer officers are coming and sought than are lent out."""
    year = position.year
    if year is None or year.relief is None or year.abstracted is None:
        return
    if _is_below(year.relief, year.abstracted.figure):
        yield put(
            "help_falls_short",
            words.help_and_gap(year),
            words.when_the_rest(year),
            figure=words.help_against_gap(year),
            address=at("workforce", year=year.year),
            whom=position.entry(themes.ABSTRACTED).about.owner,
            about=themes.ABSTRACTED,
        )


def team_not_complete(position: Position) -> Iterator[Question]:
    """Fewer officers are in the team for exploitation than the body itself wants.

    Fewer for certain, or as far as anybody has said: of a lower limit alone ("over 30" of 60) the
    rest is asked for. Limits that reach what is wanted (57 to 61 of 60) say nothing, and ask
    nothing.
    """
    found = position.exploitation
    if found.wanted is None or found.in_post is None:
        return
    in_post, wanted = found.in_post.figure, found.wanted.figure
    as_said = replace(in_post, upper=in_post.lower) if in_post.upper is None else in_post
    if _is_below(as_said, wanted):
        abstracted = position.year.abstracted if position.year else None
        yield put(
            "team_not_complete",
            words.team_and_wish(found, abstracted),
            words.COUNTED_TWICE if abstracted else words.TEAM_LACKS,
            figure=words.in_post_of(found),
            address=at("workforce"),
            whom=position.entry(themes.CSE_IN_POST).about.owner,
            about=themes.CSE_IN_POST,
        )


def contested_accounts(position: Position) -> Iterator[Question]:
    """Each figure that a body gave and that others before the Committee dispute."""
    for topic in position.topics.values():
        for one in topic.measures:
            against = topic.disputing(one.latest) if one.latest else ()
            if against:
                yield put(
                    f"contested {one.name}",
                    words.which_account(topic, one, against),
                    words.disputed_by(against),
                    figure=words.measured(one),
                    address=at("partners", topic=topic.name.capitalize()),
                    whom=topic.held_by,
                    about=against[0].disputes,
                )


def questioned_accounts(position: Position) -> Iterator[Question]:
    """Each topic on which others question the account, and nobody has counted."""
    for topic in position.topics.values():
        doubts = topic.said("questions")
        is_counted = bool(topic.measures) and not topic.uncounted
        is_contested = any(one.latest and topic.disputing(one.latest) for one in topic.measures)
        if doubts and not is_counted and not is_contested:
            about = [one.name for one in topic.uncounted] or [one.id for one in topic.asks]
            yield put(
                f"questioned {topic.name}",
                words.what_would_settle(topic, doubts),
                words.doubts_stand(doubts),
                figure=words.doubts_of(topic, doubts),
                address=at("partners", topic=topic.name.capitalize()),
                whom=topic.held_by,
                about=about[0],
            )


def claims_that_conflict(position: Position) -> Iterator[Question]:
    """Each claim of the documents that conflicts with what else is printed."""
    owners = {entry.name: entry.about.owner for entry in position.entries}
    disputed = {row.disputes for row in position.documents.disputes}
    told: set[str] = set()
    for entry in position.ledger.entries:
        # What speakers dispute is put as a contested account.
        if entry.verdict != CONFLICTS or entry.claim.claim in disputed | told:
            continue
        check = entry.checks[0]
        told.update(check.claims)
        yield put(
            f"conflict {entry.claim.claim}",
            words.which_stands(entry.claim),
            words.cannot_both_hold(check),
            figure=entry.claim.value_as_printed,
            address=at("check", claim=entry.claim.claim),
            whom=owners.get(entry.claim.indicator, (COMMITTEE,)),
            about=entry.claim.claim,
        )


def _is_below(one: Bounds, other: Bounds) -> bool:
    """Whether the one lies below the other, whatever the limits leave open."""
    return one.upper is not None and other.lower is not None and one.upper < other.lower
