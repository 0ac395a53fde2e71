-- What is each meeting to be shown and asked, in which order?
-- Grain: one row per row of an accepted running order, in order of arrival. A later return of a meeting
-- takes the place of earlier ones where it is read; all of them stay.
CREATE TABLE agenda_item AS
SELECT
    cast(arriving_running_order.feed AS INTEGER) AS feed,
    cast(arriving_running_order.position AS INTEGER) AS position,
    cast(accepted.publication AS INTEGER) AS publication,
    cast(arriving_running_order.meeting_date AS DATE) AS meeting_date,
    arriving_running_order.slide,
    cast(nullif(arriving_running_order.minutes, '') AS INTEGER) AS minutes,
    arriving_running_order.note
FROM arriving_running_order
INNER JOIN accepted ON arriving_running_order.feed = accepted.feed
ORDER BY feed, position;
