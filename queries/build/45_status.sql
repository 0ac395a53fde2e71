-- What has been said since of asks and promises, and what was asked and answered at meetings?
-- Grain: one row per status row and per action row of an accepted return, in order of arrival.
-- Nothing here is ever changed: a later word is a later row.
CREATE TABLE status_update AS
SELECT
    cast(arriving_status.feed AS INTEGER) AS feed,
    cast(arriving_status.position AS INTEGER) AS position,
    cast(accepted.publication AS INTEGER) AS publication,
    arriving_status.ask,
    cast(arriving_status.status_date AS DATE) AS said_on,
    arriving_status.response,
    arriving_status.delivery,
    arriving_status.evidence,
    cast(nullif(arriving_status.revised_due_date, '') AS DATE) AS revised_due_on,
    arriving_status.reason,
    arriving_status.author
FROM arriving_status
INNER JOIN accepted ON arriving_status.feed = accepted.feed
ORDER BY said_on, feed, position;

CREATE TABLE meeting_action AS
SELECT
    cast(arriving_action.feed AS INTEGER) AS feed,
    cast(arriving_action.position AS INTEGER) AS position,
    cast(accepted.publication AS INTEGER) AS publication,
    cast(arriving_action.meeting_date AS DATE) AS met_on,
    arriving_action.question,
    arriving_action.about,
    arriving_action.asked_of,
    arriving_action.outcome,
    arriving_action.answer,
    nullif(arriving_action.promised_by, '') AS promised_by,
    cast(nullif(arriving_action.due_date, '') AS DATE) AS due_on,
    arriving_action.author
FROM arriving_action
INNER JOIN accepted ON arriving_action.feed = accepted.feed
ORDER BY met_on, feed, position;
