-- What is shown and asked in the running order that came last, so that the next can begin with it?
-- Grain: one row per slide or question of it, in its order; none where none is saved.
-- Parameters: none
SELECT
    agenda_item.position,
    agenda_item.slide,
    agenda_item.minutes,
    agenda_item.note
FROM agenda_item
QUALIFY rank() OVER (ORDER BY agenda_item.feed DESC) = 1
ORDER BY agenda_item.position
