-- Which publication is this, and which returns does it rest on?
-- Grain: one row for the publication; one row per accepted return, oldest first; one per setting;
-- one per table that is withheld whole, or place of one.
-- published_at and received_at are times: the content digest leaves them out.
CREATE TABLE accepted_return AS
SELECT
    cast(accepted.feed AS INTEGER) AS feed,
    cast(accepted.publication AS INTEGER) AS publication,
    cast(nullif(accepted.received_at, '') AS TIMESTAMP) AS received_at,
    accepted.brought_by,
    accepted.source,
    accepted.note,
    cast(accepted.figures AS INTEGER) AS figures
FROM accepted
ORDER BY feed;

CREATE TABLE publication AS
SELECT
    cast(stamp.number AS INTEGER) AS number,
    cast(stamp.format AS INTEGER) AS format,
    cast(stamp.published_at AS TIMESTAMP) AS published_at,
    stamp.published_by,
    stamp.note
FROM stamp;

CREATE TABLE setting AS
SELECT
    settings.name,
    settings.choice
FROM settings
ORDER BY settings.name;

-- What could not be made safe by hiding less; area is London where it is the whole table.
CREATE TABLE withheld_table AS
SELECT
    withheld_whole.indicator,
    withheld_whole.year,
    withheld_whole.place AS area,
    coalesce(area.name, 'London') AS place
FROM withheld_whole
LEFT JOIN area ON withheld_whole.place = area.code
ORDER BY withheld_whole.indicator, withheld_whole.year, withheld_whole.place;
