-- What was each indicator for London in each financial year?
-- Grain: one row per indicator and financial year from its first to its last, given or not.
-- Parameters: $indicators (list of ids), $starts_on and $ends_on (period shown; NULL for all)
SELECT
    london_year.indicator,
    london_year.label,
    london_year.unit,
    london_year.feed,
    london_year.period,
    london_year.starts_on,
    london_year.ends_on,
    london_year.value,
    london_year.lower,
    london_year.upper,
    london_year.qualifier,
    london_year.marker,
    london_year.withheld,
    london_year.standing,
    london_year.source,
    london_year.page,
    london_year.claim,
    london_year.note
FROM london_year
WHERE
    list_contains($indicators, london_year.indicator)
    AND ($starts_on IS NULL OR london_year.starts_on >= $starts_on)
    AND ($ends_on IS NULL OR london_year.ends_on <= $ends_on)
ORDER BY london_year.indicator, london_year.starts_on
