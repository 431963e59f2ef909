from __future__ import annotations

from db.engine import HEAD, Database
from db.migrate import downgrade, drift, revisions, upgrade


def test_one_head_numbered_in_order() -> None:
    assert revisions() == [f"{number:04d}" for number in range(1, len(revisions()) + 1)]
    assert revisions()[-1] == HEAD


def test_up_down_up_without_drift(engine: str, templates) -> None:
    with Database(templates.empty_url(engine)) as database:
        assert database.revision() is None if engine == "postgresql" else True
        assert upgrade(database) == (None, HEAD)
        assert drift(database) == []
        downgrade(database, "base")
        upgrade(database)
        assert drift(database) == []
        assert database.revision() == HEAD
