-- How far down do counts about children reach: by place, by sex, by age?
-- Grain: one row.
-- Parameters: none
SELECT
    sum(reach.below_london) AS below_london,
    sum(reach.by_sex) AS by_sex,
    sum(reach.by_age) AS by_age
FROM reach
INNER JOIN indicator ON reach.indicator = indicator.indicator
WHERE indicator.disclosure = 'raw'
