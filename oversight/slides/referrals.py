"""The slides on referrals: about child sexual exploitation, and about genital mutilation."""

from __future__ import annotations

from oversight import bounds, statistics, themes, wording
from oversight.charts.bands import Band
from oversight.series import Point, sources_of, sources_of_points
from oversight.slides.indicator import newest
from oversight.slides.position import Position
from oversight.slides.signals import signal_of, with_signal
from oversight.slides.slide import Bands, Slide, Table, Years
from oversight.slides.tables import as_records, printed_records, source
from oversight.themes import Exploitation, Mutilation
from oversight.wording import slides as words
from oversight.wording import slides_aloud as aloud
from oversight.wording import slides_referrals as own
from oversight.wording.signs import is_band, signs_of, signs_of_bands


def cse(position: Position) -> Slide:
    """Referrals now, in words or counted, against those expected."""
    found, said = position.exploitation, said_in_words(position)
    rows = bands(found, said)
    table = Table(
        ("CSE referrals", "Number", "Period"),
        tuple((band.label, band.text, period) for band, period in rows)
        or (("In the years shown", "[x]", "–"),),
    )
    finding, signal = cse_finding(position), signal_of(themes.CSE, position)
    owed = words.unsaid(
        [position.entry(name) for name in (themes.CSE, themes.MISSING)], position.on
    )
    trained = (
        f"{wording.sentence(wording.with_marker(found.trained))[:-1]} officers had been trained"
        f" to recognise it ({found.trained.period})."
        if found.trained
        else ""
    )
    pages = tuple(f"report p. {one.page}" for one in said)
    points = (*counted(found), found.expected)
    return Slide(
        name="cse",
        title="Child sexual exploitation",
        page="cse_and_fgm",
        finding=words.cut_to_two_lines(finding),
        measure=f"CSE referrals to the Met, London{own.counted_how(found)}.",
        signs=signs_of_bands([band for band, _ in rows]),
        table=table,
        source=source(dict.fromkeys((*pages, *sources_of_points(points))), position),
        read_aloud=with_signal(
            " ".join(filter(None, (f"{finding}.", own.team_sentence(found), trained, owed))), signal
        ),
        drawing=Bands(tuple(band for band, _ in rows)) if rows else None,
        baseline=own.exploitation_baseline(found),
        caveat=own.band_caveat(any(is_band(band) for band, _ in rows), bool(said)),
        gap=owed,
        alt="CSE referrals to the Met. "
        + "; ".join(f"{band.label}: {band.text}, {period}" for band, period in rows)
        + ".",
        records=printed_records(table),
        indicators=themes.EXPLOITATION,
        **signal,
    )


def cse_finding(position: Position) -> str:
    """Referrals now against those expected, as the page says it."""
    said = said_in_words(position)
    return wording.exploitation_title(
        position.exploitation, said[0].value_as_printed if said else ""
    )


def said_in_words(position: Position) -> tuple:
    """The claims that give CSE referrals as an order of magnitude."""
    return tuple(
        one
        for one in position.documents.claims
        if one.indicator == themes.CSE and one.qualifier == "order of magnitude"
    )


def counted(found: Exploitation) -> tuple[Point, ...]:
    """The last periods: full years where one was counted, else quarters."""
    return newest(found.years if found.years.known else found.quarters, 3)


def bands(found: Exploitation, said: tuple) -> list[tuple[Band, str]]:
    """A band each for what was said, counted and expected, with its period."""
    rows = [
        (Band("Then", found.said, said=one.value_as_printed), "period not stated") for one in said
    ]
    rows += [
        (
            Band(
                f"Counted, {point.period}",
                point.figure,
                said=wording.with_marker(point),
                standing=point.standing,
            ),
            point.period,
        )
        for point in counted(found)
    ]
    if found.expected:
        dated = found.expected.period if found.expected.starts_on else "no date given"
        expected = Band("Expected", found.expected.figure, said=wording.with_marker(found.expected))
        rows.append((expected, dated))
    return rows


def fgm(position: Position) -> Slide:
    """Referrals by calendar year, each with what chance alone leaves of it."""
    found = position.mutilation
    one, signal = found.referrals, signal_of(themes.FGM, position)
    notes = ()
    if found.ratio is not None:
        notes = ((f"×{bounds.times(found.ratio)}", f"on {found.baseline.period}"),)
    return Slide(
        name="fgm",
        title="Female genital mutilation",
        page="cse_and_fgm",
        finding=own.mutilation_title(found),
        measure="FGM referrals to the Met, calendar years"
        f"{', each with its 95% interval' if any(intervals(found)) else ''}.",
        signs=signs_of(one.known),
        table=_counts(found),
        source=source(sources_of([one]), position),
        read_aloud=with_signal(aloud.mutilation(found), signal),
        drawing=Years(
            (one,), notes, words.gap_mark(one), tuple(intervals(found)), not found.still_needed
        )
        if one.known
        else None,
        baseline=own.mutilation_baseline(found),
        caveat=wording.points_of_a_trend(found) if one.known else "",
        gap=" ".join(
            filter(None, (words.missing_sentence(one),
                          words.unsaid([position.entry(themes.FGM)], position.on),
                          words.splits_owed(position.entry(themes.FGM))))
        ),
        alt=wording.described("FGM referrals to the Metropolitan Police by calendar year", [one]),
        records=tuple(as_records([one])),
        indicators=(themes.FGM,),
        **signal,
    )  # fmt: skip


def intervals(found: Mutilation) -> list[tuple[float, float] | None]:
    """The interval of each known count; None where it is neither exact nor a rounded one."""
    return [statistics.interval_of(point.figure) for point in found.referrals.known]


def _counts(found: Mutilation) -> Table:
    one = found.referrals
    header = ("Calendar year", "Referrals", "95% interval", "Against the count before")
    if not one.points:
        return Table(header, (("years shown", "[x]", "–", "–"),))
    limits = dict(zip((point.period for point in one.known), intervals(found), strict=True))
    ratio = (
        f"×{bounds.times(found.ratio)}, {wording.interval_words(found)}"
        if found.ratio is not None
        else "–"
    )
    return Table(
        header,
        tuple(
            (
                point.period,
                wording.with_marker(point),
                "{:,.1f} to {:,.1f}".format(*pair) if (pair := limits.get(point.period)) else "–",
                ratio if point is one.latest else "–",
            )
            for point in one.points
        ),
    )
