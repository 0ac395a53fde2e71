-- What does the publication say of one figure, and which publication brought it?
-- Grain: one row, or none where nothing is said of it.
-- Parameters: $indicator, $period, $borough (code of a place; blank for London or, where London is not
-- counted by itself, for the country), $breakdown
SELECT
    observation.indicator,
    indicator.title,
    indicator.label,
    indicator.unit,
    observation.feed,
    observation.period,
    observation.area,
    CASE WHEN observation.level != 'London' THEN coalesce(area.name, observation.area) END AS place,
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
    observation.location,
    observation.claim,
    observation.note,
    coalesce(accepted_return.publication, 0) AS brought_by,
    observation.source AS file
FROM observation
INNER JOIN indicator ON observation.indicator = indicator.indicator
LEFT JOIN area ON observation.area = area.code
LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
LEFT JOIN accepted_return ON observation.feed = accepted_return.feed
WHERE
    observation.indicator = $indicator
    AND observation.period = $period
    AND observation.breakdown = $breakdown
    AND (
        observation.area = $borough
        OR ($borough = '' AND observation.level IN ('London', 'country'))
    )
ORDER BY observation.level = 'London' DESC, observation.area ASC
LIMIT 1
