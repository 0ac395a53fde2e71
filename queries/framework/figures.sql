-- What is known of indicators on their own clocks, for London or wherever else they are counted?
-- Grain: one row per indicator, period and part of London; oldest first.
-- Parameters: $indicator (NULL for all), $starts_on and $ends_on (period shown; NULL for all)
SELECT
    headline_figure.indicator,
    headline_figure.label,
    headline_figure.unit,
    headline_figure.period,
    headline_figure.breakdown,
    headline_figure.starts_on,
    headline_figure.ends_on,
    headline_figure.place,
    headline_figure.places,
    headline_figure.value,
    headline_figure.lower,
    headline_figure.upper,
    headline_figure.qualifier,
    headline_figure.marker,
    headline_figure.withheld,
    headline_figure.standing,
    headline_figure.source,
    headline_figure.page,
    headline_figure.claim,
    headline_figure.note,
    headline_figure.feed
FROM headline_figure
WHERE
    ($indicator IS NULL OR headline_figure.indicator = $indicator)
    AND ($starts_on IS NULL OR headline_figure.ends_on IS NULL OR headline_figure.ends_on >= $starts_on)
    AND ($ends_on IS NULL OR headline_figure.starts_on IS NULL OR headline_figure.starts_on <= $ends_on)
ORDER BY
    headline_figure.indicator, headline_figure.breakdown, headline_figure.starts_on, headline_figure.ends_on
