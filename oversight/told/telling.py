"""Every sentence that may read otherwise with the next publication, as its page prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oversight import claims, slides, themes, wording
from oversight.asks import Held
from oversight.questions import Question
from oversight.slides import Position
from oversight.slides.referrals import cse_finding
from oversight.wording import cards
from oversight.wording.baselines import baseline_rows, baseline_words

HEADLINE, CARD, BASELINE, SIGNAL, CLAIM, QUESTION, STATUS = KINDS = (
    "headline", "card", "baseline", "signal", "claim", "question", "status",
)  # fmt: skip
# The name of a page's finding; what stands below it has a name of its own.
TITLE = "title"


@dataclass(frozen=True)
class Told:
    """One thing that readers are told, word for word.

    `page` is a page's file name. `name` is the same in every publication: of a headline what it
    stands over, of a card its own, of a baseline the year, of a signal the measure, of a claim or
    an ask its id, of a question its key. What stands in several lines or cells has a line for each.
    """

    kind: str
    page: str
    name: str
    text: str


def told(position: Position, questions: Sequence[Question]) -> tuple[Told, ...]:
    """All that is told of a position, by kind and in the order of the pages.

    Args:
        position: where everything stands, in all years.
        questions: those that are put at the meeting.
    """
    return (
        *(Told(HEADLINE, *one) for one in _headlines(position, questions) if one[-1]),
        *(Told(CARD, "overview", one.key, "\n".join(one.lines)) for one in _cards(position)),
        *(
            Told(BASELINE, "allegations", row["Baseline"], baseline_words(row))
            for row in baseline_rows(position.allegations)
        ),
        *(Told(SIGNAL, "framework", *one) for one in slides.signals(position)),
        *_claims(position),
        *(Told(QUESTION, "meeting", one.key, one.text) for one in questions),
        *(
            Told(STATUS, "recommendations", one.id, "\n".join(_standing(one)))
            for one in position.held
        ),
    )


def _headlines(position: Position, questions: Sequence[Question]) -> Iterator[tuple[str, str, str]]:
    """The findings of each page: its title, and what stands over its parts."""
    found, year = position.allegations, position.year
    change = found.changes[0] if found.changes else None
    yield "overview", TITLE, wording.overview_title(change, year, position.deadlines)
    longest = found.changes[-1] if found.changes else None
    yield "allegations", TITLE, wording.allegations_title(change, found.both.latest, longest)
    yield "allegations", "the mix", wording.composition_title(found.share)
    yield "allegations", "the rest", wording.rest_sentence(found.rest)
    if year:
        yield "workforce", TITLE, wording.workforce_title(year)
        yield "workforce", "from posts to people", wording.workforce_lede(year)
        yield "workforce", "help on the way", wording.relief_title(year)
    if position.wholes:
        measures = themes.measured(position.topics)
        yield "partners", TITLE, wording.partners_title(measures, position.wholes, False)
    yield from _referrals(position)
    yield "framework", TITLE, wording.framework_title(position.entries)
    yield "framework", "boys", wording.boys_sentence(position.entries)
    yield "recommendations", TITLE, wording.recommendations_title(position.held, position.on)
    items = slides.running_order(position, questions)
    yield "meeting", TITLE, wording.meeting_title(items, questions)
    yield "check", TITLE, wording.check_title(position.ledger)


def _referrals(position: Position) -> Iterator[tuple[str, str, str]]:
    """The findings on exploitation and mutilation, and of the map of each factor."""
    for place, (factor, one) in enumerate(position.assessed.items()):
        published = one.london.at(one.year) if one.year else None
        total = one.by_authority.total(one.year) if one.year else None
        if not place:
            # The page opens with the first.
            yield (
                "cse_and_fgm",
                TITLE,
                wording.cse_and_fgm_title(factor, published, total, one.year, position.mutilation),
            )
        if one.year:
            summed = wording.assessments_sum(one.by_authority, one.year, published)
            yield "cse_and_fgm", f"map of {factor}", summed
    expected = cse_finding(position)
    yield "cse_and_fgm", "referrals expected", expected


def _cards(position: Position) -> tuple[cards.Facts, ...]:
    team = position.exploitation
    return cards.overview(
        position.allegations, position.year, (team.wanted, team.in_post), position.mutilation,
        position.deadlines, position.on,
    )  # fmt: skip


def _claims(position: Position) -> Iterator[Told]:
    """Every claim: what recomputing it gave, what became of its figures, and its verdict."""
    since = claims.since(position.documents, position.figures)
    for entry in position.ledger.entries:
        name = entry.claim.claim
        said = wording.recomputed_cell(entry, since.get(name))
        yield Told(CLAIM, "check", name, f"{entry.verdict}\n{said}")


def _standing(one: Held) -> Iterator[str]:
    """The cells of the list of asks that say where one stands."""
    cells = (
        wording.later_date_cell(one),
        wording.position_cell(one),
        wording.says_cell(one),
        wording.finds_cell(one),
    )
    return filter(None, cells)
