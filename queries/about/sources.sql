-- Where do the figures come from, and under which licence?
-- Grain: one row per source of the reference list, then one per accepted return.
-- Parameters: none
SELECT
    source.title,
    source.publisher,
    source.covers,
    source.licence
FROM source
UNION ALL
SELECT
    accepted_return.source AS title,
    accepted_return.brought_by AS publisher,
    accepted_return.figures || ' figures' AS covers,
    accepted_return.note AS licence
FROM accepted_return
WHERE accepted_return.publication > 0
