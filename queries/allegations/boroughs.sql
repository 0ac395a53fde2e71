-- For which places are the all-victim offences recorded?
-- Grain: one row per place with a figure.
-- Parameters: $indicators (list of ids)
SELECT
    area.code,
    area.name
FROM area
WHERE
    area.code IN (
        SELECT quarter_total.area
        FROM quarter_total
        WHERE list_contains($indicators, quarter_total.indicator)
    )
ORDER BY area.level, area.name
