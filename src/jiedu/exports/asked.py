"""The process that `jiedu.exports.apart` starts: one query from the input, its answer out."""

from __future__ import annotations

import json
import math
import os
import sys
from pathlib import Path
from threading import Timer
from typing import Any

import pyarrow as pa

from jiedu.exports.apart import LATE
from jiedu.exports.failures import ExportError, QueryError
from jiedu.exports.queries import SLOW, query

try:
    import resource
except ImportError:  # where the system has no such limits, the clock and DuckDB's own remain
    resource = None  # type: ignore[assignment]

_ADDRESSES = 4 << 30  # bytes; DuckDB within its own limit of memory has been seen to take 3.2 GiB
_FILES = 64
_GRACE = 0.5  # seconds that DuckDB has for stopping by itself


def main() -> None:
    """Read one query, answer it and leave."""
    asked = json.load(sys.stdin.buffer)
    seconds = float(asked["seconds"])
    _limit(seconds)
    _stop_after(seconds + _GRACE)
    try:
        kind, answer = "rows", _rows(asked, seconds)
    except (ExportError, QueryError) as error:
        kind, answer = "failure", _failure(error)
    except MemoryError:
        kind, answer = "failure", _failure(QueryError("its answer is too large", hint=SLOW))
    out = sys.stdout.buffer
    out.write(f"{kind}\n".encode() + answer)
    out.flush()
    os._exit(0)  # threads that still reckon are not waited for


def _rows(asked: dict[str, Any], seconds: float) -> bytes:
    table = query(Path(asked["folder"]), asked["sql"], asked["limit"], seconds=seconds)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    answer: bytes = sink.getvalue().to_pybytes()
    return answer


def _failure(error: ExportError | QueryError) -> bytes:
    told = {
        "kind": type(error).__name__,
        "message": error.message,
        "document": error.document,
        "hint": error.hint,
    }
    return json.dumps(told).encode()


def _limit(seconds: float) -> None:
    if resource is None:
        return
    cores = os.cpu_count() or 1
    for kind, most in (
        (resource.RLIMIT_AS, _ADDRESSES),
        (resource.RLIMIT_CPU, math.ceil((seconds + 1) * cores) + 1),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
    ):
        _, hard = resource.getrlimit(kind)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, least))


def _stop_after(seconds: float) -> None:
    """End the process when its time is over, in whatever step of DuckDB it is then."""
    timer = Timer(seconds, os._exit, [LATE])
    timer.daemon = True
    timer.start()


if __name__ == "__main__":
    main()
