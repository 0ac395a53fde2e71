"""Questions from figures and accounts that do not fit together. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence

from oversight.claims import Check
from oversight.series import Point
from oversight.themes import Exploitation, Measure, Topic, Workforce
from oversight.wording.findings import at_work
from oversight.wording.questions.parts import bodies, within
from oversight.wording.referrals import number_word
from oversight.wording.words import many, marked, sentence, with_marker

NOT_COUNTED_AT_WORK = "Posts are money set aside; nobody has counted the officers who are at work."
COUNTED_TWICE = "Those missing from the team may be among the officers lent out already."
TEAM_LACKS = "The Met has said itself how many officers this work needs."


def posts_and_people(year: Workforce) -> str:
    """Posts against people at work; officers in post are asked for only where nobody said."""
    is_known = year.in_post is not None and year.in_post.is_number
    lacking = (
        f"how many of the {with_marker(year.in_post)} in post were at work"
        if is_known
        else "how many were in post and how many at work"
    )
    return (
        f"The budget of {year.year} had {with_marker(year.budget)} officer posts and"
        f" {at_work(year)} officers could be at work, so {lacking}?"
    )


def posts_against_people(year: Workforce) -> str:
    return f"{with_marker(year.budget)} against {at_work(year)}"


def help_and_gap(year: Workforce) -> str:
    return (
        f"{_relief(year)} officers were arriving or sought against"
        f" {with_marker(year.abstracted)} on other duties in {year.abstracted.period}, so"
        " who fills the rest, and by when?"
    )


def help_against_gap(year: Workforce) -> str:
    return f"{_relief(year)} against {with_marker(year.abstracted)}"


def when_the_rest(year: Workforce) -> str:
    still_away = marked(year.still_away, year.still_away_on[1])
    return f"If every one of them comes, {still_away} are still away."


def team_and_wish(found: Exploitation, abstracted: Point | None) -> str:
    """How many of the team there are, and whether the rest are counted among those lent out."""
    lent = ""
    if abstracted:
        lent = (
            " and are the rest among the officers on other duties,"
            f" {with_marker(abstracted)} of them"
        )
    return (
        f"The Met wants {with_marker(found.wanted)} officers dedicated to CSE and had"
        f" {with_marker(found.in_post)} in {found.in_post.period}, so how many has it"
        f" today{lent}?"
    )


def in_post_of(found: Exploitation) -> str:
    return f"{with_marker(found.in_post)} of {with_marker(found.wanted)}"


def which_account(topic: Topic, one: Measure, disputing: Sequence) -> str:
    dispute = "disputes" if len(disputing) == 1 else "dispute"
    return (
        f"{one.title} is put at {measured(one)}, which {_statements(disputing)} {dispute}: when"
        f" will {bodies(topic.held_by)} supply what would settle it, {within(topic.would_settle)}?"
    )


def disputed_by(disputing: Sequence) -> str:
    return f"Disputed by: {_speakers(disputing)}."


def measured(one: Measure) -> str:
    return f"{with_marker(one.latest, one.unit)} in {one.latest.period}"


def what_would_settle(topic: Topic, doubts: Sequence) -> str:
    question = "questions" if len(doubts) == 1 else "question"
    return (
        f"{topic.title}: {_statements(doubts)} {question} what the Met says of itself, so when will"
        f" {bodies(topic.held_by)} supply what would settle it, {within(topic.would_settle)}?"
    )


def doubts_stand(doubts: Sequence) -> str:
    """Who doubts, and that no count can decide."""
    return f"Nobody has counted. In doubt: {_speakers(doubts)}."


def doubts_of(topic: Topic, doubts: Sequence) -> str:
    return f"{len(doubts)} of {many(len(topic.statements), 'statement')} in doubt"


def which_stands(claim) -> str:
    where = f"p. {claim.page} of the report" if claim.document == "report" else "the press release"
    return (
        f"{claim.measure}: does “{claim.value_as_printed}” ({where}) stand, although what else is"
        " printed contradicts it?"
    )


def cannot_both_hold(check: Check) -> str:
    return sentence(f"{check.sum}; {check.note}" if check.note else check.sum)


def _relief(year: Workforce) -> str:
    return marked(year.relief, year.relief_on[1])


def _statements(rows: Sequence) -> str:
    return f"{number_word(len(rows))} statement{'' if len(rows) == 1 else 's'}"


def _speakers(rows: Sequence) -> str:
    """Each speaker once, as named before what is told of the source."""
    return "; ".join(dict.fromkeys(row.said_by.partition(" (")[0] for row in rows))
