"""The publication before, as a build may look back at it: what was public is a fact for good.

Its figures are told as published, never as received.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow

from oversight.home import HomeError

TEXT, DAY, NUMBER = pyarrow.string(), pyarrow.date32(), pyarrow.float64()
FLAG = pyarrow.bool_()
OF = {
    "indicator": TEXT,
    "period": TEXT,
    "starts_on": DAY,
    "ends_on": DAY,
    "area": TEXT,
    "level": TEXT,
    "breakdown": TEXT,
}
SAID = {
    "value": NUMBER,
    "lower": NUMBER,
    "upper": NUMBER,
    "qualifier": TEXT,
    "marker": TEXT,
    "withheld": pyarrow.int32(),
    "standing": TEXT,
}
# What a build looks back at, and what it finds where no publication went before.
COLUMNS = {
    # Notes are read by the SQL of publications made before is_untold was a column.
    "observation": {**OF, **SAID, "is_untold": FLAG, "note": TEXT, "feed": pyarrow.int32()},
    "accepted_return": {"feed": pyarrow.int32(), "publication": pyarrow.int32()},
    "correction": {
        **OF,
        **{f"before_{name}": kind for name, kind in SAID.items()},
        "before_publication": pyarrow.int32(),
        **{f"after_{name}": kind for name, kind in SAID.items()},
        "publication": pyarrow.int32(),
        "why": TEXT,
        "note": TEXT,
    },
    "setting": {"name": TEXT, "choice": TEXT},
    "left_out": {
        **OF,
        "lower": NUMBER,
        "upper": NUMBER,
        "marker": TEXT,
        "is_untold": FLAG,
        "note": TEXT,
    },
}


def look_back(connection: duckdb.DuckDBPyConnection, path: Path | None) -> None:
    """Make its tables known as `earlier_observation` and so on; empty without one.

    A column that was not kept yet when it was made is NULL.

    Raises:
        HomeError: the publication before cannot be read.
    """
    found: set[str] = set()
    if path is not None:
        quoted = str(path).replace("'", "''")
        try:
            connection.execute(f"ATTACH '{quoted}' AS earlier (READ_ONLY)")
        except duckdb.Error as error:
            raise HomeError(
                f"{path} cannot be read. Run 'python -m oversight rebuild' to make it again from"
                " its kept inputs."
            ) from error
        found = {
            name
            for (name,) in connection.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'earlier'"
            ).fetchall()
        }
    for name, columns in COLUMNS.items():
        connection.register("nothing", pyarrow.schema(columns).empty_table())
        connection.execute(f"CREATE TEMP TABLE no_{name} AS FROM nothing")
        connection.unregister("nothing")
        of_it = f"UNION ALL BY NAME FROM earlier.main.{name}" if name in found else ""
        connection.execute(f"CREATE TEMP VIEW earlier_{name} AS FROM no_{name} {of_it}")
