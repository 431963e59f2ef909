from __future__ import annotations

import pytest

from ingest.licences import licence_of, reviewed_licences
from ingest.sources.timm import bundled_registry_path, parse_registry

SPDX = {
    "apache-2.0": "Apache-2.0",
    "mit": "MIT",
    "bsd-3-clause": "BSD-3-Clause",
    "cc-by-4.0": "CC-BY-4.0",
    "cc-by-nc-4.0": "CC-BY-NC-4.0",
}
NON_COMMERCIAL = {
    "cc-by-nc-4.0",
    "apple-amlr",
    "seer-license",
    "fair-noncommercial-research-license",
}


def published_licences() -> set[str]:
    path = bundled_registry_path()
    registry = parse_registry(path.read_text("utf-8"), file=path.name)
    return {weight.licence for weight in registry.weights if weight.licence}


def test_table_holds_exactly_what_the_registry_publishes() -> None:
    assert set(reviewed_licences()) == published_licences()


@pytest.mark.parametrize("name", sorted(reviewed_licences()))
def test_entry_is_complete(name: str) -> None:
    licence = reviewed_licences()[name]
    assert name == name.casefold()
    assert licence.commercial_use in {"yes", "no", "unknown"}
    assert licence.source_url is not None
    assert licence.source_url.startswith("https://")
    assert licence.title
    assert licence.reading
    assert licence.spdx_id == SPDX.get(name)


def test_non_commercial_licences_are_exactly_these() -> None:
    names = {each.name for each in reviewed_licences().values() if each.commercial_use == "no"}
    assert names == NON_COMMERCIAL


@pytest.mark.parametrize("published", ["Apache-2.0", "APACHE-2.0", " apache-2.0 "])
def test_case_does_not_matter(published: str) -> None:
    assert licence_of(published) is licence_of("apache-2.0")


@pytest.mark.parametrize("published", ["other", "openrail", "mit-0", "cc-by-nc-sa-4.0"])
def test_unreviewed_is_unknown(published: str) -> None:
    licence = licence_of(published)
    assert licence.name == published
    assert licence.title == published
    assert licence.commercial_use == "unknown"
    assert licence.spdx_id is None
    assert licence.source_url is None


@pytest.mark.parametrize("published", [None, "", "unknown"])
def test_missing_is_unknown(published: str | None) -> None:
    assert licence_of(published).commercial_use == "unknown"
