"""What a server does with a submission besides taking it: publishing, and refusing in words."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import uvicorn
from sqlalchemy import select

from api.app import create_app
from backbonedb.cli import main
from backbonedb.server_writer import Publication, ServerWriter
from backbonedb.submission import Spool
from db.engine import Database
from db.tokens import ApiToken, create_token, revoke_token
from tests.watch.bench_lines import ending, measurement, name, opening, text
from warehouse.store import VERSIONS

NOW = datetime.now(UTC)
RUN = text([opening(), measurement("resnet50"), ending()])


def sender(database: Database) -> ApiToken:
    with database.writing() as session:
        create_token(session, "lab", ("submit",), now=NOW)
    with database.reading() as session:
        return session.scalars(select(ApiToken)).one()


def versions(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / VERSIONS).iterdir())


def test_runs_that_arrive_together_are_published_together(
    database: Database, tmp_path: Path
) -> None:
    writer = ServerWriter(database, Publication(database, tmp_path, settling_s=60))
    lab = sender(database)
    told = [writer.submit(name(), RUN, key, lab) for key in ("one", "other")]
    assert [answer["isNew"] for answer in told] == [True, False]
    assert not (tmp_path / VERSIONS).exists()  # nobody waited for it
    writer.close()
    assert len(versions(tmp_path)) == 1


def test_a_change_during_a_publication_is_published_after_it(
    database: Database, tmp_path: Path
) -> None:
    publication = Publication(database, tmp_path, settling_s=0)
    lab = sender(database)
    publication.ask()
    deadline = time.monotonic() + 60
    while not (tmp_path / VERSIONS).exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    ServerWriter(database, publication).submit(name(), RUN, "k", lab)
    publication.close()
    assert len(versions(tmp_path)) == 2


def test_what_cannot_be_published_is_logged_and_taken(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    caplog.set_level(logging.ERROR)
    logging.getLogger("backbonedb.api").propagate = True
    publication = Publication(database, tmp_path / "file", settling_s=0)
    writer = ServerWriter(database, publication)
    assert writer.submit(name(), RUN, "k", sender(database))["isNew"]
    writer.close()
    assert [record.message for record in caplog.records] == ["not published"]


def test_what_could_not_be_published_is_tried_again(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("no folder")
    publication = Publication(database, folder, settling_s=0, retry_s=0.05)
    publication.ask()
    time.sleep(0.2)
    folder.unlink()
    deadline = time.monotonic() + 60
    while not (folder / VERSIONS).exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    publication.close()
    assert len(versions(folder)) == 1


# --- refusals, as the command that sends runs tells them ---


@contextmanager
def serving(database: Database) -> Iterator[str]:
    """A server in this process; its URL."""
    url = database.url.render_as_string(hide_password=False)
    app = create_app(url, writer=ServerWriter(Database(url), None))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        (port,) = {one.getsockname()[1] for part in server.servers for one in part.sockets}
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize(
    ("token", "reason"),
    [
        ("right", None),
        ("wrong", "writing needs a valid token"),
        ("expired", "writing needs a valid token"),
        ("revoked", "writing needs a valid token"),
        ("judge", "the token has not the scope `submit`"),
    ],
)
def test_the_command_tells_why_a_run_was_not_taken(
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    token: str,
    reason: str | None,
) -> None:
    with database.writing() as session:
        made = {
            name_: create_token(session, name_, (scope,), now=NOW - timedelta(2), expires_at=until)
            for name_, scope, until in (
                ("right", "submit", None),
                ("expired", "submit", NOW - timedelta(1)),
                ("revoked", "submit", None),
                ("judge", "judge", None),
            )
        }
        revoke_token(session, "revoked", now=NOW)
    monkeypatch.setenv("BACKBONEDB_SPOOL", str(tmp_path / "spool"))
    monkeypatch.setenv("BACKBONEDB_TOKEN", made.get(token, "bbdb_nonsense"))
    file = tmp_path / "tonight.jsonl"
    file.write_text(RUN)
    with serving(database) as url:
        Spool(folder=tmp_path / "spool").add(file, url)
        with pytest.raises(SystemExit) as ended:
            main(["bench", "submit"])
    out, err = capsys.readouterr()
    waiting = list((tmp_path / "spool").glob("*.json"))
    if reason is None:
        assert (ended.value.code, err) == (0, "")
        assert out == f"{url} has {name().removesuffix('.jsonl')}\n"
        assert waiting == []
    else:
        assert (ended.value.code, out) == (1, "")
        assert err.startswith(f"backbonedb: {url} refused {name()}: {reason}")
        assert err.count("\n") == 1
        assert len(waiting) == 1
