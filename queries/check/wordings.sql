-- Which claims of the report does each claim of the press release stand for?
-- Grain: one row per claim of the press release with counterparts; they are joined by bars.
-- Parameters: none
SELECT
    wording.press,
    wording.report
FROM wording
ORDER BY wording.press
