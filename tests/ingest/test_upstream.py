from __future__ import annotations

import gzip
import hashlib
import re
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from db.errors import DownloadError
from ingest.upstream import Endpoints, Fetched, Limits, Progress, fetch_results, probe

from .http_server import Answer, HttpServer

REPOSITORY = "huggingface/pytorch-image-models"
REVISION = "1f0ea9a1c2d3e4f5061728394a5b6c7d8e9f0a1b"
COMMIT_PATH = f"/repos/{REPOSITORY}/commits/main"
COMMITS_PATH = f"/repos/{REPOSITORY}/commits"
CONTENTS_PATH = f"/repos/{REPOSITORY}/contents/results"
LIMIT_PATH = "/rate_limit"
TOKEN = "ghp_abcdefghijklmnopqrstuvwxyz"
LIMITS = Limits(
    connect_timeout_s=2,
    read_timeout_s=2,
    deadline_s=15,
    first_wait_s=0.01,
    max_wait_s=2,
    max_tries=3,
)
FILES = {
    "results-imagenet.csv": b"model,top1,top5\ncoat_lite_mini.in1k,79.099,94.607\n" * 40,
    "results-sketch.csv": b"model,top1,top5\r\ncoat_lite_mini.in1k,28.4,46.1\r\n",
    "benchmark-infer-amp-nchw-pt240-cu124-rtx4090-dynamo.csv": b"",
}
HTML = Answer(body=b"<html>Log in to the network</html>", headers={"Content-Type": "text/html"})


def raw_path(name: str) -> str:
    return f"/{REPOSITORY}/{REVISION}/results/{name}"


