-- Which bodies may say something, or be asked?
-- Grain: one row per body of the reference list.
-- Parameters: none
SELECT
    body.body,
    body.name
FROM body
ORDER BY body.body;
