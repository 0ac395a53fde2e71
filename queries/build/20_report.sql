-- What did the report and the press release say and ask?
-- Grain: one row per claim, figure, gap, ask, promise, outside figure, endnote, restatement,
-- wording, listed item, topic, statement and expected effect, ids as in data/report.
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
    owned.owners,
    asks.theme,
    asks.summary,
    cast(nullif(asks.due_date, '') AS DATE) AS due_on,
    asks.due_basis,
    asks.pages,
    asks.press_release
FROM asks
INNER JOIN owned ON asks.ask = owned.ask
UNION ALL BY NAME
SELECT
    others.id AS ask,
    'unnumbered' AS kind,
    nullif(others.who, 'not stated') AS owner,
    owned.owners,
    others.theme,
    others.summary,
    cast(nullif(others.due_date, '') AS DATE) AS due_on,
    others.due_basis,
    others.page AS pages
FROM others
INNER JOIN owned ON others.id = owned.ask
WHERE others.kind = 'unnumbered ask'
ORDER BY ask;

CREATE TABLE promise AS
SELECT
    others.id AS promise,
    others.who AS promised_by,
    owned.owners,
    others.kind,
    others.theme,
    others.summary,
    cast(nullif(others.due_date, '') AS DATE) AS due_on,
    others.due_basis,
    others.page AS pages,
    nullif(others.indicator, '') AS indicator
FROM others
INNER JOIN owned ON others.id = owned.ask
WHERE others.kind != 'unnumbered ask'
ORDER BY others.id;

CREATE TABLE outside_evidence AS
SELECT
    outsiders.id AS evidence,
    outsiders.summary,
    outsiders.value AS value_as_printed,
    outsiders.period,
    outsiders.source,
    outsiders.use,
    nullif(outsiders.indicator, '') AS indicator,
    nullif(outsiders.claims, '') AS claims
FROM outsiders
ORDER BY outsiders.id;

-- state is whole, cut or lost; claims are those whose source the note is, joined by bars.
CREATE TABLE endnote AS
SELECT
    cast(endnotes.endnote AS INTEGER) AS endnote,
    endnotes.state,
    nullif(endnotes.cites, '') AS cites,
    nullif(endnotes.body, '') AS body,
    nullif(endnotes.dated, '') AS dated,
    nullif(endnotes.geography, '') AS geography,
    nullif(endnotes.claims, '') AS claims
FROM endnotes
ORDER BY endnote;

-- A second place of the documents that says what a claim says.
CREATE TABLE restatement AS
SELECT
    restatements.claim,
    restatements.says,
    restatements.document,
    restatements.page,
    restatements.place
FROM restatements
ORDER BY restatements.claim, restatements.place;

-- A claim of the press release, and those of the report it stands for, joined by bars.
CREATE TABLE wording AS
SELECT
    wordings.press,
    wordings.report
FROM wordings
ORDER BY wordings.press;

-- What a claim counts, where the documents list it one by one.
CREATE TABLE listed_item AS
SELECT
    lists.claim,
    nullif(lists.part, '') AS part,
    lists.item,
    nullif(lists.body, '') AS body
FROM lists
ORDER BY lists.claim, part, lists.item, body;

CREATE TABLE topic AS
SELECT
    subjects.topic,
    cast(subjects.position AS INTEGER) AS position,
    subjects.title,
    subjects.question,
    nullif(subjects.caveat, '') AS caveat,
    coalesce(string_split(nullif(subjects.indicators, ''), '|'), []) AS indicators,
    coalesce(string_split(nullif(subjects.asks, ''), '|'), []) AS asks,
    subjects.would_settle,
    coalesce(string_split(nullif(subjects.held_by, ''), '|'), []) AS held_by
FROM subjects
ORDER BY position;

CREATE TABLE statement AS
SELECT
    testimonies.statement,
    testimonies.topic,
    testimonies.said_by,
    nullif(testimonies.said_on, '') AS said_on,
    testimonies.stance,
    testimonies.summary,
    testimonies.page,
    nullif(testimonies.claim, '') AS claim,
    nullif(testimonies.disputes, '') AS disputes
FROM testimonies
ORDER BY testimonies.statement;

CREATE TABLE effect AS
SELECT
    expectations.indicator,
    nullif(expectations.ask, '') AS ask,
    expectations.effect,
    expectations.by_when,
    expectations.page
FROM expectations
ORDER BY expectations.indicator, expectations.ask;
