"""Publications of any size, to see how a page's questions grow. Benchmark data, never shown.

The rows of the first publication stay as they are; invented rows lie below London with breakdowns,
so that every question of a page has as many rows in its answer as before.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import duckdb

from oversight import ROOT, home
from oversight.home import Entry
from oversight.store import Publication

QUARTERS = 20

INVENTED = """
CREATE OR REPLACE TABLE observation AS
WITH places AS (
    SELECT area.code, area.level FROM area WHERE area.level = 'borough'
),
invented AS (
    SELECT
        indicator.indicator,
        'benchmark data' AS period,
        'quarter' AS period_kind,
        (DATE '2016-04-01' + to_months(cast(3 * quarters.number AS INTEGER)))::DATE AS starts_on,
        (DATE '2016-07-01' + to_months(cast(3 * quarters.number AS INTEGER)) - INTERVAL 1 DAY)::DATE
            AS ends_on,
        places.code AS area,
        places.level AS level,
        'sex=' || CASE WHEN parts.number % 2 = 0 THEN 'female' ELSE 'male' END
            || ';age=' || lpad(parts.number::VARCHAR, 4, '0') AS breakdown,
        (hash(indicator.indicator, places.code, parts.number, quarters.number) % 500)::DOUBLE
            AS value,
        value AS lower,
        value AS upper,
        'exact' AS qualifier,
        '' AS marker,
        0 AS withheld,
        'reported' AS standing,
        'benchmark data' AS source,
        '' AS page,
        '' AS location,
        'benchmark data' AS note,
        1 AS feed
    FROM indicator, places, range($parts) AS parts (number), range($quarters) AS quarters (number)
)
SELECT * FROM given.observation
UNION ALL BY NAME
SELECT * FROM invented
ORDER BY indicator, level, area, breakdown, starts_on
"""


def of_size(given: Publication, rows: int, folder: Path) -> Publication:
    """A publication like the given one, with about so many observations, laid out as a build does.

    Tables that the build makes from observations are made anew by the build's own SQL.
    """
    path = folder / f"{rows}.duckdb"
    shutil.copyfile(given.path, path)
    path.chmod(0o600)
    # Another file than the one being written, or its rows would be copied over themselves.
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"ATTACH '{given.path}' AS given (READ_ONLY)")
        (places,) = connection.execute(
            "SELECT count(*) FROM area, indicator WHERE area.level = 'borough'"
        ).fetchone()
        parts = -(-rows // (places * QUARTERS))
        connection.execute(INVENTED, {"parts": parts, "quarters": QUARTERS})
        for statement in _made_from_observations():
            connection.execute(statement)
        connection.execute("DETACH given")
        connection.execute("CHECKPOINT")
    entry: Entry = replace(given.entry, file=home.sha256(path))
    return Publication(entry, path)


def _made_from_observations() -> list[str]:
    """The statements of the build that make tables from observations, straight or by others."""
    files = sorted((ROOT / "queries" / "build").glob("*.sql"))
    statements = [
        statement.query
        for file in files
        for statement in duckdb.extract_statements(file.read_text("utf-8"))
    ]
    following: list[str] = []
    made = {"observation"}
    for text in statements:
        name = re.search(r"CREATE TABLE (\w+)", text)
        read = set(re.findall(r"\b(?:FROM|JOIN) (\w+)", text))
        # What looks back at the publication before is not made from this one's figures alone.
        looks_back = any(one.startswith("earlier_") for one in read)
        if name and name[1] != "observation" and read & made and not looks_back:
            made.add(name[1])
            following.append(text.replace("CREATE TABLE", "CREATE OR REPLACE TABLE", 1))
    return following
