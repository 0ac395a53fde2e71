-- When was each of the two documents published?
-- Grain: one row per document.
-- Parameters: none
SELECT
    source.source,
    source.published_on
FROM source
WHERE source.source IN ('report', 'press release')
ORDER BY source.source
