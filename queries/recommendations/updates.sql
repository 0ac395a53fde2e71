-- What has been said of each ask and promise since, by whom, and in which publication did it come?
-- Grain: one row per row of an accepted status return, in the order in which it was said.
-- Parameters: none
SELECT
    status_update.ask,
    status_update.said_on,
    status_update.response,
    status_update.delivery,
    status_update.evidence,
    status_update.revised_due_on,
    status_update.reason,
    status_update.author,
    status_update.publication
FROM status_update
ORDER BY status_update.said_on, status_update.feed, status_update.position;
