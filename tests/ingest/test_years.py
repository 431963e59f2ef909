"""Years that the notes give (rule 5), where names need looking up first."""

from __future__ import annotations

from sqlalchemy import select

from db.catalogue import Model
from db.engine import Database

from ..support import ingest, registry_jsonl

NOTES = """# 2024

[**timm/levit_128**]()

- siblings
  - mnasnet_b1
"""


def test_an_old_name_in_a_list_gives_the_year_to_its_model(database: Database) -> None:
    architectures = {"levit_128": (9_000_000, ["t"]), "mnasnet_100": (4_000_000, ["t"])}
    ingest(
        database,
        "timm-registry.jsonl",
        registry_jsonl(architectures, {"mnasnet_b1": "mnasnet_100"}),
    )
    ingest(database, "mine.md", NOTES)
    with database.reading() as session:
        years = {
            name: (year, source)
            for name, year, source in session.execute(
                select(Model.name, Model.year, Model.year_source)
            )
        }
    assert years == {"levit_128": (2024, "note"), "mnasnet_100": (2024, "note_sibling")}
