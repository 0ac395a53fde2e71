-- What is the newest figure of each indicator, place and part, so that the next can be asked for?
-- Grain: one row per indicator, place and breakdown of its newest period; one without period and
-- place for an indicator that has none. Sums of other indicators are left out.
-- Parameters: none
WITH newest AS (
    SELECT
        observation.indicator,
        observation.period_kind,
        observation.starts_on,
        observation.ends_on,
        area.name AS geography,
        area.code,
        observation.breakdown,
        coalesce(source.licence LIKE 'Open%', FALSE) AS is_published_elsewhere
    FROM observation
    INNER JOIN area ON observation.area = area.code
    LEFT JOIN source ON observation.source = source.source
    WHERE observation.standing NOT IN ('not available', 'not applicable') AND observation.ends_on IS NOT NULL
    QUALIFY
        rank() OVER (
            PARTITION BY observation.indicator
            ORDER BY observation.ends_on DESC, observation.starts_on DESC
        ) = 1
)

SELECT
    indicator.indicator,
    indicator.theme,
    indicator.clock,
    indicator.lowest_level,
    newest.period_kind,
    newest.starts_on,
    newest.ends_on,
    newest.geography,
    coalesce(newest.breakdown, '') AS breakdown,
    coalesce(newest.is_published_elsewhere, FALSE) AS is_published_elsewhere
FROM indicator
LEFT JOIN newest ON indicator.indicator = newest.indicator
WHERE indicator.sum_of IS NULL
ORDER BY indicator.theme, indicator.indicator, newest.code, newest.breakdown
