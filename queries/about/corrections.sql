-- Which published figures read otherwise since, and why?
-- Grain: one row per figure and publication that changed it, newest first; the newest 200.
-- Parameters: none
SELECT
    coalesce(indicator.title, correction.indicator) AS title,
    coalesce(indicator.unit, '') AS unit,
    correction.period,
    correction.starts_on,
    correction.ends_on,
    CASE WHEN correction.level != 'London' THEN coalesce(area.name, correction.area) END AS place,
    correction.breakdown,
    correction.before_value,
    correction.before_lower,
    correction.before_upper,
    correction.before_qualifier,
    correction.before_marker,
    correction.before_withheld,
    correction.before_standing,
    correction.after_value,
    correction.after_lower,
    correction.after_upper,
    correction.after_qualifier,
    correction.after_marker,
    correction.after_withheld,
    correction.after_standing,
    correction.publication,
    correction.why,
    correction.note,
    count(*) OVER () AS corrections
FROM correction
LEFT JOIN indicator ON correction.indicator = indicator.indicator
LEFT JOIN area ON correction.area = area.code
ORDER BY
    correction.publication DESC,
    title ASC,
    correction.starts_on ASC,
    correction.level ASC,
    place ASC,
    correction.breakdown ASC
LIMIT 200
