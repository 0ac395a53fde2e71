-- What has come of each indicator since the report, in returns of those who owe it, and when?
-- Grain: one row per indicator of which a return has brought anything.
-- Parameters: none
SELECT
    observation.indicator,
    count(*) FILTER (observation.standing NOT IN ('withheld', 'not available', 'not applicable')) AS figures,
    count(*) FILTER (observation.standing = 'withheld') AS withheld,
    cast(
        min(accepted_return.received_at) FILTER (
            observation.standing NOT IN ('withheld', 'not available', 'not applicable')
        ) AS DATE
    ) AS first_on
FROM observation
INNER JOIN accepted_return ON observation.feed = accepted_return.feed
WHERE
    accepted_return.publication > 0
    -- A year that is the sum of its quarters has come as quarters.
    AND observation.note IS DISTINCT FROM 'sum of four quarters'
GROUP BY observation.indicator
ORDER BY observation.indicator
