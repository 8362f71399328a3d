"""Figures as tables in memory: Arrow, pandas, Polars."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from jiedu.exports.arrow import SCHEMA, batches
from jiedu.exports.failures import MissingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas
    import polars

    from jiedu.model import Record


def to_arrow(records: Iterable[Record]) -> pa.Table:
    """Figures as an Arrow table: the fields of a record, then ``value_text``.

    Args:
        records: the figures.

    Returns:
        A table whose ``value`` is the nearest double, and whose ``value_text`` has every digit.
    """
    return pa.Table.from_batches(batches(records), SCHEMA)


def to_pandas(records: Iterable[Record]) -> pandas.DataFrame:
    """Figures as a pandas frame with the columns and the types of ``to_arrow``.

    Raises:
        MissingError: where pandas is not installed.
    """
    return to_arrow(records).to_pandas(types_mapper=_optional("pandas").ArrowDtype)


def to_polars(records: Iterable[Record]) -> polars.DataFrame:
    """Figures as a Polars frame with the columns and the types of ``to_arrow``.

    Raises:
        MissingError: where Polars is not installed.
    """
    frame: polars.DataFrame = _optional("polars").from_arrow(to_arrow(records))
    return frame


def _optional(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingError(
            f"{name} is not installed", hint='pip install "jiedu[frames]"'
        ) from error
