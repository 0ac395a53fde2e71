-- What are each indicator's last figures in the period shown, and how many are there?
-- Grain: one row per indicator, part of London and period: its newest word, its last two numbers,
-- and every number of the parts of a sum; oldest first.
-- Parameters: $starts_on and $ends_on (period shown; NULL for all)
WITH summed AS (
    SELECT unnest(indicator.sum_of) AS indicator
    FROM indicator
),

shown AS (
    SELECT
        headline_figure.*,
        headline_figure.standing NOT IN ('withheld', 'not available', 'not applicable') AS is_number
    FROM headline_figure
    WHERE
        -- A figure without a date, such as an expectation, belongs to every period.
        ($starts_on IS NULL OR headline_figure.ends_on IS NULL OR headline_figure.ends_on >= $starts_on)
        AND ($ends_on IS NULL OR headline_figure.starts_on IS NULL OR headline_figure.starts_on <= $ends_on)
),

ranked AS (
    SELECT
        shown.*,
        count(*) FILTER (shown.is_number) OVER line AS numbers,
        row_number() OVER newest AS rank,
        count(*) FILTER (shown.is_number) OVER newest AS rank_of_number
    FROM shown
    WINDOW
        line AS (PARTITION BY shown.indicator, shown.breakdown),
        newest AS (
            PARTITION BY shown.indicator, shown.breakdown
            ORDER BY shown.starts_on DESC, shown.ends_on DESC
        )
)

SELECT
    ranked.indicator,
    ranked.label,
    ranked.unit,
    ranked.period,
    ranked.breakdown,
    ranked.starts_on,
    ranked.ends_on,
    ranked.place,
    ranked.places,
    ranked.value,
    ranked.lower,
    ranked.upper,
    ranked.qualifier,
    ranked.marker,
    ranked.withheld,
    ranked.standing,
    ranked.source,
    ranked.page,
    ranked.claim,
    ranked.note,
    ranked.feed,
    ranked.numbers
FROM ranked
LEFT JOIN summed ON ranked.indicator = summed.indicator
WHERE
    ranked.rank = 1
    OR (ranked.is_number AND ranked.rank_of_number <= 2)
    OR summed.indicator IS NOT NULL
ORDER BY ranked.indicator, ranked.breakdown, ranked.starts_on, ranked.ends_on
