-- Which numbers of these indicators stood in the publication before, or in any before that?
-- Grain: one row per figure and number; days as text, London as one place.
-- Parameters: $indicators (list of ids)
SELECT
    earlier_observation.indicator,
    cast(earlier_observation.starts_on AS VARCHAR) AS starts_on,
    cast(earlier_observation.ends_on AS VARCHAR) AS ends_on,
    CASE
        WHEN earlier_observation.level = 'London' THEN 'London'
        ELSE earlier_observation.area
    END AS place,
    earlier_observation.breakdown,
    earlier_observation.value
FROM earlier_observation
WHERE list_contains($indicators, earlier_observation.indicator) AND earlier_observation.value IS NOT NULL
UNION ALL
SELECT
    earlier_correction.indicator,
    cast(earlier_correction.starts_on AS VARCHAR) AS starts_on,
    cast(earlier_correction.ends_on AS VARCHAR) AS ends_on,
    CASE
        WHEN earlier_correction.level = 'London' THEN 'London'
        ELSE earlier_correction.area
    END AS place,
    earlier_correction.breakdown,
    earlier_correction.before_value AS value
FROM earlier_correction
WHERE
    list_contains($indicators, earlier_correction.indicator)
    AND earlier_correction.before_value IS NOT NULL
