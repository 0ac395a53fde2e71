-- Which figures are smaller than what they are split into, by sex, by age or by another kind?
-- Grain: one row per indicator, period, place, breakdown and kind of split where the parts' lower
-- limits exceed the whole's upper; nothing is said where they are fewer, for not all are recorded.
-- Parameters: $feed (the return that arrives)
-- cells holds those of the return that arrives, the whole's first; feeds all returns that it rests on.
-- Ages that overlap are not added up: each alone is held against the whole.
WITH breakdowns AS (
    SELECT DISTINCT observation.breakdown
    FROM observation
    WHERE observation.breakdown != ''
),

kinds AS (
    SELECT
        breakdowns.breakdown,
        unnest(string_split(breakdowns.breakdown, ';')) AS kind
    FROM breakdowns
),

splits AS (
    SELECT
        kinds.breakdown,
        string_split(kinds.kind, '=')[1] AS name,
        array_to_string(list_filter(string_split(kinds.breakdown, ';'), x -> x != kinds.kind), ';') AS rest,
        CASE
            WHEN kinds.kind LIKE '%=under 1' THEN 0
            ELSE try_cast(regexp_extract(kinds.kind, '=([0-9]+)([-+].*)?$', 1) AS INTEGER)
        END AS first_age,
        CASE
            WHEN kinds.kind LIKE '%+' THEN 999
            WHEN kinds.kind LIKE '%=under 1' THEN 0
            ELSE try_cast(regexp_extract(kinds.kind, '([0-9]+)$', 1) AS INTEGER)
        END AS last_age
    FROM kinds
),

wholes AS MATERIALIZED (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM observation
    INNER JOIN indicator ON observation.indicator = indicator.indicator
    WHERE
        observation.upper IS NOT NULL
        AND indicator.kind != 'share'
        AND observation.breakdown IN (SELECT splits.rest FROM splits)
),

-- Made before it is joined again: each cell meets one whole, not every cell of its day.
cells AS MATERIALIZED (
    SELECT
        observation.indicator,
        observation.starts_on,
        observation.ends_on,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place,
        observation.breakdown,
        observation.lower,
        observation.feed,
        splits.rest,
        splits.name,
        splits.first_age,
        splits.last_age
    FROM observation
    INNER JOIN splits ON observation.breakdown = splits.breakdown
    WHERE
        observation.lower IS NOT NULL
        AND splits.rest IN (SELECT wholes.breakdown FROM wholes)
),

parts AS (
    SELECT
        wholes.indicator,
        wholes.period,
        wholes.starts_on,
        wholes.ends_on,
        wholes.place,
        wholes.breakdown,
        wholes.lower,
        wholes.upper,
        wholes.feed,
        cells.name,
        cells.first_age,
        cells.last_age,
        cells.breakdown AS breakdown_of_part,
        cells.lower AS lower_of_part,
        cells.feed AS feed_of_part
    FROM cells
    INNER JOIN wholes
        ON
            cells.indicator = wholes.indicator
            AND cells.starts_on = wholes.starts_on
            AND cells.ends_on = wholes.ends_on
            AND cells.place = wholes.place
            AND cells.rest = wholes.breakdown
),

ordered AS (
    SELECT
        parts.*,
        coalesce(
            parts.first_age <= max(parts.last_age) OVER (
                PARTITION BY
                    parts.indicator,
                    parts.starts_on,
                    parts.ends_on,
                    parts.place,
                    parts.breakdown,
                    parts.name
                ORDER BY parts.first_age, parts.last_age
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ),
            FALSE
        ) AS is_overlapping
    FROM parts
)

SELECT
    ordered.indicator,
    ordered.period,
    ordered.place,
    ordered.breakdown,
    ordered.lower,
    ordered.upper,
    ordered.name,
    CASE
        WHEN bool_or(ordered.is_overlapping) THEN max(ordered.lower_of_part)
        ELSE sum(ordered.lower_of_part)
    END AS lower_sum,
    list_prepend(
        CASE
            WHEN ordered.feed = $feed
                THEN
                    [
                        ordered.indicator,
                        cast(ordered.starts_on AS VARCHAR),
                        cast(ordered.ends_on AS VARCHAR),
                        ordered.place,
                        ordered.breakdown
                    ]
        END,
        list([
            ordered.indicator,
            cast(ordered.starts_on AS VARCHAR),
            cast(ordered.ends_on AS VARCHAR),
            ordered.place,
            ordered.breakdown_of_part
        ]) FILTER (ordered.feed_of_part = $feed)
    ) AS cells,
    list_append(list(DISTINCT ordered.feed_of_part), ordered.feed) AS feeds
FROM ordered
GROUP BY
    ordered.indicator,
    ordered.period,
    ordered.starts_on,
    ordered.ends_on,
    ordered.place,
    ordered.breakdown,
    ordered.lower,
    ordered.upper,
    ordered.feed,
    ordered.name
HAVING lower_sum > ordered.upper
ORDER BY ordered.indicator, ordered.starts_on, ordered.place, ordered.breakdown, ordered.name
