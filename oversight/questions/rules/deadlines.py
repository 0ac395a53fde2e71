"""Questions from dates: past, near, moved, and never set."""

from __future__ import annotations

from collections.abc import Iterator

from oversight import asks
from oversight.asks import AT_RISK, COMMITTEE, NO_DATE, OVERDUE, Held
from oversight.questions.putting import at, put
from oversight.questions.question import Question
from oversight.slides import Position
from oversight.wording.questions import deadlines as words
from oversight.wording.questions.parts import date_passed, days_late


def asks_past_their_date(position: Position) -> Iterator[Question]:
    """Each ask of a recommendation whose date has passed and that is not closed."""
    for one in position.deadlines.overdue:
        yield _late(position, one)


def unnumbered_asks_past_their_date(position: Position) -> Iterator[Question]:
    """The same for what was asked outside the recommendations; promises have rules of their own."""
    for one in position.held:
        is_other = not (one.is_of_recommendation or one.is_promise)
        if is_other and one.standing.time == OVERDUE:
            yield _late(position, one)


def asks_near_their_date(position: Position) -> Iterator[Question]:
    """Each ask of a recommendation that is due within a quarter and not claimed to be done."""
    for one in position.held:
        if one.is_of_recommendation and one.standing.time == AT_RISK:
            yield _on(
                one, "at_risk", words.in_time(one), words.date_is_near(one), words.days_left(one)
            )


def dates_that_moved(position: Position) -> Iterator[Question]:
    """Each open ask or promise for which a body names a later day than the first."""
    for one in position.held:
        stands = one.standing
        if stands.is_closed or stands.is_kept or not (stands.slipped or 0) > 0:
            continue
        last = stands.moves[-1]
        # A day that the Committee set is one that it has agreed to.
        if last.author != COMMITTEE:
            yield _on(
                one, "moved", words.why_moved(one, last), words.first_date_stands(one),
                words.days_slipped(one), (last.author,),
            )  # fmt: skip


def words_gone_stale(position: Position) -> Iterator[Question]:
    """Each open ask of which the last word is older than a quarter; late and claimed ones apart."""
    for one in position.held:
        stands = one.standing
        is_left = stands.is_stale and not stands.is_claimed and stands.time != OVERDUE
        if one.is_of_recommendation and is_left:
            yield _on(
                one, "stale", words.still_so(one), words.word_fades(one), words.last_said(one)
            )


def asks_nobody_owns(position: Position) -> Iterator[Question]:
    """Each open ask of a recommendation that names nobody and that no body has taken on."""
    for one in position.held:
        if one.is_of_recommendation and _is_nobodys(one):
            yield _without_owner(position, one)


def unnumbered_asks_nobody_owns(position: Position) -> Iterator[Question]:
    """The same for what was asked outside the numbered recommendations."""
    for one in position.held:
        if not one.is_of_recommendation and _is_nobodys(one):
            yield _without_owner(position, one)


def asks_without_a_date(position: Position) -> Iterator[Question]:
    """For each body, the open asks of the recommendations that it owes by no day."""
    mine = [one for one in position.held if one.is_of_recommendation]
    groups: dict[str, list[Held]] = {}
    for one in mine:
        if "no date" in one.lacks and not one.standing.is_closed:
            for owner in one.standing.owners:
                groups.setdefault(owner, []).append(one)
    for owner, found in groups.items():
        yield put(
            f"no_date {owner}",
            words.by_which_day(owner, found),
            words.never_late(len(found)),
            figure=words.of_asks(len(found), len(mine)),
            address=at("recommendations", owner=owner, time=NO_DATE),
            whom=(owner,),
            about=found[0].id,
        )


def asks_without_an_interval(position: Position) -> Iterator[Question]:
    """Each open ask that is to be done again and again, nobody says how often."""
    for one in position.held:
        if "no interval" in one.lacks and one.standing.owners and not one.standing.is_closed:
            yield _on(one, "no_interval", words.how_often(one), words.NO_INTERVAL, words.basis(one))


def _is_nobodys(one: Held) -> bool:
    stands = one.standing
    return not (stands.owners or stands.is_closed or one.is_promise or asks.owing(stands))


def _late(position: Position, one: Held) -> Question:
    """When it comes; where a body claims that it has, whether the Committee finds so."""
    waits_for_committee = one.standing.waits_for == (COMMITTEE,)
    text = words.is_it_done(one) if waits_for_committee else words.when_at_last(one)
    whom = asks.answering(one.standing) or _beside(position, one)
    return _on(one, "overdue", text, date_passed(one), days_late(one), whom)


def _without_owner(position: Position, one: Held) -> Question:
    """Who owns it, put to those who were asked for the rest of the recommendation or theme."""
    return _on(
        one, "no_owner", words.who_owns(one), words.NO_OWNER, words.lacking(one),
        _beside(position, one),
    )  # fmt: skip


def _beside(position: Position, one: Held) -> tuple[str, ...]:
    """Those who were asked for the rest of its recommendation, else of its theme."""
    asked = one.asked
    beside = [
        other for other in position.held
        if other.standing.owners and asked.recommendation is not None
        and other.asked.recommendation == asked.recommendation
    ] or [
        other for other in position.held
        if other.standing.owners and other.asked.theme == asked.theme
    ]  # fmt: skip
    return beside[0].standing.owners if beside else ()


def _on(one: Held, kind: str, text: str, why: str, figure: str, whom=()) -> Question:
    """A question about one ask, with the ask's page for its address."""
    return put(
        f"{kind} {one.id}", text, why, figure=figure, address=at("recommendations", ask=one.id),
        whom=whom or asks.answering(one.standing), about=one.id,
    )  # fmt: skip
