"""Every attack of the corpus on a real server: the status and the code, at once."""

from __future__ import annotations

import pytest

from benchmarks.api.attacks import attacks, exchange, is_expected
from benchmarks.api.serving import Served

pytestmark = pytest.mark.realdata

ATTACKS = {attack.name: attack for attack in attacks()}


def test_names_are_unique_and_there_are_many() -> None:
    assert len(ATTACKS) == len(attacks()) >= 60


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_answered_at_once_as_it_must_be(served: Served, name: str) -> None:
    reply = exchange(served.port, ATTACKS[name].data)
    assert is_expected(ATTACKS[name], reply), reply
    assert reply.seconds < 1
    assert b"Traceback" not in reply.body


def test_the_server_is_well_after_them(served: Served) -> None:
    assert served.process.poll() is None
    assert served.is_ready()
