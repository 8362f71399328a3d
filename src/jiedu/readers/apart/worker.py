"""The parser's process: reads documents from its input until that ends, and answers each.

python -m jiedu.readers.apart.worker MEMORY
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from jiedu.errors import InputError, JieduError
from jiedu.readers.apart.wire import error_head, found_head, put, take
from jiedu.readers.kinds import Kind
from jiedu.readers.parsing import extract

_FILES = 64


def main() -> None:
    """Answer until the input ends; what a library prints goes nowhere."""
    asks, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nowhere, number)
    _limit(int(sys.argv[1]))
    while True:
        try:
            head, data = take(asks)
        except EOFError:
            return
        try:
            found = extract(data, Kind(head["kind"]), head["name"], head["charset"])
            text = found.text.encode("utf-8", "surrogatepass")
        except MemoryError:
            put(answers, {"memory": True})
        except JieduError as error:
            put(answers, error_head(error))
        except Exception as error:
            put(answers, error_head(_unforeseen(error)))
        else:
            put(answers, found_head(found), text)


def _unforeseen(error: Exception) -> InputError:
    """A parser's own failure on a document: it says so, and the next document is read."""
    return InputError(
        f"the parser failed on it ({type(error).__name__})",
        hint="save it in another format, as .txt, and read that",
    )


def _limit(memory: int) -> None:
    """Hold this process to its limits, as far as the system can."""
    try:
        resource = import_module("resource")
    except ImportError:  # Windows has none; the time is limited all the same
        return
    for name, most in (
        ("RLIMIT_AS", memory),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NOFILE", _FILES),
    ):
        try:
            resource.setrlimit(getattr(resource, name), (most, most))
        except (AttributeError, ValueError, OSError):
            continue  # macOS takes no limit of addresses


if __name__ == "__main__":
    main()
