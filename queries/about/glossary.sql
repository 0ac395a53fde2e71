-- What do the abbreviations mean?
-- Grain: one row per term.
-- Parameters: none
SELECT
    glossary.term,
    glossary.meaning
FROM glossary
ORDER BY glossary.term
