-- In which line does a cell, or the first part of which it is the sum, stand in the arriving return?
-- Grain: one row; NULL where the return does not hold it.
-- Parameters: $feed (the return that arrives), $indicator, $place, $breakdown, $starts_on, $ends_on
SELECT min(cast(arriving.line AS INTEGER)) AS line
FROM arriving
LEFT JOIN area ON arriving.area = area.code
WHERE
    arriving.feed = $feed
    AND arriving.indicator = $indicator
    AND arriving.breakdown = $breakdown
    AND CASE WHEN area.is_whole THEN 'London' ELSE arriving.area END = $place
    AND arriving.starts_on >= $starts_on
    AND arriving.ends_on <= $ends_on
