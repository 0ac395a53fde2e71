-- What is known of an indicator for London or, where nothing is, for a wider place?
-- Grain: one row per indicator and period; smaller places left out.
-- Parameters: $indicators (list of ids)
SELECT
    headline_figure.indicator,
    indicator.title,
    headline_figure.label,
    headline_figure.unit,
    indicator.caveats[1] AS first_caveat,
    coalesce(headline_figure.place, 'London') AS place,
    headline_figure.feed,
    headline_figure.period,
    headline_figure.breakdown,
    headline_figure.starts_on,
    headline_figure.ends_on,
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
    headline_figure.note
FROM headline_figure
INNER JOIN indicator ON headline_figure.indicator = indicator.indicator
WHERE
    list_contains($indicators, headline_figure.indicator)
    -- NULL unless the row only counts how many smaller places have a figure.
    AND headline_figure.places IS NULL
    AND headline_figure.breakdown = ''
ORDER BY list_position($indicators, headline_figure.indicator), headline_figure.starts_on
