-- Of which indicators does the newer publication record other breaks than the older, and which?
-- Grain: one row per indicator whose recorded breaks differ; the columns are those of definitions.
-- Parameters: none; reads the catalogs older and newer.
WITH recorded AS (
    SELECT
        'older' AS side,
        series_break.*
    FROM older.series_break
    UNION ALL BY NAME
    SELECT
        'newer' AS side,
        series_break.*
    FROM newer.series_break
),

worded AS (
    SELECT
        recorded.indicator,
        recorded.side,
        string_agg(
            strftime(recorded.happened_on, '%-d %B %Y') || ': ' || recorded.reason, '; '
            ORDER BY recorded.happened_on
        ) AS words
    FROM recorded
    GROUP BY recorded.indicator, recorded.side
),

beside AS (
    SELECT
        worded.indicator,
        any_value(worded.words) FILTER (worded.side = 'older') AS before,
        any_value(worded.words) FILTER (worded.side = 'newer') AS after
    FROM worded
    GROUP BY worded.indicator
)

SELECT
    coalesce(after_it.title, before_it.title) AS title,
    'breaks' AS key,
    beside.before,
    beside.after
FROM beside
LEFT JOIN older.indicator AS before_it ON beside.indicator = before_it.indicator
LEFT JOIN newer.indicator AS after_it ON beside.indicator = after_it.indicator
WHERE beside.before IS DISTINCT FROM beside.after
ORDER BY title
