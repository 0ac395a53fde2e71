"""Every check a return goes through, by name: its stage, what it is for, and what follows.

A stage is told whole before the next begins. `blocks` refuses the return; `asks` lets it through
with a reason, which is kept with the publication.
"""

from __future__ import annotations

from dataclasses import dataclass

# In order. The last two hold a readable return against what is published and against the law of
# small numbers, so they need a publication built beside the current one.
STAGES = {
    "received": "Received",
    "shape": "Shape",
    "words": "Words and places",
    "figures": "Figures and totals",
    "protection": "Protection of children",
}
BLOCKS, ASKS = "blocks", "asks"


@dataclass(frozen=True)
class Check:
    """One check: `says` is what must be so, in a sentence staff understand."""

    name: str
    stage: str
    says: str
    severity: str = BLOCKS


def _stage(stage: str, checks: dict[str, str], severity: str = BLOCKS) -> dict[str, Check]:
    return {name: Check(name, stage, says, severity) for name, says in checks.items()}


CHECKS: dict[str, Check] = {
    **_stage(
        "received",
        {
            "is_csv": "The file is a CSV file of at most the allowed size.",
            "is_utf8": "Its text is UTF-8.",
            "is_printable": "It holds no character that nobody sees.",
            "is_not_invented": "It does not come from a home of invented figures.",
            "no_names": "Nobody is named.",
            "no_birth_dates": "No date of birth is told.",
            "no_addresses": "No postcode and no address is told.",
            "no_contact_details": "No e-mail address and no telephone number is told.",
            "no_crime_numbers": "No number of a crime, a case or a person is told.",
            "no_rows_per_child": "Rows are figures, never one for each child.",
        },
    ),
    **_stage(
        "received",
        {"names_are_of_office_holders": "Whoever is named speaks for a body."},
        ASKS,
    ),
    **_stage(
        "shape",
        {
            "columns_are_expected": "Its columns are those of one kind of return.",
            "quotes_close": "Quotation marks stand round whole cells, and close.",
            "rows_fit_the_header": "Each row has as many cells as there are columns.",
            "has_figures": "There is a row below the header.",
            "entries_are_few": "A return in words holds no more rows than people read.",
        },
    ),
    **_stage(
        "words",
        {
            "indicator_is_known": "The indicator is one of the framework.",
            "period_is_readable": "The period is written in a known form.",
            "period_is_recent": "The period lies after the year 2000.",
            "clock_is_the_indicators": "The period is of the kind the indicator is counted by.",
            "period_has_ended": "The period has ended.",
            "geography_is_known": "The place is in the reference list.",
            "geography_is_collected": "The indicator is collected for that place.",
            "breakdown_is_wanted": "The breakdown is one the indicator takes.",
            "marker_is_known": "The marker is one of the list.",
            "marker_fits_the_value": "A marker that says why there is no value has none beside it.",
            "has_value_or_marker": "There is a value, or a marker that says why there is none.",
            "value_is_a_number": "The value is a plain number.",
            "value_is_possible": "The value is one that can be.",
            "value_is_whole": "What is counted comes in whole numbers.",
            "needed_cells_are_filled": "Every cell that is needed is filled.",
            "words_are_known": "The words are those of the list.",
            "cells_are_short": "No cell is longer than can be read.",
            "days_are_readable": "Days are written like 2015-03-01.",
            "days_fit": "Days lie where they can.",
            "bodies_are_known": "Bodies are in the reference list.",
            "asks_are_known": "The ask or promise exists.",
            "subjects_are_known": "What a question is about exists.",
            "authors_write_for_themselves": "A body writes for itself alone.",
            "responses_come_from_the_asked": "The response comes from those who were asked.",
            "claims_come_from_the_asked": "A claim comes from those who were asked.",
            "rows_say_something": "A row says something.",
            "claims_have_evidence": "A claim or a closing shows where it can be read.",
            "evidence_has_a_title": "Evidence has a title.",
            "evidence_has_four_parts": "Evidence has a title, a link, a date and a page.",
            "links_can_be_followed": "A link can be followed.",
            "moves_have_a_reason": "A date that moves has a reason.",
            "closures_have_a_reason": "A closing that gives up has a reason.",
            "outcomes_fit_their_cells": "An outcome has the cells that belong to it.",
            "answers_are_written": "An answer is written down.",
            "promises_have_a_body": "A promise has a body that made it.",
            "questions_are_withdrawn_by_others": "Nobody withdraws a question put to itself.",
            "slides_are_known": "A slide is a standard one, or of an indicator or a question.",
            "positions_are_possible": "A position is a whole number that can be.",
            "minutes_are_possible": "Minutes are a whole number that can be.",
            "own_questions_are_written": "A question of one's own is written down.",
        },
    ),
    **_stage(
        "figures",
        {
            "figures_stand_once": "Each figure stands once.",
            "statuses_stand_once": "Each status stands once.",
            "questions_stand_once": "Each question stands once.",
            "meetings_are_one": "A running order is of one meeting.",
            "positions_stand_once": "Each position stands once.",
            "slides_stand_once": "Each slide and each question of the list stands once.",
            "orders_show_a_slide": "A running order shows a slide.",
            "return_is_new": "The file has not been published already.",
            "years_and_quarters_agree": "A year is the sum of its quarters.",
            "totals_and_parts_agree": "A total is the sum of its parts.",
            "parts_fit_their_whole": "Parts are no larger than their whole.",
            "places_and_london_agree": "Places add up to London, as far as they are known.",
            "splits_and_all_agree": "What is split by sex or age is no more than all.",
        },
    ),
    **_stage(
        "figures",
        {
            "changes_are_explained": "A figure far from the one before it has a reason.",
            "quarters_are_explained": "A quarter unlike that of the year before has a reason.",
            "places_are_complete": "No place is missing that was there before.",
            "redacted_stays_withheld": "A redacted figure says a number again for a reason alone.",
        },
        ASKS,
    ),
    **_stage(
        "protection",
        {
            "small_numbers_are_safe": "No small number of all London can point at persons; smaller"
            " places and splits are protected by themselves.",
            "withheld_stays_hidden": "What is withheld cannot be had by taking the rest away.",
        },
    ),
}
