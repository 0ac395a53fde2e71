"""Twenty publications of every kind of return, and what a page tells of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1.element_tree import Block, Node

from benchmarks.script_runs import Page
from oversight import ROOT
from tests.conftest import a_return
from tests.test_screening_returns import ACTION, STATUS, of
from tests.test_screening_running_orders import ORDER

WHOLE = 20
# What each publication after the first brings: a return, or the number of the one that it takes
# back. Figures are new, restated, withheld and withdrawn; asks are answered and closed.
ACTS: tuple[bytes | int, ...] = (
    a_return("fgm_referrals,2014,London,,74,p,"),
    of(STATUS, "R6a,2014-10-01,accepted,in progress,,,,Met"),
    a_return("fgm_referrals,2014,London,,80,,counted again",
             "allegations_rape,2014-15,London,,602,,",
             "allegations_sexual_assault,2014-15,London,,1850,,"),
    4,
    of(ACTION, "2027-03-12,How many officers are at work?,soeca_officers_in_post,Met,promised,,"
               "Met,2027-06-30,Committee"),
    of(ORDER, "2027-03-12,1,workforce,10,Posts first",
              "2027-03-12,2,own question,,Who owns R5b?", "2027-03-12,3,fgm_referrals,5,"),
    a_return("allegations_rape,2014-15,London,,610,,",
             "allegations_sexual_assault,2014-15,London,,1850,,"),
    of(STATUS, "R6a,2015-07-01,,claimed complete,Letter | https://www.london.gov.uk/letter |"
               " 2015-07-01 | p. 2,,,Met"),
    a_return("fgm_referrals,2015,London,,,c,"),
    a_return("cse_referrals,2014-15 Q1,London,,310,,", "cse_referrals,2014-15 Q2,London,,330,,"),
    of(STATUS, "R6a,2015-08-01,,closed: implemented,Minutes | https://www.london.gov.uk/minutes |"
               " 2015-08-01 | p. 3,,Seen by the Committee,Committee"),
    10,
    a_return("soeca_officers_in_post,2014-09-30,London,,905,,headcount"),
    of(ACTION, "2027-03-12,How many officers are at work?,soeca_officers_in_post,Met,done,"
               "905 of them,Met,2027-06-30,Committee"),
    of(ORDER, "2027-03-12,1,allegations,,", "2027-03-12,2,overdue,,"),
    a_return("allegations_rape,2014-15,London,,612,r,", "allegations_rape,2015-16,London,,640,p,",
             "allegations_sexual_assault,2015-16,London,,1900,p,"),
    3,
    a_return("cse_referrals,2014-15 Q3,London,,350,,", "cse_referrals,2014-15 Q4,London,,340,,"),
    of(STATUS, "R8b,2027-01-10,accepted,not started,,2031-12-31,A new Mayor,MOPAC"),
)  # fmt: skip
# Each a quarter after the one before, so that deadlines are counted to another day.
APART = timedelta(days=91)
# What else a page can show of a publication.
STATES = {
    # What changed in the product is told by the product as it is, whichever publication is read.
    "about": ({"list": "Sources"},),
    "allegations": ({"baseline": "2009-10"},),
    "check": ({"claim": "A05"},),
    "framework": ({"indicator": "fgm_referrals"},),
    "meeting": ({"view": "presenter", "slide": "2"}, {"view": "slides", "slide": "1"}),
    "recommendations": ({"ask": "R6a"}, {"view": "Cards"}),
    "returns": ({"list": "Publications"},),
}
# What names an element or a file and tells a reader nothing.
NAMES = {"id", "url", "deferredFileId", "hash", "elementHash", "pageScriptHash", "setValue"}


class Quarterly(datetime):
    """A clock by which each publication is made a quarter after the one before."""

    made = 0

    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + cls.made * APART


class Opened(Page):
    """One page as one reader opens it: all that its script sends, without a browser."""

    def __init__(self, name: str) -> None:
        super().__init__(ROOT / "dashboard.py", name)
        # Straight to the page, as by a link.
        self._test.switch_page(f"pages/{name}.py")
        self._here = True

    def at(self, address: dict[str, str]) -> list[str]:
        """Every text, figure, table and drawing at an address, an element each."""
        self._test.query_params.update(address)
        self.run(address)
        return [*_told(self._test._tree)]


def _told(node: Node) -> Iterator[str]:
    """What each element below says, in the order of the page."""
    if node.type == "table":
        yield f"table {node.value.to_dict('split')}"
    elif isinstance(node, Block):
        if label := getattr(node, "label", ""):
            yield f"{node.type} {label}"
        for child in node.children.values():
            yield from _told(child)
    else:
        said = _bare(MessageToDict(node.proto))
        # What is chosen from offers every publication there is.
        if said.pop("queryParamKey", "") != "publication":
            yield f"{node.type} {said}"


def _bare(said: object) -> object:
    """The same without what tells a reader nothing."""
    if isinstance(said, dict):
        return {name: _bare(one) for name, one in said.items() if name not in NAMES}
    return [*map(_bare, said)] if isinstance(said, list) else said
