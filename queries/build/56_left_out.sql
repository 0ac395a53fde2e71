-- Which figures did earlier publications show, or withhold, that are in none since they were left out?
-- Grain: one row per figure of an indicator that counts people, as it was shown last.
-- Whoever kept an earlier publication remembers them: the next build looks back at them too.
CREATE TABLE left_out AS
SELECT
    earlier.indicator,
    earlier.period,
    earlier.starts_on,
    earlier.ends_on,
    earlier.area,
    earlier.level,
    earlier.breakdown,
    earlier.lower,
    earlier.upper,
    earlier.marker,
    coalesce(earlier.is_untold, FALSE) AS is_untold
FROM (
    SELECT earlier_observation.* FROM earlier_observation
    UNION ALL BY NAME
    SELECT earlier_left_out.* FROM earlier_left_out
) AS earlier
INNER JOIN indicator ON earlier.indicator = indicator.indicator
LEFT JOIN observation
    ON
        earlier.indicator = observation.indicator
        AND earlier.starts_on = observation.starts_on
        AND earlier.ends_on = observation.ends_on
        AND earlier.level = observation.level
        AND (earlier.level = 'London' OR earlier.area = observation.area)
        AND earlier.breakdown = observation.breakdown
WHERE
    indicator.disclosure = 'raw'
    AND earlier.starts_on IS NOT NULL
    AND (earlier.lower IS NOT NULL OR earlier.marker = 'c')
    AND observation.indicator IS NULL
ORDER BY
    earlier.indicator, earlier.starts_on, earlier.ends_on, earlier.level, earlier.area, earlier.breakdown;
