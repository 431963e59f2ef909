"""Make the data of a database a hundred times as many, in place.

    python -m benchmarks.api.hundredfold URL [--copies 120]

Every model, weight, accuracy and measurement, and the source rows that they point at, is copied
under other names: 120 copies of the real input are 180,000 models and 3 million measurements.
Names of copies come after all real ones and their accuracy is a little lower; families, papers
and runs grow instead of being copied. The same input gives the same rows. Such a database is for
reading: it is too large to be ingested into as if it were real.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping

from sqlalchemy import Connection, Table, func, select, text

from db.engine import Database
from db.tables import metadata

#: What is copied, parents first.
COPIED = (
    "source_rows",
    "models",
    "variants",
    "aliases",
    "resolutions",
    "model_papers",
    "variant_papers",
    "evaluations",
    "measurements",
)
#: Lines of the copies of a source's rows begin at multiples of this.
_LINES = 1_000_000
#: Share of the original's accuracy that each copy has less than the copy before.
_LESS = 0.0001


def multiply(database: Database, copies: int) -> dict[str, int]:
    """Copy everything so often; rows of each table afterwards.

    Args:
        database: holds the real input; nobody else is connected.
        copies: how many times the data there is afterwards, less one.
    """
    is_sqlite = database.dialect == "sqlite"
    with database.connecting() as connection:
        # The copies refer to each other as the originals do.
        if is_sqlite:
            connection.exec_driver_sql("COMMIT")
            for setting in ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -1000000"):
                connection.exec_driver_sql(f"PRAGMA {setting}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SET session_replication_role = replica"))
        tables = [metadata.tables[name] for name in COPIED]
        shifts = {table.name: _shift(connection, table) for table in tables if "id" in table.c}
        for table in tables:
            statement = text(_copying(table, shifts))
            for number in range(1, copies + 1):
                connection.execute(statement, {"number": number, "prefix": f"z{number:03}_"})
        connection.execute(text("UPDATE data_state SET version = version + 1"))
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in tables
        }
        connection.commit()
        if not is_sqlite:
            connection.execute(text("ANALYZE"))
            connection.commit()
    return counts


def _shift(connection: Connection, table: Table) -> int:
    """What the ids of two copies of a row differ by."""
    return int(connection.scalar(select(func.max(table.c.id))) or 0) + 1


def _copying(table: Table, shifts: Mapping[str, int]) -> str:
    """The statement that copies the original rows of a table."""
    written, originals = {}, ""
    for column in table.columns:
        name = column.name
        copied = [key.column.table.name for key in column.foreign_keys if key.column.name == "id"]
        shift = shifts.get(table.name if name == "id" else (copied or [""])[0])
        if shift is not None:
            written[name] = f"{name} + :number * {shift}"
            originals = originals or f"{name} < {shift}"
        elif name == "line":
            written[name] = f"line + :number * {_LINES}"
        elif name in {"name", "name_written"}:
            written[name] = f":prefix || {name}"
        elif name == "top1":
            written[name] = f"round(CAST(top1 * (1 - :number * {_LESS}) AS NUMERIC), 3)"
        else:
            written[name] = "NULL" if name == "series_id" else name
    return (
        f"INSERT INTO {table.name} ({', '.join(written)}) SELECT {', '.join(written.values())} "
        f"FROM {table.name} WHERE {originals or f'line < {_LINES}'}"
    )


def main() -> None:
    """Multiply and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--copies", type=int, default=120)
    options = parser.parse_args()
    begun = time.monotonic()
    with Database(options.url) as database:
        for name, count in multiply(database, options.copies).items():
            print(f"{count:12,} {name}")
    print(f"{time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
