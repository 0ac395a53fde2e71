-- How many local authorities has London?
-- Grain: one row.
-- Parameters: none
SELECT count(*) AS authorities
FROM area
WHERE area.level = 'borough'
