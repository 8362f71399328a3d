"""What is kept beside the store is taken only where it is whole and its own."""

from __future__ import annotations

import json
import stat
import threading
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from desk import API
from pydantic import TypeAdapter
from tool_calls import DRAFT

import jiedu.server.held as held_module
from jiedu.server import kept as kept_module
from jiedu.server.held import Held
from jiedu.server.kept import Kept
from jiedu.server.tokens import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Desk

THINGS = TypeAdapter(list[date])
DAYS = [date(2023, 7, 20), date(2024, 7, 20)]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "made", "store.db")


def file_of(tmp_path: Path) -> Path:
    return tmp_path / "made" / "days.made"


def test_what_is_kept_comes_back(kept: Kept, tmp_path: Path) -> None:
    assert kept.load("days", "1", THINGS) is None
    kept.save("days", "1", DAYS, THINGS)
    assert kept.load("days", "1", THINGS) == DAYS
    assert stat.S_IMODE(file_of(tmp_path).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == 0o700
    kept.save("days", "2", DAYS[:1], THINGS)
    assert kept.load("days", "1", THINGS) is None
    assert kept.load("days", "2", THINGS) == DAYS[:1]


def test_of_another_store_or_name_nothing_is_taken(kept: Kept, tmp_path: Path) -> None:
    kept.save("days", "1", DAYS, THINGS)
    assert Kept(tmp_path / "made", "other.db").load("days", "1", THINGS) is None
    file_of(tmp_path).rename(tmp_path / "made" / "nights.made")
    assert kept.load("nights", "1", THINGS) is None


def test_of_other_code_nothing_is_taken(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.save("days", "1", DAYS, THINGS)
    monkeypatch.setattr(kept_module, "_code", lambda: "other")
    assert kept.load("days", "1", THINGS) is None


@pytest.mark.parametrize("place", [0, 1, 40, -1, -9])
def test_one_changed_byte_is_seen(kept: Kept, tmp_path: Path, place: int) -> None:
    kept.save("days", "1", DAYS, THINGS)
    data = bytearray(file_of(tmp_path).read_bytes())
    data[place] ^= 1
    file_of(tmp_path).write_bytes(data)
    assert kept.load("days", "1", THINGS) is None


@pytest.mark.parametrize("data", [b"", b"\n", b"{}\n", b"[" * 100_000, b"\xff\n\xff", b'{"a":1}'])
def test_what_is_no_file_of_ours_is_not_taken(kept: Kept, tmp_path: Path, data: bytes) -> None:
    kept.save("days", "1", DAYS, THINGS)
    file_of(tmp_path).write_bytes(data)
    assert kept.load("days", "1", THINGS) is None


def test_a_cut_file_is_not_taken(kept: Kept, tmp_path: Path) -> None:
    kept.save("days", "1", DAYS, THINGS)
    whole = file_of(tmp_path).read_bytes()
    for end in range(0, len(whole), 7):
        file_of(tmp_path).write_bytes(whole[:end])
        assert kept.load("days", "1", THINGS) is None


def test_where_nothing_can_be_kept_it_is_made(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("a file in the way")
    kept = Kept(tmp_path / "made", "store.db")
    with kept.alone("days"):
        kept.save("days", "1", DAYS, THINGS)
    assert kept.load("days", "1", THINGS) is None


def test_one_makes_it_at_a_time(tmp_path: Path) -> None:
    """Two processes hold two files, as these two do."""
    inside = 0
    most = 0

    def make() -> None:
        nonlocal inside, most
        with Kept(tmp_path, "store.db").alone("days"):
            inside += 1
            most = max(most, inside)
            time.sleep(0.05)
            inside -= 1

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_nobody_waits_for_ever(tmp_path: Path) -> None:
    with Kept(tmp_path, "store.db").alone("days"):
        begun = time.monotonic()
        with Kept(tmp_path, "store.db", patience=0.1).alone("days"):
            assert 0.1 <= time.monotonic() - begun < 20


def test_the_next_start_makes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    day = date(2026, 1, 1)
    first = Held(str(desk.store))
    told = first.ledger(None, day), first.findings(later=False)
    first.close()

    def broken(*_: object, **__: object) -> None:
        raise AssertionError("it was made again")

    monkeypatch.setattr(held_module, "ledger", broken)
    monkeypatch.setattr("jiedu.pipeline.renewing.check_reading", broken)
    second = Held(str(desk.store))
    assert (second.ledger(None, day), second.findings(later=False)) == told
    second.close()


def test_what_is_told_after_a_write_is_of_now(desk: Desk) -> None:
    text = f"各地要加快建设5G网络，到2025年5G基站达到400万个。\n{DRAFT}"
    new = {"id": "new", "title": "新", "published": "2023-07-20", "text": text}
    with desk.serving(write=True, warm=True) as client:
        for path in ("commitments", "findings"):
            before = client.get(f"{API}/{path}?limit=500")
            assert "new" not in {_release(item) for item in before.json()["items"]}
        assert client.post(f"{API}/releases", json=new, headers=desk.token(Scope.WRITE)).is_success
        for path in ("commitments", "findings"):
            after = client.get(f"{API}/{path}?limit=500")
            assert "new" in {_release(item) for item in after.json()["items"]}
            assert after.headers["ETag"] != before.headers["ETag"]


def _release(item: dict[str, object]) -> object:
    claim = item.get("claim", item)
    assert isinstance(claim, dict)
    return claim["release"]


def test_the_files_hold_data_only(desk: Desk) -> None:
    held = Held(str(desk.store))
    held.ledger(None, date(2026, 1, 1))
    held.close()
    files = list((desk.store.parent / "store.db.made").glob("*.made"))
    assert [path.name for path in files] == ["ledger.made"]
    head = json.loads(files[0].read_bytes().partition(b"\n")[0])
    assert set(head) == {"name", "store", "code", "key", "sha256"}


def test_what_others_could_have_written_is_not_taken(kept: Kept, tmp_path: Path) -> None:
    kept.save("days", "1", DAYS, THINGS)
    (tmp_path / "made").chmod(0o777)
    assert kept.load("days", "1", THINGS) is None
    kept.save("days", "2", DAYS, THINGS)
    (tmp_path / "made").chmod(0o700)
    assert kept.load("days", "2", THINGS) is None
    assert kept.load("days", "1", THINGS) == DAYS
