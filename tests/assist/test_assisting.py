"""What a model helped to find, into the store: once for each text, grammar and model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from open_text import GOOD, PUBLISHED, TEXT, Listening

from jiedu.errors import InputError
from jiedu.model import Release, digest
from jiedu.pipeline.assisting import KeptWithHelp, assist_into
from jiedu.pipeline.saving import read_into
from jiedu.store import View
from model_server import good, playing, pointing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jiedu.errors import JieduError
    from model_server import Server

CHANGED = TEXT.replace("58家", "59家")


@pytest.fixture
def server() -> Iterator[Server]:
    with playing(good(pointing(GOOD | {"59": GOOD["58"]}))) as started:
        yield started


def read(store: Path, server: Server, *texts: str) -> list[KeptWithHelp | JieduError]:
    """Read some texts under one id, with help."""
    releases = [Release("made", "", PUBLISHED, text, digest(text)) for text in texts]
    listening = Listening(server.url)
    return list(assist_into(store, read_into(store, releases), listening.assistant))


def test_a_text_is_sent_once(tmp_path: Path, server: Server) -> None:
    store = tmp_path / "store.db"
    (first,) = read(store, server, TEXT)
    (again,) = read(store, server, TEXT)
    assert isinstance(first, KeptWithHelp)
    assert isinstance(again, KeptWithHelp)
    assert (first.helped.asked, again.helped.asked) == (3, 0)
    assert first.helped.reading == again.helped.reading
    assert [item.accepted for item in (first.helped, again.helped)] == [3, 3]
    assert [run.readings for run in View(store).runs()] == [1, 1]


def test_another_text_under_its_id_is_sent_and_the_first_is_not_taken_for_it(
    tmp_path: Path, server: Server
) -> None:
    store = tmp_path / "store.db"
    _, other, back = read(store, server, TEXT, CHANGED, TEXT)
    assert isinstance(other, KeptWithHelp)
    assert isinstance(back, KeptWithHelp)
    assert [item.text for item in other.helped.reading.observations][1] == "59家"
    assert [item.text for item in back.helped.reading.observations][1] == "58家"
    assert len(server.got) == 9


def test_errors_pass_through(tmp_path: Path, server: Server) -> None:
    store, error = tmp_path / "store.db", InputError("broken")
    listening = Listening(server.url)
    assert list(assist_into(store, [error], listening.assistant)) == [error]
