-- In which line does each of these cells, or the first part of which it is the sum, stand?
-- Grain: one row per cell that the arriving return holds, whole or in parts.
-- Parameters: $cells (indicator, first and last day, place and breakdown of each)
WITH wanted AS (
    SELECT unnest($cells) AS cell
),

placed AS (
    SELECT
        arriving.line,
        arriving.indicator,
        arriving.starts_on,
        arriving.ends_on,
        arriving.breakdown,
        CASE WHEN area.is_whole THEN 'London' ELSE arriving.area END AS place
    FROM arriving
    LEFT JOIN area ON arriving.area = area.code
)

SELECT
    wanted.cell,
    coalesce(
        min(placed.line) FILTER (
            wanted.cell[2] = placed.starts_on AND wanted.cell[3] = placed.ends_on
        ),
        min(placed.line)
    ) AS line
FROM wanted
INNER JOIN placed
    ON
        wanted.cell[1] = placed.indicator
        AND wanted.cell[4] = placed.place
        AND wanted.cell[5] = placed.breakdown
        AND wanted.cell[2] <= placed.starts_on
        AND wanted.cell[3] >= placed.ends_on
GROUP BY wanted.cell
