"""GraphQL over HTTP: the audit of graphql-http, in Node, on a real server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.api.serving import Served

pytestmark = [pytest.mark.http, pytest.mark.realdata]

NODE = Path(__file__).parent / "node"
#: Requirements, recommendations and options of the audit, version 1.23.
AUDITS = 61


@pytest.fixture(scope="session")
def node() -> str:
    """Node with the audit installed. Missing: a skip at home, a failure in CI."""
    executable = shutil.which("node")
    if executable is None or shutil.which("npm") is None:
        message = "no Node: apt-get install nodejs npm"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    subprocess.run(["npm", "ci", "--silent"], cwd=NODE, check=True)
    return executable


def test_every_audit_is_passed(node: str, served: Served) -> None:
    audit = subprocess.run(
        [node, "audit.js", f"{served.url}/graphql"],
        cwd=NODE,
        check=True,
        stdout=subprocess.PIPE,
        timeout=120,
    )
    results = json.loads(audit.stdout)
    assert [one for one in results if one["status"] != "ok"] == []
    assert len(results) == AUDITS
