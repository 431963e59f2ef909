"""schemathesis: queries made from the schema, none of which may end in a fault.

`FUZZ_CASES=10000 make test-http` makes more than the usual 2,000.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from benchmarks.api.serving import Served

pytestmark = [pytest.mark.http, pytest.mark.realdata]

CASES = int(os.environ.get("FUZZ_CASES", "2000"))


def test_no_query_ends_in_a_fault(served: Served, engine: str, tmp_path: Path) -> None:
    types = "{ __schema { queryType { fields { name } } mutationType { fields { name } } } }"
    schema = httpx2.post(f"{served.url}/graphql", json={"query": types}).json()["data"]["__schema"]
    operations = sum(len(type_["fields"]) for type_ in schema.values() if type_)
    # Half of the cases on each engine.
    most = math.ceil(CASES / 2 / operations)
    report = tmp_path / "report.json"
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        "run",
        f"{served.url}/graphql",
        f"--max-examples={most}",
        "--seed=1" if engine == "sqlite" else "--seed=2",
        "--checks=not_a_server_error",
        "--phases=fuzzing",
        "--continue-on-failure",
        "--report=json",
        f"--report-json-path={report}",
        "--no-color",
    ]
    run = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 0, run.stdout[-5000:]
    found = json.loads(report.read_text("utf-8"))
    assert found["operations"]["tested"] == operations
    assert found["test_cases"]["generated"] >= 0.9 * CASES / 2
    assert served.is_ready()
