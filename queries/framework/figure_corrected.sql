-- In which publications did one figure come to read otherwise, and why?
-- Grain: one row per publication that changed it, oldest first.
-- Parameters: $indicator, $period, $borough (code of a place; blank for London or, where London is not
-- counted by itself, for the country), $breakdown
SELECT
    correction.publication,
    correction.why,
    correction.note
FROM correction
WHERE
    correction.indicator = $indicator
    AND correction.period = $period
    AND correction.breakdown = $breakdown
    AND (
        correction.area = $borough
        OR ($borough = '' AND correction.level IN ('London', 'country'))
    )
ORDER BY correction.publication
