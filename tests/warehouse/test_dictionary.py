from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from warehouse.dictionary import dictionary
from warehouse.relations import TABLES
from warehouse.wide import RELATIONS

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "warehouse.md"
WRITE = (
    "write it anew: python -c 'from warehouse.dictionary import dictionary; "
    'print(dictionary(), end="")\' > docs/warehouse.md'
)


def test_the_dictionary_is_that_of_the_declarations() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == dictionary(), WRITE


@pytest.mark.parametrize("relation", (*TABLES, *RELATIONS), ids=lambda relation: relation.name)
def test_everything_has_a_meaning(relation: Any) -> None:
    assert relation.comment
    assert [column.name for column in relation.columns if not column.meaning] == []
    names = [column.name for column in relation.columns]
    assert len(names) == len(set(names))
