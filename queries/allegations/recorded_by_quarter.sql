-- How many sexual offences against victims of all ages were recorded each quarter?
-- Grain: one row per indicator and quarter; all places together where no borough is chosen.
-- Parameters: $indicators (list of ids), $borough (code of a place; NULL for all), $starts_on and
-- $ends_on (period shown; NULL for all)
-- A withheld part makes the sum a lower limit, with the number withheld beside it.
SELECT
    observation.indicator,
    indicator.label,
    indicator.unit,
    observation.period,
    observation.starts_on,
    observation.ends_on,
    '' AS page,
    CASE WHEN count(*) = count(observation.value) THEN sum(observation.value) END AS value,
    coalesce(sum(observation.value), 0) AS lower,
    CASE WHEN count(*) = count(observation.value) THEN sum(observation.value) END AS upper,
    CASE WHEN count(*) = count(observation.value) THEN 'exact' ELSE 'at least' END AS qualifier,
    CASE WHEN bool_or(observation.marker = 'p') THEN 'p' ELSE '' END AS marker,
    cast(sum(observation.withheld) AS INTEGER) AS withheld,
    CASE
        WHEN count(*) = count(observation.value) THEN 'reported'
        WHEN count(observation.value) = 0 THEN 'withheld'
        ELSE 'bounded'
    END AS standing,
    max(coalesce(source.publisher || ': ' || source.title, observation.source)) AS source,
    max(observation.note) AS note
FROM observation
INNER JOIN indicator ON observation.indicator = indicator.indicator
LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
WHERE
    list_contains($indicators, observation.indicator)
    AND observation.period_kind = 'quarter'
    AND observation.breakdown = ''
    AND observation.level != 'London'
    AND ($borough IS NULL OR observation.area = $borough)
    AND ($starts_on IS NULL OR observation.starts_on >= $starts_on)
    AND ($ends_on IS NULL OR observation.ends_on <= $ends_on)
GROUP BY
    observation.indicator,
    indicator.label,
    indicator.unit,
    observation.period,
    observation.starts_on,
    observation.ends_on
ORDER BY list_position($indicators, observation.indicator), observation.starts_on
