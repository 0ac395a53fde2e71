-- What did publications before show of these indicators, the last one or of what was left out since?
-- Grain: one row per figure; days as text, London as one place, publication 0 for what no return
-- brought and NULL for what was left out; is_untold where no reader may know whether the figure is few.
-- Parameters: $indicators (list of ids)
SELECT
    earlier_observation.indicator,
    cast(earlier_observation.starts_on AS VARCHAR) AS starts_on,
    cast(earlier_observation.ends_on AS VARCHAR) AS ends_on,
    CASE
        WHEN earlier_observation.level = 'London' THEN 'London'
        ELSE earlier_observation.area
    END AS place,
    earlier_observation.breakdown,
    earlier_observation.lower,
    earlier_observation.upper,
    earlier_observation.marker,
    coalesce(earlier_observation.is_untold, FALSE) AS is_untold,
    coalesce(earlier_accepted_return.publication, 0) AS publication
FROM earlier_observation
LEFT JOIN earlier_accepted_return ON earlier_observation.feed = earlier_accepted_return.feed
WHERE
    list_contains($indicators, earlier_observation.indicator)
    AND earlier_observation.starts_on IS NOT NULL
    AND (earlier_observation.lower IS NOT NULL OR earlier_observation.marker = 'c')
UNION ALL
-- What was left out since is said by nobody any more, and changed in no publication after that.
SELECT
    earlier_left_out.indicator,
    cast(earlier_left_out.starts_on AS VARCHAR) AS starts_on,
    cast(earlier_left_out.ends_on AS VARCHAR) AS ends_on,
    CASE WHEN earlier_left_out.level = 'London' THEN 'London' ELSE earlier_left_out.area END AS place,
    earlier_left_out.breakdown,
    earlier_left_out.lower,
    earlier_left_out.upper,
    earlier_left_out.marker,
    coalesce(earlier_left_out.is_untold, FALSE) AS is_untold,
    NULL AS publication
FROM earlier_left_out
WHERE list_contains($indicators, earlier_left_out.indicator)
