"""``backbonedb token``: who may write over the API."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from backbonedb.commands.options import database_option
from backbonedb.output import FORMATS, print_rows
from backbonedb.times import Until
from db.engine import Database

SCOPES = ("submit", "judge")
COLUMNS = ("name", "scopes", "state", "created", "expires", "last_used")


@click.group()
def token() -> None:
    """Make, list and revoke the tokens that allow writing over the API."""


@token.command()
@click.option("--name", required=True, help="Whom or what it is for.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(SCOPES),
    multiple=True,
    required=True,
    help="What it allows: to submit runs, to judge alerts. May be given twice.",
)
@click.option("--expires", type=Until(), help="A date, an instant, or in how long: 90d.")
@database_option
def create(
    database: Database, name: str, scopes: tuple[str, ...], expires: datetime | None
) -> None:
    """Make a token and print it, this once: the database keeps its SHA-256 alone."""
    from db.tokens import create_token

    with database.writing() as session:
        made = create_token(session, name, scopes, now=datetime.now(UTC), expires_at=expires)
    until = "for ever" if expires is None else f"until {_time(expires)}"
    click.echo(
        f"{name} may {' and '.join(sorted(set(scopes)))} {until}. Keep the token: it is not shown "
        "again. `backbonedb bench` takes it from BACKBONEDB_TOKEN.",
        err=True,
    )
    click.echo(made)


@token.command(name="list")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@database_option
def list_(database: Database, form: str) -> None:
    """List the tokens; they themselves are not known."""
    from db.tokens import list_tokens

    now = datetime.now(UTC)
    with database.reading() as session:
        rows = [
            (
                found.name,
                found.scopes,
                found.state(now),
                _time(found.created_at),
                _time(found.expires_at),
                _time(found.last_used_at),
            )
            for found in list_tokens(session)
        ]
    print_rows(COLUMNS, rows, form)


@token.command()
@click.argument("name")
@database_option
def revoke(database: Database, name: str) -> None:
    """Take a token's validity away, at once and for good."""
    from db.tokens import revoke_token

    with database.writing() as session:
        found = revoke_token(session, name, now=datetime.now(UTC))
        click.echo(f"{found.name} was revoked {_time(found.revoked_at)}")


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
