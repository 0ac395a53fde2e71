-- How far down do counts about children reach: by place, by sex, by age?
-- Grain: one row.
-- Parameters: none
SELECT
    count(*) FILTER (WHERE observation.level != 'London') AS below_london,
    count(*) FILTER (WHERE observation.breakdown LIKE '%sex=%') AS by_sex,
    count(*) FILTER (WHERE observation.breakdown LIKE '%age=%') AS by_age
FROM observation
INNER JOIN indicator ON observation.indicator = indicator.indicator
WHERE indicator.disclosure = 'raw'
