-- What did councils find of one factor, for each authority and financial year?
-- Grain: one row per authority and year for which any authority has a figure, given or not.
-- Parameters: $indicators (list of ids), $starts_on and $ends_on (period shown; NULL for all)
SELECT
    authority_year.indicator,
    authority_year.label,
    authority_year.unit,
    authority_year.area,
    authority_year.name,
    authority_year.short,
    authority_year.tile_row,
    authority_year.tile_column,
    authority_year.feed,
    authority_year.period,
    authority_year.starts_on,
    authority_year.ends_on,
    authority_year.value,
    authority_year.lower,
    authority_year.upper,
    authority_year.qualifier,
    authority_year.marker,
    authority_year.withheld,
    authority_year.standing,
    authority_year.source,
    authority_year.page,
    authority_year.note
FROM authority_year
WHERE
    list_contains($indicators, authority_year.indicator)
    AND ($starts_on IS NULL OR authority_year.starts_on >= $starts_on)
    AND ($ends_on IS NULL OR authority_year.ends_on <= $ends_on)
ORDER BY authority_year.area, authority_year.starts_on
