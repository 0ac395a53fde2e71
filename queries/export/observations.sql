-- What does this publication hold, as tidy figures?
-- Grain: one row per observation, in the order of indicator, place, breakdown and period.
SELECT
    observation.indicator,
    observation.period,
    observation.starts_on,
    observation.ends_on,
    coalesce(area.name, observation.area) AS geography,
    observation.breakdown,
    observation.value,
    observation.lower,
    observation.upper,
    observation.qualifier,
    observation.marker,
    observation.withheld,
    indicator.unit,
    observation.source,
    observation.page,
    observation.figure,
    observation.claim,
    observation.note
FROM observation
INNER JOIN indicator ON observation.indicator = indicator.indicator
LEFT JOIN area ON observation.area = area.code
ORDER BY
    observation.indicator,
    observation.level,
    observation.area,
    observation.breakdown,
    observation.starts_on
