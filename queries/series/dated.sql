-- What was each indicator for London, whatever its clock, as it was given?
-- Grain: one row per indicator, period and breakdown, in time order.
-- Parameters: $indicators (list of ids), $starts_on and $ends_on (period shown; NULL for all)
SELECT
    london_figure.indicator,
    london_figure.label,
    london_figure.unit,
    london_figure.feed,
    london_figure.period,
    london_figure.period_kind,
    london_figure.breakdown,
    london_figure.starts_on,
    london_figure.ends_on,
    london_figure.value,
    london_figure.lower,
    london_figure.upper,
    london_figure.qualifier,
    london_figure.marker,
    london_figure.withheld,
    london_figure.standing,
    london_figure.source,
    london_figure.page,
    london_figure.claim,
    london_figure.note
FROM london_figure
WHERE
    list_contains($indicators, london_figure.indicator)
    -- A quarter of a yearly indicator is a part of its year and no point beside it.
    AND (
        london_figure.clock NOT IN ('calendar year', 'financial year')
        OR london_figure.period_kind = london_figure.clock
    )
    -- A figure without a date, such as an expectation, belongs to every period.
    AND ($starts_on IS NULL OR london_figure.ends_on IS NULL OR london_figure.ends_on >= $starts_on)
    AND ($ends_on IS NULL OR london_figure.starts_on IS NULL OR london_figure.starts_on <= $ends_on)
ORDER BY
    london_figure.indicator,
    london_figure.breakdown,
    london_figure.starts_on,
    london_figure.ends_on
