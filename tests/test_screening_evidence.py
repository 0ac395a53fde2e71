"""Screening evidence: a paper that has a title, can be found, and was there on the day."""

from __future__ import annotations

from datetime import date

import pytest

from oversight import asks, definitions
from oversight.reference import Reference
from oversight.screening import screen
from tests.test_screening_returns import STATUS, of

TODAY = date(2026, 1, 1)
LINK = "https://www.london.gov.uk/letter"


@pytest.fixture(scope="module")
def told(files):
    """What is said of a claim of 1 March 2015 with this evidence."""
    indicators, reference = definitions.load(files), Reference(files)

    def told(evidence: str) -> list[str]:
        row = f'R6a,2015-03-01,,claimed complete,"{evidence}",,,Met'
        outcome = screen(of(STATUS, row), indicators, reference, TODAY)
        return [f"{one.column}: {one.message}" for one in outcome.findings]

    return told


@pytest.mark.parametrize(
    "link",
    ["JavaScript:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd",
     "//evil.example", "www.london.gov.uk", "https://", "https://london", "http:/london.gov.uk",
     "https://www.london.gov.uk@evil.example/", "https://www.l\u043endon.gov.uk/",
     "https://www.london.gov.uk/a b", "https://www.london.gov.uk/<script>", "london.gov.uk", "p. 2",
     'https://www.london.gov.uk/"")', "https://www.london.gov.uk/](https://evil.example)"],
)  # fmt: skip
def test_evidence_links_to_plain_web_addresses_alone(link, told):
    (sentence,) = told(f"Letter | {link} | 2015-03-01 | p. 2")
    assert "is not a link to follow. A link starts with https:// or http://" in sentence


@pytest.mark.parametrize(
    ("evidence", "read"),
    [
        ("Letter", ("Letter", "", "", "")),
        ("CD1", ("CD1", "", "", "")),
        ("Letter | p. 2", ("Letter", "", "", "p. 2")),
        ("Letter | 24", ("Letter", "", "", "24")),
        (f"Letter | {LINK} | 24", ("Letter", LINK, "", "24")),
        (f"Letter | {LINK} | 2009-05-01", ("Letter", LINK, "2009-05-01", "")),
        ("Letter | | 2014-03", ("Letter", "", "2014-03", "")),
        ("Letter | 2015-03-01 | 24", ("Letter", "", "2015-03-01", "24")),
        ("Letter: second part | | 2014-03 | pp. 2, 3",
         ("Letter: second part", "", "2014-03", "pp. 2, 3")),
        (f"Letter | {LINK} | 2015-03-01 | 24", ("Letter", LINK, "2015-03-01", "24")),
        (f"Letter | {LINK} | | 2014", ("Letter", LINK, "", "2014")),
        ("Letter | | | 1024-1026", ("Letter", "", "", "1024-1026")),
        ("Letter | HTTPS://www.london.gov.uk:8080/a_(b)/c?d=1&e=%20#f | 2015 | 2014-15",
         ("Letter", "HTTPS://www.london.gov.uk:8080/a_(b)/c?d=1&e=%20#f", "2015", "2014-15")),
    ],
)  # fmt: skip
def test_evidence_is_taken_and_read_by_its_places_or_where_it_has_fewer_by_its_looks(
    evidence, read, told
):
    assert told(evidence) == []
    found = asks.evidence(evidence)
    assert (found.title, found.link, found.dated, found.page) == read


@pytest.mark.parametrize("title", ["x", "-", "A1", "...", "\u2014 |", "a/b", "https://a.org"])
def test_what_names_no_paper_is_no_title(title, told):
    (sentence,) = told(f"{title} | {LINK}".replace("| |", "|"))
    assert sentence == (
        f"evidence: '{title.rstrip(' |')}' is no title. Write what the paper is called before the"
        " first |."
    )


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (f"Letter | {LINK} | 24 | p. 2", "'24' is not a day. Write it like 2015-03-01."),
        (f"Letter | {LINK} | March 2015 | p. 2", "'March 2015' is not a day. Write it like"
         " 2015-03-01."),
        ("Letter | 28/02/2015", "'28/02/2015' is not a day. Write 2015-02-28."),
        ("Letter | 2015-02-30 | p. 2", "'2015-02-30' is not a day. Write it like 2015-03-01."),
        ("Letter | 2015-13", "'2015-13' is not a day. Write it like 2015-03-01."),
        (f"Letter | | | {LINK}", f"'{LINK}' stands where the page goes. Write one link, after the"
         " title."),
        ("Letter | | 2026-02-01", "It is of 2026-02-01, after the day this was said, 1 March 2015."
         " Name a paper of that day or before."),
        (f"Letter | {LINK} | 2015-03-02 | 2", "It is of 2015-03-02, after the day this was said,"
         " 1 March 2015. Name a paper of that day or before."),
        ("Letter | 2015-04", "It is of 2015-04, after the day this was said, 1 March 2015. Name a"
         " paper of that day or before."),
        ("Letter | 2016", "It is of 2016, after the day this was said, 1 March 2015. Name a paper"
         " of that day or before."),
    ],
)  # fmt: skip
def test_evidence_that_cannot_be_is_refused_with_its_reason(evidence, sentence, told):
    assert told(evidence) == [f"evidence: {sentence}"]