def blob(content: bytes) -> str:
    """git's name of a file's content, as `git hash-object` prints it."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def listed(name: str, content: bytes, **changes: Any) -> dict[str, Any]:
    return {
        "name": name,
        "path": f"results/{name}",
        "sha": blob(content),
        "size": len(content),
        "type": "file",
        "download_url": f"https://raw.example/{name}",
        **changes,
    }


def json(value: Any) -> Answer:
    return Answer(body=orjson.dumps(value), headers={"Content-Type": "application/json"})


def publish(server: HttpServer, files: dict[str, bytes] = FILES) -> None:
    server.on(COMMIT_PATH, Answer(body=REVISION.encode()))
    commit = {"sha": "ab" * 20, "commit": {"committer": {"date": "2025-02-26T22:58:36Z"}}}
    server.on(COMMITS_PATH, json([commit]))
    readme = listed("README.md", b"# Results")
    folder = {"name": "old.csv", "type": "dir", "size": 0, "sha": "cd" * 20}
    listing = [listed(name, content) for name, content in files.items()]
    server.on(CONTENTS_PATH, json([readme, folder, *listing]))
    for name, content in files.items():
        server.on(raw_path(name), Answer(body=content))


@pytest.fixture(autouse=True)
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def server() -> Iterator[HttpServer]:
    with HttpServer() as server:
        publish(server)
        yield server


@pytest.fixture
def into(tmp_path: Path) -> Iterator[Path]:
    """A folder that must hold whole files of FILES only, whatever a test does."""
    folder = tmp_path / "upstream"
    yield folder
    for path in folder.iterdir():
        assert path.read_bytes() == FILES[path.name]


def endpoints(server: HttpServer) -> Endpoints:
    return Endpoints(api=server.url, raw=server.url)


def fetch(server: HttpServer, into: Path, **arguments: Any) -> Fetched:
    return fetch_results(
        **{"into": into, "endpoints": endpoints(server), "limits": LIMITS, **arguments}
    )


def refusal(server: HttpServer, into: Path, **arguments: Any) -> str:
    """The one line that a fetch fails with."""
    with pytest.raises(DownloadError) as caught:
        fetch(server, into, **arguments)
    message = str(caught.value)
    assert message.isprintable()
    return message


def test_files_arrive_whole_with_their_revision_and_date(server: HttpServer, into: Path) -> None:
    fetched = fetch(server, into)

    assert fetched.revision == REVISION
    assert fetched.published_at == datetime(2025, 2, 26, 22, 58, 36, tzinfo=UTC)
    assert [file.name for file in fetched.files] == sorted(FILES)
    for file in fetched.files:
        content = FILES[file.name]
        assert file.path == into / file.name
        assert file.path.read_bytes() == content
        assert file.sha256 == hashlib.sha256(content).hexdigest()
        assert file.byte_count == len(content)
        assert file.uri == f"{server.url}{raw_path(file.name)}"
    assert sorted(path.name for path in into.iterdir()) == sorted(FILES)


def test_a_fetch_takes_three_api_requests_and_one_for_each_file(
    server: HttpServer, into: Path
) -> None:
    fetch(server, into)

    assert server.paths()[:3] == [COMMIT_PATH, COMMITS_PATH, CONTENTS_PATH]
    assert sorted(server.paths()[3:]) == sorted(raw_path(name) for name in FILES)
    assert {request.headers["accept-encoding"] for request in server.requests} == {"identity"}
    assert server.requests[1].query == f"sha={REVISION}&path=results&per_page=1"
    assert server.requests[2].query == f"ref={REVISION}"


def test_progress_counts_files_and_bytes(server: HttpServer, into: Path) -> None:
    seen: list[Progress] = []
    fetch(server, into, on_progress=seen.append)

    total = sum(map(len, FILES.values()))
    assert [step.done_file_count for step in seen] == [0, 1, 2, 3]
    assert seen[0].done_byte_count == 0
    assert {(step.file_count, step.byte_count) for step in seen} == {(3, total)}
    assert seen[-1].done_byte_count == total


def test_files_that_are_there_are_not_downloaded_again(server: HttpServer, into: Path) -> None:
    first = fetch(server, into)
    (into / "results-sketch.csv").write_bytes(FILES["results-sketch.csv"].replace(b"28", b"29"))
    server.requests.clear()
    second = fetch(server, into)

    assert second == first
    assert server.paths()[3:] == [raw_path("results-sketch.csv")]


@pytest.mark.parametrize(
    ("ref", "path"),
    [
        ("v1.0.15", "v1.0.15"),
        ("feature/a#b", "feature/a%23b"),
        (REVISION[:10], REVISION[:10]),
    ],
)
def test_a_ref_is_resolved_once_and_its_commit_used_from_then_on(
    server: HttpServer, into: Path, ref: str, path: str
) -> None:
    server.on(f"{COMMITS_PATH}/{path}", Answer(body=REVISION.encode()))
    assert fetch(server, into, ref=ref).revision == REVISION
    assert server.paths()[0] == f"{COMMITS_PATH}/{path}"


@pytest.mark.parametrize("status", [404, 422])
def test_an_unknown_ref_is_named_and_not_asked_for_again(
    server: HttpServer, into: Path, status: int
) -> None:
    server.on(f"{COMMITS_PATH}/nope", Answer(status=status, body=b'{"message":"Not Found"}'))
    assert "no branch, tag or commit 'nope'" in refusal(server, into, ref="nope")
    assert len(server.requests) == 1


@pytest.mark.parametrize("ref", ["", "a b", "../../user", "main\n", "x\0"])
def test_what_cannot_be_a_ref_is_refused_without_a_request(
    server: HttpServer, into: Path, ref: str
) -> None:
    assert f"no branch, tag or commit {ref!r}" in refusal(server, into, ref=ref)
    assert server.requests == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(body=b"model,top1\n", content_length=5000), "broke off"),
        (Answer(body=b"model,top1\n", content_length=11), "came with 11 bytes"),
        (Answer(body=b"model,top1\n", content_length=50, end="reset"), "broke off"),
        (Answer(body=b"x" * len(FILES["results-imagenet.csv"])), "came with 2000 bytes"),
        (Answer(body=b"x" * 4096, repeat=2**16), "sent more than 2000 bytes"),
        (Answer(body=b"x" * 4096, repeat=2**16, chunked=True), "sent more than 2000 bytes"),
        (
            Answer(
                body=gzip.compress(FILES["results-imagenet.csv"], mtime=0),
                headers={"Content-Encoding": "gzip"},
            ),
            "bytes that are not the 2000",
        ),
        (HTML, "came with 34 bytes that are not the 2000"),
        (Answer(status=503), "answered 503"),
    ],
    ids=[
        "truncated",
        "short",
        "reset",
        "wrong bytes of the right size",
        "huge",
        "huge without a length",
        "compressed",
        "page of a proxy",
        "unavailable",
    ],
)
def test_a_file_that_stays_wrong_fails_the_fetch_after_every_try(
    server: HttpServer, into: Path, answer: Answer, reason: str
) -> None:
    path = raw_path("results-imagenet.csv")
    server.on(path, answer)
    message = refusal(server, into)

    assert reason in message
    assert message.endswith(
        "(tried 3 times): check the network, "
        "or ingest a folder with `backbonedb ingest results DIR`"
    )
    assert server.paths().count(path) == 3
    assert not (into / "results-imagenet.csv").exists()
    assert server.sent_byte_count < 64 * 2**20  # of 256 MiB, had it read on


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=500),
        Answer(status=502, body=HTML.body),
        Answer(status=429),
        Answer(body=b"model", content_length=2000),
        Answer(body=b"x" * len(FILES["results-imagenet.csv"])),
        Answer(body=b"model", content_length=2000, end="reset"),
    ],
    ids=["500", "502", "429", "truncated", "corrupt", "reset"],
)
def test_a_failure_that_passes_is_tried_again(
    server: HttpServer, into: Path, answer: Answer
) -> None:
    path, content = raw_path("results-imagenet.csv"), FILES["results-imagenet.csv"]
    server.on(path, answer, answer, Answer(body=content))
    fetch(server, into)
    assert server.paths().count(path) == 3
    assert (into / "results-imagenet.csv").read_bytes() == content


def test_a_server_that_dies_in_mid_transfer_is_named(server: HttpServer, into: Path) -> None:
    server.on(raw_path("results-imagenet.csv"), Answer(body=b"m", content_length=9, end="die"))
    host = server.url.removeprefix("http://")
    assert host in refusal(server, into)


def test_a_listed_file_that_is_absent_is_not_asked_for_again(
    server: HttpServer, into: Path
) -> None:
    path = raw_path("results-sketch.csv")
    server.on(path, Answer(status=404))
    assert f"{path} does not exist although it is listed" in refusal(server, into)
    assert server.paths().count(path) == 1


def test_nobody_listens(into: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    nobody = Endpoints(api=f"http://127.0.0.1:{port}", raw=f"http://127.0.0.1:{port}")
    with pytest.raises(DownloadError, match=f"no connection to 127.0.0.1:{port} .*tried 3 times"):
        fetch_results(into=into, endpoints=nobody, limits=LIMITS)


def test_a_silent_server_is_left_after_the_read_timeout(server: HttpServer, into: Path) -> None:
    server.on(COMMIT_PATH, Answer(body=REVISION.encode(), delay_s=10))
    limits = Limits(read_timeout_s=0.1, first_wait_s=0.01, max_tries=2)
    message = refusal(server, into, limits=limits)
    assert re.match(r"no answer from 127\.0\.0\.1:\d+ within 0\.1 s \(tried 2 times\)", message)


def test_a_trickle_ends_at_the_deadline(server: HttpServer, into: Path) -> None:
    """Every piece comes within the read timeout, all of them would take ten seconds."""
    path = raw_path("results-imagenet.csv")
    server.on(path, Answer(body=b"m" * 50, repeat=40, pause_s=0.25))
    message = refusal(server, into, limits=Limits(read_timeout_s=5, deadline_s=1))
    assert message.startswith(f"the results of {REPOSITORY} did not arrive within 1 s")
    assert server.paths().count(path) == 1


@pytest.mark.parametrize(
    ("path", "answer", "expected"),
    [
        (COMMIT_PATH, HTML, "a commit's sha"),
        (COMMIT_PATH, Answer(body=b"\xff\xfe"), "a commit's sha"),
        (COMMITS_PATH, HTML, "JSON"),
        (COMMITS_PATH, json({"message": "hello"}), "the date of a commit"),
        (COMMITS_PATH, json([{"commit": {"committer": None}}]), "the date of a commit"),
        (
            COMMITS_PATH,
            json([{"commit": {"committer": {"date": "yesterday"}}}]),
            "the date of a commit",
        ),
        (CONTENTS_PATH, HTML, "JSON"),
        (CONTENTS_PATH, Answer(body=b"[" * 100_000), "JSON"),
        (CONTENTS_PATH, json(listed("results-imagenet.csv", b"")), "the listing of a folder"),
        (CONTENTS_PATH, json(["results-imagenet.csv"]), "the listing of a folder"),
        (CONTENTS_PATH, json([{"type": "file", "name": "a.csv"}]), "the listing of a folder"),
        (CONTENTS_PATH, json([listed("a.csv", b"", size="9")]), "the listing of a folder"),
        (CONTENTS_PATH, json([listed("a.csv", b"", size=-1)]), "size and sha of a.csv"),
        (CONTENTS_PATH, json([listed("a.csv", b"", sha="../x")]), "size and sha of a.csv"),
        (CONTENTS_PATH, json([listed("a.csv", b"")] * 2), "unique file names"),
    ],
)
def test_an_answer_of_another_shape_is_refused_at_once(
    server: HttpServer, into: Path, path: str, answer: Answer, expected: str
) -> None:
    server.on(path, answer)
    message = refusal(server, into)
    assert f"answered with something other than {expected}" in message or expected in message
    assert server.paths()[-1] == path
    assert server.paths().count(path) == 1
    assert list(into.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "../x.csv",
        "/tmp/x.csv",
        "a/b.csv",
        "a\\b.csv",
        "C:x.csv",
        "..csv",
        ".hidden.csv",
        "x\0.csv",
        "x\n.csv",
        "x" * 300 + ".csv",
    ],
)
def test_a_name_that_is_no_plain_file_name_is_refused(
    server: HttpServer, into: Path, tmp_path: Path, name: str
) -> None:
    server.on(CONTENTS_PATH, json([listed(name, b"evil")]))
    assert f"plain and unique file names ({name!r})" in refusal(server, into)
    assert list(tmp_path.iterdir()) == [into]
    assert list(into.iterdir()) == []


@pytest.mark.parametrize(
    "commits", [[], [{"commit": {"committer": {"date": "2019-01-01T00:00:00Z"}}}]]
)
def test_a_folder_without_csv_files_is_refused(
    server: HttpServer, into: Path, commits: list[Any]
) -> None:
    server.on(COMMITS_PATH, json(commits))
    server.on(CONTENTS_PATH, json([listed("README.md", b"# Results")]))
    assert f"has no CSV files in results/ at {REVISION}" in refusal(server, into)


def test_an_absent_folder_is_refused(server: HttpServer, into: Path) -> None:
    server.on(CONTENTS_PATH, Answer(status=404))
    assert f"has no CSV files in results/ at {REVISION}" in refusal(server, into)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(max_file_bytes=1999), "lists 2000 bytes in results-imagenet.csv where 1999"),
        (
            Limits(max_total_bytes=2000),
            f"lists {sum(map(len, FILES.values()))} bytes in all where 2000",
        ),
        (Limits(max_file_count=4), "lists 5 files where 4"),
    ],
)
def test_a_listing_beyond_the_limits_is_refused_before_any_download(
    server: HttpServer, into: Path, limits: Limits, reason: str
) -> None:
    assert reason in refusal(server, into, limits=limits)
    assert server.paths()[-1] == CONTENTS_PATH


def test_an_endless_answer_of_the_api_is_cut_off(server: HttpServer, into: Path) -> None:
    server.on(CONTENTS_PATH, Answer(body=b" " * 4096, repeat=2**16, chunked=True))
    limits = Limits(max_answer_bytes=10_000, max_tries=1)
    assert "sent more than 10000 bytes" in refusal(server, into, limits=limits)
    assert server.sent_byte_count < 64 * 2**20


def test_retry_after_is_waited_for(server: HttpServer, into: Path) -> None:
    busy = Answer(status=429, headers={"Retry-After": "1"})
    server.on(COMMIT_PATH, busy, Answer(body=REVISION.encode()))
    fetch(server, into)
    first, second = server.requests[:2]
    assert first.path == second.path == COMMIT_PATH
    assert second.at_s - first.at_s >= 1.0


@pytest.mark.parametrize("status", [403, 429, 503])
def test_a_longer_wait_than_the_limit_ends_the_fetch(
    server: HttpServer, into: Path, status: int
) -> None:
    server.on(COMMIT_PATH, Answer(status=status, headers={"Retry-After": "3600"}))
    assert "takes no more requests until" in refusal(server, into)
    assert len(server.requests) == 1


def test_a_used_up_rate_limit_names_its_end_and_the_token(server: HttpServer, into: Path) -> None:
    reset = datetime(2100, 1, 2, 3, 4, 5, tzinfo=UTC)
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": f"{reset.timestamp():.0f}"}
    server.on(COMMIT_PATH, Answer(status=403, headers=headers))
    message = refusal(server, into)
    assert "until 2100-01-02 03:04 UTC" in message
    assert "BACKBONEDB_GITHUB_TOKEN" in message
    assert len(server.requests) == 1


def test_forbidden_for_another_reason_is_not_tried_again(server: HttpServer, into: Path) -> None:
    server.on(COMMIT_PATH, Answer(status=403))
    assert "answered 403 Forbidden" in refusal(server, into)
    assert len(server.requests) == 1


def test_the_token_goes_to_the_api_only(server: HttpServer, into: Path) -> None:
    with HttpServer() as raw:
        publish(raw)
        hosts = Endpoints(api=server.url, raw=raw.url)
        fetch_results(into=into, endpoints=hosts, limits=LIMITS, token=TOKEN)
        assert [request.headers["authorization"] for request in server.requests] == [
            f"Bearer {TOKEN}"
        ] * 3
        assert len(raw.requests) == 3
        assert not any("authorization" in request.headers for request in raw.requests)


def test_a_redirect_to_another_host_goes_without_the_token(server: HttpServer, into: Path) -> None:
    with HttpServer() as other:
        publish(other)
        server.on(COMMIT_PATH, Answer(status=302, headers={"Location": other.url + COMMIT_PATH}))
        fetch(server, into, token=TOKEN)
        assert "authorization" in server.requests[0].headers
        assert [request.path for request in other.requests] == [COMMIT_PATH]
        assert "authorization" not in other.requests[0].headers


def test_a_renamed_repository_is_followed_with_the_token(server: HttpServer, into: Path) -> None:
    server.on(COMMIT_PATH, Answer(status=301, headers={"Location": "/repositories/1/commits/main"}))
    server.on("/repositories/1/commits/main", Answer(body=REVISION.encode()))
    fetch(server, into, token=TOKEN)
    assert server.requests[1].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("target", ["ftp://127.0.0.1/x.csv", "file://127.0.0.1/x.csv"])
def test_a_redirect_to_another_scheme_is_refused(
    server: HttpServer, into: Path, target: str
) -> None:
    path = raw_path("results-sketch.csv")
    server.on(path, Answer(status=302, headers={"Location": target}))
    assert f"redirects to {target}, not to https" in refusal(server, into)
    assert server.paths().count(path) == 1


def test_redirects_in_a_circle_end(server: HttpServer, into: Path) -> None:
    server.on(COMMIT_PATH, Answer(status=302, headers={"Location": COMMIT_PATH}))
    assert "redirects more than 3 times" in refusal(server, into)
    assert len(server.requests) == 4


def test_the_body_of_a_redirect_is_not_read(server: HttpServer, into: Path) -> None:
    redirect = Answer(
        status=302,
        headers={"Location": "/elsewhere"},
        body=b"x" * 4096,
        repeat=2**16,
        chunked=True,
    )
    server.on(COMMIT_PATH, redirect)
    server.on("/elsewhere", Answer(body=REVISION.encode()))
    fetch(server, into)
    assert server.sent_byte_count < 64 * 2**20


def test_a_refused_token_is_said_and_not_shown(server: HttpServer, into: Path) -> None:
    server.on(COMMIT_PATH, Answer(status=401, body=b'{"message":"Bad credentials"}'))
    message = refusal(server, into, token=TOKEN)
    assert "refuses the token in BACKBONEDB_GITHUB_TOKEN" in message
    assert TOKEN not in message
    assert len(server.requests) == 1


@pytest.mark.parametrize("token", [f"{TOKEN}\n", f"{TOKEN}\r\nX-Evil: 1", f"{TOKEN} ", f"{TOKEN}é"])
def test_an_unusable_token_is_said_and_not_shown(
    server: HttpServer, into: Path, token: str
) -> None:
    message = refusal(server, into, token=token)
    assert "BACKBONEDB_GITHUB_TOKEN" in message
    assert TOKEN not in message
    assert server.requests == []


def test_a_folder_that_cannot_be_made_is_named(server: HttpServer, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    assert f"cannot fetch into {taken} (File exists)" in refusal(server, taken)
    assert f"cannot fetch into {taken / 'x'} (Not a directory)" in refusal(server, taken / "x")


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_beside_it(
    server: HttpServer, tmp_path: Path
) -> None:
    (tmp_path / "results-sketch.csv").mkdir()
    assert f"cannot fetch into {tmp_path} (Is a directory)" in refusal(server, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} <= set(FILES)


def test_a_failing_progress_report_ends_the_fetch_with_its_own_error(
    server: HttpServer, into: Path
) -> None:
    def fail(progress: Progress) -> None:
        if progress.done_file_count:
            raise LookupError("no terminal")

    with pytest.raises(LookupError, match="no terminal"):
        fetch(server, into, on_progress=fail)


def rate_limit(remaining: object) -> Answer:
    return json({"resources": {"core": {"limit": 60, "remaining": remaining}}})


@pytest.mark.parametrize(
    ("answer", "served"),
    [
        (rate_limit(60), True),
        (rate_limit(3), True),
        (rate_limit(2), False),
        (rate_limit("many"), False),
        (HTML, False),
        (Answer(status=503), False),
        (Answer(status=404), False),
        (Answer(body=b"{", repeat=1000, pause_s=0.1), False),
        (Answer(delay_s=10), False),
    ],
)
def test_probe(server: HttpServer, answer: Answer, served: bool) -> None:
    server.on(LIMIT_PATH, answer)
    timeout_s = 5.0 if answer.pause_s == answer.delay_s else 1.5
    assert probe(timeout_s=timeout_s, endpoints=endpoints(server)) is served
    assert server.paths() == [LIMIT_PATH]


def test_a_name_lookup_that_hangs_holds_up_neither_probe_nor_fetch(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A resolver without network may take half a minute, and nothing can interrupt it."""
    done, ended = threading.Event(), []

    def hang(*_: object, **__: object) -> None:
        ended.append(done.wait(30))
        raise socket.gaierror("no such host")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    nowhere = Endpoints(api="http://api.example", raw="http://raw.example")
    try:
        assert not probe(timeout_s=0.2, endpoints=nowhere)
        with pytest.raises(DownloadError, match=r"did not arrive within 0\.2 s"):
            fetch_results(into=tmp_path, endpoints=nowhere, limits=Limits(deadline_s=0.2))
        assert ended == []
    finally:
        done.set()


@pytest.mark.realdata
def test_the_published_files_arrive_byte_for_byte(
    server: HttpServer, tmp_path: Path, real_data: Path
) -> None:
    data = real_data / "timm-results"
    files = {path.name: path.read_bytes() for path in sorted(data.glob("*.csv"))}
    publish(server, files)
    fetched = fetch(server, tmp_path)
    assert {file.name: file.path.read_bytes() for file in fetched.files} == files
