-- What is the newest figure of each place below London for one indicator?
-- Grain: one row per place.
-- Parameters: $indicator, $starts_on and $ends_on (period shown; NULL for all)
SELECT
    observation.indicator,
    observation.area,
    area.name AS label,
    indicator.unit,
    observation.period,
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
INNER JOIN area ON observation.area = area.code
LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
WHERE
    observation.indicator = $indicator
    AND observation.level NOT IN ('London', 'country')
    AND observation.breakdown = ''
    AND ($starts_on IS NULL OR observation.starts_on >= $starts_on)
    AND ($ends_on IS NULL OR observation.ends_on <= $ends_on)
QUALIFY
    row_number() OVER (
        PARTITION BY observation.area
        ORDER BY observation.ends_on DESC, observation.starts_on DESC
    ) = 1
ORDER BY area.name
