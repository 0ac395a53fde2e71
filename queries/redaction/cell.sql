-- What does this publication say of one figure, and which publication brought it?
-- Grain: one row, or none; publication is 0 for the report and published series.
-- Parameters: $indicator, $starts_on and $ends_on (days as text), $place (a code, or London),
-- $breakdown
SELECT
    observation.value,
    observation.lower,
    observation.marker,
    coalesce(accepted_return.publication, 0) AS publication
FROM observation
LEFT JOIN accepted_return ON observation.feed = accepted_return.feed
WHERE
    observation.indicator = $indicator
    AND observation.starts_on = cast($starts_on AS DATE)
    AND observation.ends_on = cast($ends_on AS DATE)
    AND CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END = $place
    AND observation.breakdown = $breakdown
