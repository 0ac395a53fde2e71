-- How many sexual offences against victims of all ages were recorded each quarter?
-- Grain: one row per indicator and quarter; all places together where no borough is chosen.
-- Parameters: $indicators (list of ids), $borough (code of a place; NULL for all), $starts_on and
-- $ends_on (period shown; NULL for all)
SELECT
    quarter_total.indicator,
    quarter_total.area,
    quarter_total.label,
    quarter_total.unit,
    quarter_total.period,
    quarter_total.starts_on,
    quarter_total.ends_on,
    quarter_total.page,
    quarter_total.value,
    quarter_total.lower,
    quarter_total.upper,
    quarter_total.qualifier,
    quarter_total.marker,
    quarter_total.withheld,
    quarter_total.standing,
    quarter_total.source,
    quarter_total.note
FROM quarter_total
WHERE
    list_contains($indicators, quarter_total.indicator)
    AND quarter_total.area IS NOT DISTINCT FROM $borough
    AND ($starts_on IS NULL OR quarter_total.starts_on >= $starts_on)
    AND ($ends_on IS NULL OR quarter_total.ends_on <= $ends_on)
ORDER BY list_position($indicators, quarter_total.indicator), quarter_total.starts_on
