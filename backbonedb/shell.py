"""The interactive shell of ``backbonedb sql``."""

from __future__ import annotations

from typing import Any

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import FileHistory
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers.sql import SqlLexer

from backbonedb.settings import data_folder
from backbonedb.sql import Console
from db.errors import BackboneError
from warehouse.questions import questions

KEYWORDS = (
    *("SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "QUALIFY", "LIMIT", "WITH"),
    *("JOIN", "LEFT JOIN", "USING", "UNION ALL", "DISTINCT", "CASE WHEN", "BETWEEN", "IS NOT NULL"),
    *("count(*)", "avg(", "median(", "min(", "max(", "arg_max(", "arg_min(", "round("),
)


def run_shell(console: Console) -> None:
    """Answer statements that end in ``;`` and dot commands until the end of input."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    session: PromptSession[str] = PromptSession(
        history=FileHistory(folder / "sql-history"),
        completer=WordCompleter(completions(console), ignore_case=True, match_middle=True),
        lexer=PygmentsLexer(SqlLexer),
        complete_while_typing=False,
    )
    click.echo(
        f"version {console.version.manifest.version} of {console.version.manifest.created_at}; "
        "statements end with ;   .tables   .schema NAME   @question   .quit"
    )
    run_statements(console, session.prompt)


def run_statements(console: Console, ask: Any) -> None:
    """Answer what ``ask`` gives.

    Args:
        console: the opened version.
        ask: gives a line for a prompt; raises ``EOFError`` at the end and ``KeyboardInterrupt``
            to drop what was typed.
    """
    waiting = ""
    while True:
        try:
            line = ask("      -> " if waiting else "backbone> ")
        except KeyboardInterrupt:
            waiting = ""
            continue
        except EOFError:
            return
        if not waiting and line.strip() in {".quit", ".exit"}:
            return
        waiting = f"{waiting}\n{line}" if waiting else line
        is_command = waiting.lstrip().startswith((".", "@"))
        if not waiting.strip() or not (is_command or waiting.rstrip().endswith(";")):
            continue
        statement, waiting = waiting, ""
        try:
            console.run(statement)
        except BackboneError as error:
            click.echo(str(error), err=True)
        except KeyboardInterrupt:
            console.connection.interrupt()


def completions(console: Console) -> list[str]:
    """Words that can be completed: keywords, relations, columns, questions, commands."""
    names = console.connection.execute(
        "SELECT DISTINCT unnest([table_name, column_name]) FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    return [
        *KEYWORDS,
        *sorted(name for (name,) in names),
        *(f"@{question.name}" for question in questions()),
        ".tables",
        ".schema",
        ".quit",
    ]
