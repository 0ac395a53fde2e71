-- What can figures of these indicators be, by what the publication before or any before that showed?
-- Grain: one row per figure and publication that changed it; days as text, London as one place.
-- Parameters: $indicators (list of ids)
-- What was rounded in speech or planned sets no limits.
WITH shown AS (
    SELECT
        earlier_observation.indicator,
        earlier_observation.starts_on,
        earlier_observation.ends_on,
        earlier_observation.level,
        earlier_observation.area,
        earlier_observation.breakdown,
        earlier_observation.lower,
        earlier_observation.upper,
        earlier_observation.qualifier
    FROM earlier_observation
    UNION ALL
    SELECT
        earlier_correction.indicator,
        earlier_correction.starts_on,
        earlier_correction.ends_on,
        earlier_correction.level,
        earlier_correction.area,
        earlier_correction.breakdown,
        earlier_correction.before_lower AS lower,
        earlier_correction.before_upper AS upper,
        earlier_correction.before_qualifier AS qualifier
    FROM earlier_correction
)

SELECT
    shown.indicator,
    cast(shown.starts_on AS VARCHAR) AS starts_on,
    cast(shown.ends_on AS VARCHAR) AS ends_on,
    CASE WHEN shown.level = 'London' THEN 'London' ELSE shown.area END AS place,
    shown.breakdown,
    shown.lower,
    shown.upper
FROM shown
WHERE
    list_contains($indicators, shown.indicator)
    AND shown.lower IS NOT NULL
    AND shown.qualifier IN ('exact', 'rounded', 'derived', 'more than', 'at least')
