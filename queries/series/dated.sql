-- What was each indicator for London, whatever its clock, as it was given?
-- Grain: one row per indicator, period and breakdown, in time order.
-- Parameters: $indicators (list of ids), $starts_on and $ends_on (period shown; NULL for all)
SELECT
    observation.indicator,
    indicator.label,
    indicator.unit,
    observation.period,
    observation.period_kind,
    observation.breakdown,
    observation.starts_on,
    observation.ends_on,
    observation.value,
    observation.lower,
    observation.upper,
    observation.qualifier,
    observation.marker,
    observation.withheld,
    observation.standing,
    coalesce(source.publisher || ': ' || source.title, observation.source) AS source,
    observation.page,
    observation.note
FROM observation
INNER JOIN indicator ON observation.indicator = indicator.indicator
-- A published series is named by publisher and title; the report by page.
LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
WHERE
    list_contains($indicators, observation.indicator)
    AND observation.level = 'London'
    -- A figure without a date, such as an expectation, belongs to every period.
    AND ($starts_on IS NULL OR observation.ends_on IS NULL OR observation.ends_on >= $starts_on)
    AND ($ends_on IS NULL OR observation.starts_on IS NULL OR observation.starts_on <= $ends_on)
ORDER BY
    list_position($indicators, observation.indicator),
    observation.breakdown,
    observation.starts_on,
    observation.ends_on
