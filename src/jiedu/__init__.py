"""jiedu 解读: Chinese official economic releases as data that can be trusted.

``read`` turns a text into figures, each tied to the exact characters it came from::

    import jiedu

    reading = jiedu.read("interview.txt", published="2023-07-20")
    for figure in reading.observations:
        print(figure.indicator, figure.value, figure.unit, figure.period)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jiedu.errors import JieduError
from jiedu.model import Bound, Measure, Observation, Reading, Release, Span, Status
from jiedu.version import VERSION

if TYPE_CHECKING:
    from jiedu.api import open_store as open  # noqa: A004
    from jiedu.api import read
    from jiedu.pipeline import process

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
    "open": ("jiedu.api", "open_store"),
    "process": ("jiedu.pipeline", "process"),
    "read": ("jiedu.api", "read"),
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        module, attribute = _LAZY[name]
        return getattr(import_module(module), attribute)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
