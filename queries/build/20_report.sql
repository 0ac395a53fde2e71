-- What did the report and the press release say and ask?
-- Grain: one row per claim, figure, ask, promise and outside figure, ids as in data/report.
CREATE TABLE claim AS
SELECT
    claims.claim,
    claims.topic,
    claims.measure,
    claims.value_as_printed,
    cast(nullif(claims.low, '') AS DOUBLE) AS lower,
    cast(nullif(claims.high, '') AS DOUBLE) AS upper,
    claims.unit,
    claims.period,
    claims.period_type,
    claims.qualifier,
    claims.kind,
    claims.document,
    claims.page,
    claims.place,
    claims.note,
    nullif(claims.indicator, '') AS indicator,
    nullif(claims.from_period, '') AS from_period,
    nullif(claims.to_period, '') AS to_period
FROM claims
ORDER BY claims.claim;

CREATE TABLE figure AS
SELECT
    figures.figure,
    figures.claim,
    figures.indicator,
    figures.subject,
    figures.measure,
    figures.period,
    cast(nullif(figures.period_start, '') AS DATE) AS starts_on,
    cast(nullif(figures.period_end, '') AS DATE) AS ends_on,
    area.code AS area,
    cast(nullif(figures.value, '') AS DOUBLE) AS value,
    cast(nullif(figures.lower, '') AS DOUBLE) AS lower,
    cast(nullif(figures.upper, '') AS DOUBLE) AS upper,
    figures.unit,
    figures.qualifier,
    figures.source,
    figures.page,
    figures.location,
    figures.note
FROM figures
LEFT JOIN area ON figures.geography = area.name
ORDER BY figures.figure;

CREATE TABLE gap AS
SELECT
    gaps.indicator,
    gaps.period,
    cast(left(gaps.period, 4) || '-04-01' AS DATE) AS starts_on,
    cast(cast(left(gaps.period, 4) || '-03-31' AS DATE) + INTERVAL 1 YEAR AS DATE) AS ends_on,
    gaps.marker,
    gaps.claim,
    gaps.page,
    gaps.location,
    gaps.note
FROM gaps
ORDER BY gaps.indicator, gaps.period;

CREATE TABLE ask AS
SELECT
    asks.ask,
    'recommendation' AS kind,
    cast(asks.recommendation AS INTEGER) AS recommendation,
    cast(asks.bullet AS INTEGER) AS bullet,
    nullif(asks.owner, '') AS owner,
    asks.summary,
    cast(nullif(asks.due_date, '') AS DATE) AS due_on,
    asks.due_basis,
    asks.pages,
    asks.press_release
FROM asks
UNION ALL BY NAME
SELECT
    others.id AS ask,
    'unnumbered' AS kind,
    nullif(others.who, 'not stated') AS owner,
    others.summary,
    cast(nullif(others.due_date, '') AS DATE) AS due_on,
    others.due_basis,
    others.page AS pages
FROM others
WHERE others.kind = 'unnumbered ask'
ORDER BY ask;

CREATE TABLE promise AS
SELECT
    others.id AS promise,
    others.who AS promised_by,
    others.summary,
    cast(nullif(others.due_date, '') AS DATE) AS due_on,
    others.due_basis,
    others.page AS pages,
    nullif(others.indicator, '') AS indicator
FROM others
WHERE others.kind != 'unnumbered ask'
ORDER BY others.id;

CREATE TABLE outside_evidence AS
SELECT
    outsiders.id AS evidence,
    outsiders.summary,
    outsiders.value AS value_as_printed,
    outsiders.period,
    outsiders.source,
    outsiders.use
FROM outsiders
ORDER BY outsiders.id;
