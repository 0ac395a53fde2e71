-- What may the report's counts of boroughs and boards be measured against, and when did it say so?
-- Grain: one row.
-- Parameters: none
SELECT
    count(*) AS authorities,
    -- The City of London has a police of its own and is no borough.
    count(*) FILTER (area.policed_by = 'E23000001') AS boroughs,
    any_value(report.published_on) AS reported_on
FROM area
CROSS JOIN source AS report
WHERE area.level = 'borough' AND report.source = 'report'
