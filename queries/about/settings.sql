-- What have the people who run this copy set?
-- Grain: one row per setting.
-- Parameters: none
SELECT
    setting.name,
    setting.choice
FROM setting
ORDER BY setting.name
