"""What each word of an observations return means, or what is wrong with it.

Each question is asked once for each different answer in the file, not for each row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial

from oversight import breakdowns, periods
from oversight.breakdowns import Breakdown, BreakdownError
from oversight.definitions import Indicator
from oversight.periods import TAKEN_BY_CLOCK, Period, PeriodError
from oversight.reference import Area, Reference
from oversight.screening.finding import Finding
from oversight.screening.meant import did_you_mean, shown
from oversight.screening.values import marker_as_kept, wrong_value

# Recorded crime is not comparable before 2002, and older years are typing errors.
FIRST_YEAR = 2000

LEVELS = {
    "borough": {"borough", "police area outside boroughs", "whole"},
    "London": {"whole"},
    "Metropolitan Police": {"whole"},
    "England and Wales": {"country"},
    "United Kingdom": {"country"},
}
Wrong = list[Finding]


@dataclass(frozen=True)
class Words:
    """The words a return is held against.

    Each method answers with what was meant, or with everything that is wrong; with neither where
    the indicator is not known, which is told by itself.
    """

    indicators: Mapping[str, Indicator]
    reference: Reference
    today: date
    commas_part_thousands: bool

    def indicator(self, written: str) -> str | Wrong:
        if written in self.indicators:
            return written
        if not written:
            message = (
                "Nothing is written. Write the indicator's id, as the Framework page lists it."
            )
            return [Finding("indicator_is_known", message, column="indicator")]
        if written.casefold() == "indicator":
            message = "The header stands here again. Delete the line."
            return [Finding("indicator_is_known", message, column="indicator")]
        message = f"'{shown(written)}' is no indicator."
        hint = partial(did_you_mean, written, self.indicators)
        return [Finding("indicator_is_known", message, column="indicator", hint=hint)]

    def period(self, name: str, written: str) -> Period | Wrong:
        if name not in self.indicators:
            return []
        indicator = self.indicators[name]
        period = _period(written)
        if isinstance(period, PeriodError):
            hint = partial(str, period)
            return [Finding("period_is_readable", "", column="period", hint=hint)]
        if period.starts_on.year < FIRST_YEAR:
            message = f"'{shown(written)}' lies before {FIRST_YEAR}. Write the year as it is."
            return [Finding("period_is_recent", message, column="period")]
        taken = TAKEN_BY_CLOCK.get(indicator.clock, ())
        off_month = indicator.clock == "year to November" and period.ends_on.month != 11
        if period.kind not in taken or off_month:
            like = " or ".join(periods.EXAMPLES[kind] for kind in taken)
            wants = f"written like {like}" if like else "and cannot come in a return"
            message = (
                f"'{shown(written)}' is a {period.kind}. {indicator.name} lives on the clock"
                f" '{indicator.clock}', {wants}."
            )
            return [Finding("clock_is_the_indicators", message, column="period")]
        if period.ends_on > self.today:
            message = (
                f"'{shown(written)}' has not ended by {periods.in_words(self.today)}. Send it when"
                " it has, or mend the year."
            )
            return [Finding("period_has_ended", message, column="period")]
        return period

    def area(self, name: str, written: str) -> Area | Wrong:
        if name not in self.indicators:
            return []
        area = self.reference.areas.get(" ".join(written.split()).casefold())
        if area is None:
            if not written:
                message = "Nothing is written. Write a place of the reference list, such as London."
                return [Finding("geography_is_known", message, column="geography")]
            message = f"'{shown(written)}' is not a place of the reference list."
            hint = partial(did_you_mean, written, self._places)
            return [Finding("geography_is_known", message, column="geography", hint=hint)]
        level = "whole" if area.is_whole else area.level
        lowest = self.indicators[name].lowest_level
        if level not in LEVELS[lowest]:
            message = f"{name} is not collected for {area.name}; its lowest level is {lowest}."
            return [Finding("geography_is_collected", message, column="geography")]
        return area

    def breakdown(self, name: str, written: str) -> str | Wrong:
        if name not in self.indicators:
            return []
        wanted = self.indicators[name].breakdowns_wanted
        try:
            return breakdowns.understood(written, wanted, self._vocabulary)
        except BreakdownError as error:
            return [Finding("breakdown_is_wanted", str(error), column="breakdown")]

    def value(self, name: str, value: str, marker: str) -> tuple[str, str] | Wrong:
        """The value without its commas, and the marker without its brackets."""
        if name not in self.indicators:
            return []
        marker = marker_as_kept(marker)
        wrong = [*wrong_value(value, marker, self.indicators[name], self.commas_part_thousands)]
        return wrong or (value.replace(",", ""), marker)

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(area.name for area in self.reference.areas.values())

    @cached_property
    def _vocabulary(self) -> Mapping[str, Breakdown]:
        return breakdowns.load(self.reference.files)


@lru_cache(maxsize=1_000)
def _period(written: str) -> Period | PeriodError:
    """The period, or why there is none: many indicators are of the same one."""
    try:
        return periods.parse(written)
    except PeriodError as error:
        return error
