-- For which places are the all-victim offences recorded?
-- Grain: one row per place with a figure.
-- Parameters: $indicators (list of ids)
SELECT
    area.code,
    area.name
FROM area
WHERE
    area.code IN (
        SELECT observation.area
        FROM observation
        WHERE list_contains($indicators, observation.indicator) AND observation.level != 'London'
    )
ORDER BY area.level, area.name
