"""A figure's name in an address, and the way from a published figure back to its file and line."""

from __future__ import annotations

from datetime import date

import pytest

from oversight import citing, publishing
from oversight.access import AccessError, Principal
from oversight.citing import Cited
from oversight.home import Home
from oversight.wording import figure
from tests.conftest import CLERK, a_return

RAPE = Cited("allegations_rape", "2013-14")
HACKNEY = Cited("cse_referrals", "2013-14 Q1", "E09000012", "sex=female")


@pytest.mark.parametrize(
    ("cited", "address"),
    [
        (RAPE, "2013-14"),
        (Cited("x", "year to 2013-11"), "year to 2013-11"),
        (Cited("x", "2013-14", "E09000012"), "2013-14~E09000012"),
        (Cited("x", "2013-14", "", "sex=female"), "2013-14~~sex=female"),
        (HACKNEY, "2013-14 Q1~E09000012~sex=female"),
    ],
)
def test_a_figure_has_one_address_and_is_found_by_it(cited: Cited, address: str) -> None:
    assert cited.address == address
    assert citing.in_address(cited.indicator, address) == cited


@pytest.mark.parametrize("address", ["", "~E09000012", "2013-14~", "2013-14~~", "a~b~c~d"])
def test_no_other_writing_is_a_figure(address: str) -> None:
    assert citing.in_address("x", address) is None


def test_staff_are_led_to_the_line_of_the_return(where: Home, few: dict[str, bytes]) -> None:
    sent = a_return(
        "allegations_sexual_assault,2013-14,London,,1810,,",
        "allegations_rape,2013-14,London,,584,,",
    )
    publishing.publish(where, few, sent, CLERK, "Restated")
    found = publishing.origin(where, 2, RAPE, 2, "", CLERK)
    assert (found.file, found.lines) == ("return of publication 2", (3,))
    # What no line says is worked out; what came with the report has no file.
    summed = Cited("allegations_rape", "2012-13")
    assert publishing.origin(where, 2, summed, 2, "", CLERK).lines == ()
    assert publishing.origin(where, 1, RAPE, 0, "report and press release", CLERK) is None


def test_a_line_of_a_return_is_no_readers(where: Home) -> None:
    with pytest.raises(AccessError):
        publishing.origin(where, 1, RAPE, 0, "report", Principal("A reader"))


def test_a_published_series_is_traced_to_its_own_file(built: Home) -> None:
    cited = Cited("recorded_other_sexual_offences_all_victims", "2010-11 Q1", "E09000003")
    found = publishing.origin(built, 1, cited, 0, "mps_sexual_offences_by_borough_quarter", CLERK)
    assert (found.file, found.lines) == (
        "data/context/mps_sexual_offences_by_borough_quarter.csv", (3,)
    )  # fmt: skip


def test_a_citation_of_invented_figures_says_so_before_all_else() -> None:
    day = date(2015, 3, 1)
    cited = {
        made_up: (
            figure.citation("Rape, 2013-14: 583", 2, day, "report p. 12", "/framework", made_up),
            figure.page_citation("Allegations", 2, day, day, "/allegations", made_up),
        )
        for made_up in (False, True)
    }
    assert all("INVENTED" not in text for text in cited[False])
    assert [f"INVENTED figures, to rehearse with. {text}" for text in cited[False]] == [
        *cited[True]
    ]
