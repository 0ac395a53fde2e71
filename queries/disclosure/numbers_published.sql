-- Which numbers of these indicators stood in the publication before, or in any before that?
-- Grain: one row per figure and number, the newest first; days as text, London as one place.
-- Parameters: $indicators (list of ids)
WITH shown AS (
    SELECT
        earlier_observation.indicator,
        earlier_observation.starts_on,
        earlier_observation.ends_on,
        earlier_observation.level,
        earlier_observation.area,
        earlier_observation.breakdown,
        earlier_observation.value,
        NULL AS changed_in
    FROM earlier_observation
    UNION ALL
    SELECT
        earlier_correction.indicator,
        earlier_correction.starts_on,
        earlier_correction.ends_on,
        earlier_correction.level,
        earlier_correction.area,
        earlier_correction.breakdown,
        earlier_correction.before_value AS value,
        earlier_correction.publication AS changed_in
    FROM earlier_correction
)

SELECT
    shown.indicator,
    cast(shown.starts_on AS VARCHAR) AS starts_on,
    cast(shown.ends_on AS VARCHAR) AS ends_on,
    CASE WHEN shown.level = 'London' THEN 'London' ELSE shown.area END AS place,
    shown.breakdown,
    shown.value
FROM shown
WHERE list_contains($indicators, shown.indicator) AND shown.value IS NOT NULL
ORDER BY shown.changed_in DESC NULLS FIRST
