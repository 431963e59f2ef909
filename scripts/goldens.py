"""Texts that are generated from code and kept in the repository, so that a change shows in review.

python scripts/goldens.py           write them anew
python scripts/goldens.py --check   exit 1 if one differs
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click
from sqlalchemy import Column, Table, make_url
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from api.documentation import graphql_page
from api.schema import sdl
from backbonedb.cli import cli
from db.tables import metadata
from warehouse.dictionary import dictionary

ROOT = Path(__file__).resolve().parent.parent
POSTGRESQL, SQLITE = (
    make_url(url).get_dialect()() for url in ("postgresql+psycopg://", "sqlite://")
)


def schema_sql(dialect: Dialect) -> str:
    """The schema as one engine gets it."""
    statements = []
    for table in metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip() + ";\n")
        statements += [
            f"{CreateIndex(index).compile(dialect=dialect)};\n"
            for index in sorted(table.indexes, key=lambda index: str(index.name))
        ]
    return "\n".join("\n".join(s.rstrip() for s in text.splitlines()) for text in statements) + "\n"


def schema_page() -> str:
    """docs/schema.md: an entity diagram, then every table with its columns."""
    lines = [
        "# Schema",
        "",
        "Generated from the tables in `db/` by `make goldens`; do not edit.",
        "",
        "```mermaid",
        "erDiagram",
    ]
    for table in metadata.sorted_tables:
        for constraint in sorted(table.foreign_key_constraints, key=lambda c: str(c.name)):
            columns = [column.name for column in constraint.columns]
            bar = "|o" if any(column.nullable for column in constraint.columns) else "||"
            target = constraint.referred_table.name
            lines.append(f'    {target} {bar}--o{{ {table.name} : "{", ".join(columns)}"')
    lines += ["```", ""]
    for table in sorted(metadata.tables.values(), key=lambda table: table.name):
        lines += _table(table)
    return "\n".join(lines)


def _table(table: Table) -> list[str]:
    lines = [
        f"## {table.name}",
        "",
        f"{table.comment}.",
        "",
        "| column | type | empty | meaning |",
        "| --- | --- | --- | --- |",
    ]
    lines += [_column(column) for column in table.columns]
    return [*lines, ""]


def _column(column: Column[object]) -> str:
    targets = sorted({key.target_fullname for key in column.foreign_keys})
    kind = str(column.type.compile(POSTGRESQL)).lower().replace(' collate "c"', "")
    meaning = column.comment or ("surrogate key" if column.name == "id" else "")
    if targets:
        meaning = f"{meaning} → {', '.join(f'`{target}`' for target in targets)}".strip()
    elif column.primary_key and column.name != "id":
        meaning = f"{meaning} (key)"
    return f"| `{column.name}` | {kind} | {'yes' if column.nullable else 'no'} | {meaning} |"


def cli_page() -> str:
    """docs/cli.md: the help of every command."""
    lines = [
        "# Command line",
        "",
        "Generated from the commands' own help by `make goldens`; do not edit.",
        "",
    ]
    _help(cli, "backbonedb", lines)
    return "\n".join(lines)


def _help(command: click.Command, path: str, lines: list[str]) -> None:
    context = click.Context(
        command,
        info_name=path,
        terminal_width=96,
        max_content_width=96,
        help_option_names=["-h", "--help"],  # as the program: click keeps the first it makes
    )
    with context:
        lines += [f"## {path}", "", "```text", command.get_help(context).rstrip(), "```", ""]
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                child = command.get_command(context, name)
                assert child is not None
                _help(child, f"{path} {name}", lines)


GOLDENS: dict[str, Callable[[], str]] = {
    "docs/schema.md": schema_page,
    "docs/cli.md": cli_page,
    "docs/graphql.md": graphql_page,
    "docs/warehouse.md": dictionary,
    "tests/api/schema.graphql": sdl,
    "tests/goldens/schema-sqlite.sql": lambda: schema_sql(SQLITE),
    "tests/goldens/schema-postgresql.sql": lambda: schema_sql(POSTGRESQL),
}


def main(arguments: list[str]) -> int:
    """Write or check all texts."""
    differing = [
        name
        for name, generate in GOLDENS.items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text("utf-8") != generate()
    ]
    if "--check" in arguments:
        for name in differing:
            print(f"{name} differs from the code: run `make goldens` and read the difference")
        return 1 if differing else 0
    for name in differing:
        (ROOT / name).write_text(GOLDENS[name](), "utf-8")
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
