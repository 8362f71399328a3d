"""jiedu 解读: Chinese official economic releases as data that can be trusted.

``read`` turns a text into figures, each tied to the exact characters it came from::

    import jiedu

    reading = jiedu.read("interview.txt", published="2023-07-20")
    for figure in reading.observations:
        print(figure.indicator, figure.value, figure.unit, figure.period)
    reading.to_frame()  # the same as a pandas frame

``open`` opens a store for reading::

    store = jiedu.open("store.db")
    store.series("5G基站", as_of="2024-06-30").to_frame()
    store.check("july.txt")  # each claim with the sum that decides it
    store.track(status="overdue")  # measures, and what became of them
    store.ask("2023年6月底全国有多少5G基站").answer
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jiedu.errors import JieduError
from jiedu.model import Bound, Measure, Observation, Release, Span, Status
from jiedu.version import VERSION

if TYPE_CHECKING:
    from jiedu.api import Reading, process, read
    from jiedu.api import open_store as open  # noqa: A004

__version__ = VERSION

__all__ = [
    "Bound",
    "JieduError",
    "Measure",
    "Observation",
    "Reading",
    "Release",
    "Span",
    "Status",
    "open",
    "process",
    "read",
]

# the grammar and the database load when they are first used, not when jiedu is imported
_LAZY = {
    "Reading": "Reading",
    "open": "open_store",
    "process": "process",
    "read": "read",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module("jiedu.api"), _LAZY[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
