"""What is published by itself, and what the settings say about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from backbonedb.cli import main
from backbonedb.settings import auto_publishes, versions_kept
from db.bulk import table_of
from db.engine import Database
from db.errors import BackboneError
from db.provenance import DataState
from warehouse.store import VERSIONS, Store


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def test_rows_that_new_rules_derive_are_published(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = database.url.render_as_string(hide_password=False)
    monkeypatch.setenv("BACKBONEDB_AUTO_PUBLISH", "1")
    monkeypatch.setenv("BACKBONEDB_KEEP", "2")
    for number in range(1, 4):
        assert run("ingest", "timm", "--url", url, "--warehouse", str(tmp_path)) == 0
        assert Store(tmp_path).require_current().manifest.version == f"{number:08}"
        assert run("ingest", "timm", "--url", url, "--warehouse", str(tmp_path)) == 0
        # The program before this one had other rules.
        with database.writing() as session:
            session.execute(update(table_of(DataState)).values(rules_sha256="0" * 64))
    kept = sorted(path.name for path in (tmp_path / VERSIONS).iterdir())
    assert kept == ["00000002", "00000003"]


@pytest.mark.parametrize(
    ("written", "is_wanted"),
    [("", True), ("1", True), ("Yes", True), ("0", False), ("false", False), ("NO", False)],
)
def test_the_switch_is_read_in_one_way(
    monkeypatch: pytest.MonkeyPatch, written: str, is_wanted: bool
) -> None:
    monkeypatch.setenv("BACKBONEDB_AUTO_PUBLISH", written)
    assert auto_publishes() is is_wanted


@pytest.mark.parametrize(
    ("name", "written", "message"),
    [
        ("BACKBONEDB_AUTO_PUBLISH", "maybe", "BACKBONEDB_AUTO_PUBLISH=maybe: write 1 or 0"),
        ("BACKBONEDB_KEEP", "0", "BACKBONEDB_KEEP=0: write a number from 1 on"),
        ("BACKBONEDB_KEEP", "few", "BACKBONEDB_KEEP=few: write a number from 1 on"),
    ],
)
def test_a_setting_that_says_nothing(
    monkeypatch: pytest.MonkeyPatch, name: str, written: str, message: str
) -> None:
    monkeypatch.setenv(name, written)
    with pytest.raises(BackboneError) as caught:
        (auto_publishes if name.endswith("PUBLISH") else versions_kept)()
    assert str(caught.value) == message
