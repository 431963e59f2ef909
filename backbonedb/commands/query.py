"""``backbonedb query``."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import orjson

from backbonedb.commands.options import database_option
from db.engine import Database
from db.errors import QueryError


@click.command()
@click.argument("text", metavar="GRAPHQL | FILE | -")
@click.option("--variables", help="The variables, as a JSON object.")
@click.option("--operation", help="Which operation to run, if there are several.")
@database_option
def query(database: Database, text: str, variables: str | None, operation: str | None) -> None:
    """Answer a GraphQL query; exit 1 if the response has errors.

    The query is the argument itself, a file, or standard input (-).
    """
    from api.execute import execute

    try:
        values = None if variables is None else orjson.loads(variables)
    except orjson.JSONDecodeError as error:
        raise QueryError(f"--variables is not JSON: {error}") from error
    response = execute(database, _document(text), values, operation)
    click.echo(orjson.dumps(response, option=orjson.OPT_INDENT_2).decode())
    if response.get("errors"):
        sys.exit(1)


def _document(text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    if "{" in text:
        return text
    file = Path(text)
    if not file.is_file():
        raise QueryError(f"{text!r} is neither a query (there is no {{ in it) nor a file")
    return file.read_text(encoding="utf-8")
