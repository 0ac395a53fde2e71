-- Which figures on the pages rest on which claim?
-- Grain: one row per figure of the report, in the order of their ids.
-- Parameters: none
SELECT
    figure.figure,
    figure.claim,
    figure.indicator,
    figure.period,
    figure.value,
    figure.lower,
    figure.upper,
    figure.qualifier,
    area.name AS geography
FROM figure
LEFT JOIN area ON figure.area = area.code
ORDER BY figure.figure
