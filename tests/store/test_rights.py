"""Stores that may be read and not written, or not even read, by one who is no superuser."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest

from jiedu.errors import StoreError
from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid"), reason="rights are told otherwise on this system"
)
TEXT = "截至6月底，5G基站总数达293.7万个。上半年，电信业务收入同比增长6.2%。"
SCRIPT = """
    import os, pwd, sys
    from datetime import date
    from pathlib import Path
    from tempfile import TemporaryDirectory
    from jiedu.errors import JieduError
    from jiedu.model import Release, digest
    from jiedu.pipeline import process
    from jiedu.store import View
    from jiedu.store.writer import Writer

    TEXT = "上半年，电信业务收入同比增长6.2%。"

    def read(path):
        view = View(path)
        print(view.count()[0], len(view.series("5G基站").vintages), len(view.search("基站")))

    def write(path):
        reading = process(Release("b", "", date(2023, 7, 20), TEXT, digest(TEXT)))
        with Writer(path) as writer:
            print(writer.save(reading).value)

    def tried(call, path):
        try:
            call(path)
        except JieduError as error:
            print(error)

    if os.geteuid() == 0:
        # all that is loaded is loaded before the rights are given up
        with TemporaryDirectory() as folder:
            path = Path(folder, "store.db")
            write(path)
            tried(read, path)
            tried(read, Path(folder, "none.db"))
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
    print("---", flush=True)
    tried({"read": read, "write": write}[sys.argv[1]], Path(sys.argv[2]))
"""


def by_nobody(does: str, path: Path) -> str:
    """What one who is no superuser, and owns nothing, is told."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(SCRIPT), does, str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.partition("---\n")[2].strip()


def release(text: str, name: str) -> Release:
    return Release(name, "标题", date(2023, 7, 20), text, digest(text))


@pytest.fixture
def store() -> Iterator[Path]:
    """A store whose folder everybody may reach, as pytest's own they may not."""
    folder = Path(mkdtemp(prefix="jiedu-rights-"))
    folder.chmod(0o755)
    path = folder / "inner" / "store.db"
    with Writer(path) as writer:
        writer.save(process(release(TEXT, "a")))
    yield path
    for part in folder.rglob("*"):
        part.chmod(0o700)
    shutil.rmtree(folder)


def left_open(path: Path) -> None:
    """Kill a writer that has saved one release more, so that its log stays."""
    script = f"""
        import os
        from datetime import date
        from pathlib import Path
        from jiedu.model import Release, digest
        from jiedu.pipeline import process
        from jiedu.store.writer import Writer
        writer = Writer(Path({str(path)!r}))
        text = "截至9月底，5G基站总数达318.9万个。"
        writer.save(process(Release("c", "", date(2023, 10, 20), text, digest(text))))
        os._exit(0)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=True)
    assert path.with_name(f"{path.name}-wal").stat().st_size


def limit(path: Path, folder: int, file: int) -> None:
    for beside in path.parent.iterdir():
        beside.chmod(file)
    path.parent.chmod(folder)


def names(path: Path) -> list[str]:
    return sorted(beside.name for beside in path.parent.iterdir())


ALL, LOOK, NONE = 0o777, 0o555, 0o000  # a folder
BOTH, READ = 0o666, 0o444  # a file
ONLY_READ = "may only be read; its folder and file must be writable; or name another with --store"
BROKE_OFF = "still lies in a log; one who may write the store must open it once"
NOT_READ = "the store may not be read; ask its owner for the right"
NOT_REACHED = r"the store cannot be reached \(Permission denied\); say another place"


@pytest.mark.parametrize(
    ("state", "folder", "file", "read", "written"),
    [
        ("closed", ALL, BOTH, "1 1 1", "new"),
        ("closed", LOOK, BOTH, "1 1 1", ONLY_READ),
        ("closed", LOOK, READ, "1 1 1", ONLY_READ),
        ("closed", ALL, READ, "1 1 1", ONLY_READ),
        ("killed", ALL, BOTH, "2 2 2", "new"),
        ("killed", LOOK, BOTH, "2 2 2", ONLY_READ),
        ("killed", LOOK, READ, "2 2 2", ONLY_READ),
        ("killed", ALL, READ, "2 2 2", ONLY_READ),
        ("killed, no index", ALL, BOTH, "2 2 2", "new"),
        ("killed, no index", LOOK, READ, BROKE_OFF, ONLY_READ),
        ("killed, no index", ALL, READ, BROKE_OFF, ONLY_READ),
        ("closed", ALL, NONE, NOT_READ, NOT_READ),
        ("killed", LOOK, NONE, NOT_READ, NOT_READ),
        ("closed", NONE, BOTH, NOT_REACHED, NOT_REACHED),
    ],
)
def test_a_store_of_another_is_read_or_refused_and_stays_whole(
    store: Path, state: str, folder: int, file: int, read: str, written: str
) -> None:
    if state != "closed":
        left_open(store)
    if state.endswith("no index"):
        store.with_name("store.db-shm").unlink()
    limit(store, folder, file)
    before = names(store)
    assert re.search(read, by_nobody("read", store))
    if (folder, file) != (ALL, BOTH):  # where all may write, a reader may tidy up
        assert names(store) == before
    assert re.search(written, by_nobody("write", store))
    limit(store, 0o700, 0o600)
    held = (1 if state == "closed" else 2) + (written == "new")
    assert View(store).count()[0] == held
    with sqlite3.connect(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Writer(store) as writer:
        assert writer.save(process(release("今天天气很好。", "d"))).value == "new"


def test_no_store_is_made_in_a_folder_of_another(store: Path) -> None:
    limit(store, LOOK, BOTH)
    told = by_nobody("write", store.with_name("other.db"))
    assert "its folder must exist and be writable" in told
    assert "no store yet" in by_nobody("read", store.with_name("other.db"))
    assert names(store) == ["store.db"]


def test_one_who_only_reads_sees_what_is_saved_meanwhile(store: Path) -> None:
    """Each look at a store that its reader may not write is a fresh one."""
    limit(store, LOOK, READ)
    script = textwrap.dedent(SCRIPT).partition('print("---"')[0] + textwrap.dedent(
        """
        view = View(Path(sys.argv[1]))
        for _ in range(2):
            print(view.count()[0], flush=True)
            sys.stdin.readline()
        """
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(store)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd="/",
    )
    assert child.stdin is not None
    assert child.stdout is not None
    while (line := child.stdout.readline()) != "1\n":
        assert line
    limit(store, 0o755, 0o644)
    with Writer(store) as writer:
        writer.save(process(release("今天天气很好。", "d")))
    child.stdin.write("\n")
    child.stdin.flush()
    assert child.stdout.readline() == "2\n"
    child.communicate("\n")


def test_a_store_that_is_written_meanwhile_is_not_read_as_if_it_were_not(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("os.access", lambda _, right: right != os.W_OK)
        view = View(store)
    records = view.records()
    assert next(records).release == "a"
    with Writer(store) as writer:
        writer.save(process(release("今天天气很好。", "d")))
    with pytest.raises(StoreError, match="was written while it was read; try again"):
        list(records)
    assert view.count()[0] == 2
