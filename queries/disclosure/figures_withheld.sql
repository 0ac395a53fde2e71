-- Which figures of these indicators were withheld in the publication before?
-- Grain: one row per figure; days as text, London as one place.
-- Parameters: $indicators (list of ids)
SELECT
    earlier_observation.indicator,
    cast(earlier_observation.starts_on AS VARCHAR) AS starts_on,
    cast(earlier_observation.ends_on AS VARCHAR) AS ends_on,
    CASE
        WHEN earlier_observation.level = 'London' THEN 'London'
        ELSE earlier_observation.area
    END AS place,
    earlier_observation.breakdown
FROM earlier_observation
WHERE list_contains($indicators, earlier_observation.indicator) AND earlier_observation.marker = 'c'
