-- What places, bodies, sources, events and terms does this publication know?
-- Grain: one row per entry of each reference list, as in data/reference.
CREATE TABLE area AS
SELECT
    areas.code,
    areas.name,
    areas.level,
    nullif(areas.short, '') AS short,
    try_cast(areas.tile_row AS INTEGER) AS tile_row,
    try_cast(areas.tile_column AS INTEGER) AS tile_column,
    nullif(areas.policed_by, '') AS policed_by,
    string_split(nullif(areas.aliases, ''), '|') AS aliases,
    -- London as a region and the force's area stand for the same whole in every series.
    areas.level = 'region' OR areas.code = 'E23000001' AS is_whole
FROM areas
ORDER BY areas.code;

CREATE TABLE body AS
SELECT
    bodies.body,
    bodies.name,
    string_split(nullif(bodies.aliases, ''), '|') AS aliases
FROM bodies
ORDER BY bodies.body;

CREATE TABLE source AS
SELECT
    sources.source,
    sources.title,
    sources.publisher,
    cast(nullif(sources.published_on, '') AS DATE) AS published_on,
    sources.covers,
    sources.licence
FROM sources
ORDER BY sources.source;

CREATE TABLE event AS
SELECT
    cast(events.date AS DATE) AS happened_on,
    events.precision,
    events.event,
    events.source,
    events.location,
    events.label,
    string_split(events.themes, '|') AS themes
FROM events
ORDER BY events.date;

CREATE TABLE glossary AS
SELECT
    glossary_terms.term,
    glossary_terms.meaning
FROM glossary_terms
ORDER BY glossary_terms.term;
