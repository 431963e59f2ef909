"""Runs sent to a server that is down, busy, forgetful or strict: a real one on a local port."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from backbonedb.cli import main
from backbonedb.submission import Spool, SubmissionError
from db.errors import InputError
from tests.watch.bench_lines import NIGHT, ending, measurement, name, opening, text


class Server(BaseHTTPRequestHandler):
    """Takes each key once; ``moods`` are how the next requests go wrong, then all is well."""

    moods: ClassVar[list[str]] = []
    taken: ClassVar[dict[str, dict[str, Any]]] = {}

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        mood = self.moods.pop(0) if self.moods else "well"
        variables = body["variables"]
        if mood in {"well", "forgetful"} and self.headers["Authorization"] == "Bearer right":
            self.taken.setdefault(variables["key"], variables["input"])
            if mood == "forgetful":  # taken, but the answer never arrives
                self.close_connection = True
                return
            self.answer(200, {"data": {"submitBenchmarkRun": {"slug": "bench-x", "isNew": True}}})
        elif mood == "busy":
            self.answer(503, {})
        elif mood == "odd":
            self.answer(200, {"data": None})
        else:
            self.answer(200, {"errors": [{"message": "the token has no scope bench"}]})

    def answer(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def serving(*moods: str, port: int = 0) -> Iterator[str]:
    Server.moods[:] = moods
    server = ThreadingHTTPServer(("127.0.0.1", port), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def run_file(tmp_path: Path) -> Path:
    Server.taken.clear()
    path = tmp_path / "tonight.jsonl"
    path.write_text(text([opening(), measurement("resnet50"), ending()]))
    return path


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(folder=tmp_path / "spool", tried_for_s=0.5, first_wait_s=0.01)


def test_a_run_is_taken_and_leaves_the_spool(run_file: Path, spool: Spool) -> None:
    with serving() as url:
        waiting = spool.add(run_file, url)
        assert spool.send(waiting, "right") == "bench-x"
    assert list(spool.waiting()) == []
    (taken,) = Server.taken.values()
    assert taken == {"name": name(), "content": run_file.read_text()}


@pytest.mark.parametrize("mood", ["busy", "forgetful"])
def test_a_try_that_fails_is_tried_again_and_taken_once(
    run_file: Path, spool: Spool, mood: str
) -> None:
    with serving(mood, mood) as url:
        spool.send(spool.add(run_file, url), "right")
    assert len(Server.taken) == 1
    assert list(spool.waiting()) == []


def test_a_server_that_is_down_all_night_loses_nothing(run_file: Path, spool: Spool) -> None:
    with serving() as url:
        port = int(url.rpartition(":")[2])
    waiting = spool.add(run_file, url)
    with pytest.raises(SubmissionError, match=r"waits in .*spool; send it later"):
        spool.send(waiting, "right")
    spool.add(run_file, url)
    (still,) = spool.waiting()
    with serving(port=port):
        spool.send(still, "right")
    assert len(Server.taken) == 1
    assert list(spool.waiting()) == []


@pytest.mark.parametrize(
    ("token", "moods", "reason"),
    [
        ("wrong", (), "refused bench-.*: the token has no scope bench"),
        ("right", ("odd",), "refused bench-.*: status 200, and no GraphQL answer"),
    ],
)
def test_a_refusal_is_said_and_the_run_kept(
    run_file: Path, spool: Spool, token: str, moods: tuple[str, ...], reason: str
) -> None:
    with serving(*moods) as url, pytest.raises(SubmissionError, match=reason):
        spool.send(spool.add(run_file, url), token)
    assert len(list(spool.waiting())) == 1
    assert f"Bearer {token}" not in next(spool.folder.iterdir()).read_text()


def test_what_is_no_run_is_not_spooled(tmp_path: Path, spool: Spool) -> None:
    (tmp_path / "x.jsonl").write_text("{}\n")
    with pytest.raises(InputError, match="expected the opening line of a run"):
        spool.add(tmp_path / "x.jsonl", "http://127.0.0.1:1")
    assert list(spool.waiting()) == []


def test_the_command_sends_what_waits(
    run_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BACKBONEDB_SPOOL", str(tmp_path / "spool"))
    monkeypatch.setenv("BACKBONEDB_TOKEN", "right")
    with serving() as url:
        Spool(folder=tmp_path / "spool").add(run_file, url)
        with pytest.raises(SystemExit) as ended:
            main(["bench", "submit"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"{url} has bench-x\n"


def test_a_token_goes_to_its_own_server_and_a_refusal_holds_up_nobody(
    run_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BACKBONEDB_SPOOL", str(tmp_path / "spool"))
    monkeypatch.setenv("BACKBONEDB_TOKEN", "right")
    spool = Spool(folder=tmp_path / "spool")
    later = tmp_path / "later.jsonl"
    at = NIGHT + timedelta(days=1)
    later.write_text(text([opening(at), measurement("resnet50", started_at=at), ending(at)]))

    def submit(*arguments: str) -> int:
        with pytest.raises(SystemExit) as ended:
            main(["bench", "submit", *arguments])
        return int(ended.value.code or 0)

    with serving("odd") as url:
        nobody = "http://127.0.0.1:1"
        for file, server in ((run_file, nobody), (run_file, url), (later, url)):
            spool.add(file, server)
        assert submit() == 1
        assert capsys.readouterr().err == (
            f"backbonedb: runs wait for {', '.join(sorted((nobody, url)))}: name one of them "
            "with --to\n"
        )
        assert submit("--to", url) == 1
        out, err = capsys.readouterr()
        assert out == f"{url} has bench-x\n"
        assert err.count("refused") == 1
        assert [run.url for run in spool.waiting()] == [nobody, url]
        assert submit("--to", url) == 0
    assert [run.url for run in spool.waiting()] == [nobody]


@pytest.mark.parametrize("url", ["host:8000", "ftp://host", "http://"])
def test_what_is_no_server_is_said_before_anything_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    arguments = ["--submit", url, "--token", "right", "--out", str(tmp_path / "x.jsonl")]
    with pytest.raises(SystemExit) as ended:
        main(["bench", "run", *arguments, "--models", "a"])
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        f"backbonedb: {url}: not the URL of a server: write it as https://HOST\n"
    )


def test_a_token_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BACKBONEDB_TOKEN", raising=False)
    with pytest.raises(SystemExit) as ended:
        main(["bench", "run", "--models", "a", "--submit", "http://127.0.0.1:1"])
    assert ended.value.code == 1
    assert "set BACKBONEDB_TOKEN" in capsys.readouterr().err
