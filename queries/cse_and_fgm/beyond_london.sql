-- What is known of an indicator for London or for a wider place?
-- Grain: one row per indicator, place and period, as it was given; smaller places left out.
-- Parameters: $indicators (list of ids)
SELECT
    observation.indicator,
    indicator.title,
    indicator.label,
    indicator.unit,
    indicator.caveats[1] AS first_caveat,
    CASE WHEN observation.level = 'London' THEN 'London' ELSE area.name END AS place,
    observation.feed,
    observation.period,
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
    observation.source,
    observation.page,
    observation.claim,
    observation.note
FROM observation
INNER JOIN indicator ON observation.indicator = indicator.indicator
LEFT JOIN area ON observation.area = area.code
WHERE
    list_contains($indicators, observation.indicator)
    AND observation.level IN ('London', 'country')
    AND observation.breakdown = ''
ORDER BY list_position($indicators, observation.indicator), observation.starts_on
