-- Which running order that staff have saved holds on a day, and what stands in it?
-- Grain: one row per slide or question of it, in its order; none where none is saved.
-- Parameters: $on (the reading date)
-- It is that of the next meeting, the day itself included, or else of the last one before. The newest
-- return of a meeting takes the place of those before it, whole.
WITH meeting AS (
    SELECT
        agenda_item.meeting_date,
        max(agenda_item.feed) AS newest_feed
    FROM agenda_item
    GROUP BY agenda_item.meeting_date
),

holding AS (
    SELECT
        meeting.meeting_date,
        meeting.newest_feed
    FROM meeting
    ORDER BY meeting.meeting_date < $on, abs(datediff('day', $on, meeting.meeting_date))
    LIMIT 1
)

SELECT
    agenda_item.meeting_date,
    agenda_item.position,
    agenda_item.slide,
    agenda_item.minutes,
    agenda_item.note
FROM agenda_item
INNER JOIN holding ON agenda_item.feed = holding.newest_feed
ORDER BY agenda_item.position
