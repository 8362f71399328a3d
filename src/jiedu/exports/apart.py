"""The SQL of strangers over a snapshot, in a process of its own that the system itself limits.

The limits of `jiedu.exports.queries` are those of DuckDB, which looks at them between its steps.
Here the operating system holds the process to them as well: it ends when its time is over, gets no
more memory whatever it asks for, and cannot write a file. It starts in about half a second.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pyarrow as pa

from jiedu.exports.failures import ExportError, QueryError
from jiedu.exports.queries import ROWS, SECONDS, SLOW
from jiedu.exports.snapshot import read_snapshot

if TYPE_CHECKING:
    from pathlib import Path

LATE = 75
"""With what status the process leaves when its time is over."""

_START = 10.0  # seconds to start the process, on top of those of the query
_FAILURES = {kind.__name__: kind for kind in (ExportError, QueryError)}


def query_apart(folder: Path, sql: str, limit: int = ROWS, *, seconds: float = SECONDS) -> pa.Table:
    """Run one SELECT over a snapshot as `jiedu.exports.query` does, but in its own process.

    Args:
        folder: the folder of the snapshot.
        sql: the query, in the SQL of DuckDB.
        limit: how many rows to return at most.
        seconds: how long it may take.

    Returns:
        The rows; where there are more, the schema's metadata has the key ``jiedu.more``.

    Raises:
        ExportError: where there is no snapshot, or it is damaged.
        QueryError: where the SQL is wrong, does something but select, or takes too much.
    """
    read_snapshot(folder)
    asked = {"folder": str(folder.absolute()), "sql": sql, "limit": limit, "seconds": seconds}
    # -P: no module of the folder that the program happens to run in
    command = [sys.executable, "-P", "-m", "jiedu.exports.asked"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        try:
            answer, _ = child.communicate(json.dumps(asked).encode(), _START + seconds)
        except subprocess.TimeoutExpired as error:
            raise QueryError(f"it took longer than {seconds:g} seconds", hint=SLOW) from error
        finally:
            child.kill()
    return _table(answer, child.returncode, seconds)


def _table(answer: bytes, status: int, seconds: float) -> pa.Table:
    kind, _, rest = answer.partition(b"\n")
    if kind == b"rows":
        with pa.ipc.open_stream(rest) as stream:
            return stream.read_all()
    if kind == b"failure":
        failure = json.loads(rest)
        raise _FAILURES[failure["kind"]](
            failure["message"], document=failure["document"], hint=failure["hint"]
        )
    if status == LATE:
        raise QueryError(f"it took longer than {seconds:g} seconds", hint=SLOW)
    raise QueryError("it took more of the memory or the processors than it may", hint=SLOW)
