"""The command ``backbonedb``. Commands load when they run: ``--help`` imports none of them."""

from __future__ import annotations

import sys
from importlib import import_module, metadata
from typing import Any

import click

#: Command to (module and attribute, one line of help).
COMMANDS: dict[str, tuple[str, str]] = {
    "info": ("backbonedb.commands.info:info", "Show where the database is and what it holds."),
    "db": ("backbonedb.commands.database:db", "Upgrade, back up, restore and check the database."),
    "ingest": ("backbonedb.commands.ingest:ingest", "Bring sources into the database."),
    "problems": ("backbonedb.commands.problems:problems", "List what was found about sources."),
    "leaderboard": (
        "backbonedb.commands.leaderboard:leaderboard",
        "Rank weights by accuracy, by year, size and accuracy.",
    ),
    "bench": ("backbonedb.commands.bench:bench", "Measure the speed of models, every night too."),
    "regressions": (
        "backbonedb.commands.regressions:regressions",
        "List what got slower and was confirmed.",
    ),
    "alerts": ("backbonedb.commands.alerts:alerts", "Judge, accept and mute alerts."),
    "token": (
        "backbonedb.commands.token:token",
        "Make, list and revoke tokens that allow writing.",
    ),
    "query": ("backbonedb.commands.query:query", "Answer a GraphQL query."),
    "serve": (
        "backbonedb.commands.serve:serve",
        "Serve the dashboard, GraphQL and the published files.",
    ),
    "publish": ("backbonedb.commands.publish:publish", "Publish Parquet and DuckDB files."),
    "sql": ("backbonedb.commands.sql:sql", "Ask the published files in DuckDB's SQL."),
    "export": ("backbonedb.commands.export:export", "Write a table or view to a file."),
    "snapshot": ("backbonedb.commands.snapshot:snapshot", "Write the facts of the installed timm."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when one of them runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "BACKBONEDB"},
)
@click.version_option(package_name="backbonedb")
def cli() -> None:
    """Every vision backbone that timm knows - papers, weights, accuracy, speed - in one database.

    The database is an SQLite file in your data directory, or what BACKBONEDB_URL names.
    """


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; exit 1 with one line for a failure, 2 for wrong usage."""
    from db.errors import BackboneError

    try:
        return cli.main(args=arguments, prog_name="backbonedb")
    except BackboneError as error:
        click.echo(f"backbonedb: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has seen enough, as `| head` does
        sys.exit(141)


def version() -> str:
    """The program's version."""
    return metadata.version("backbonedb")
