"""Readings and series that can be had as frames."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from jiedu.exports import to_frame
from jiedu.model import Reading as ModelReading
from jiedu.model import Series as ModelSeries
from jiedu.model import record_of


@dataclass(frozen=True, slots=True)
class Reading(ModelReading):
    """A release with what was read from it, which can be had as a frame."""

    def to_frame(self, library: str = "pandas") -> Any:
        """The figures as a frame, in the order of the text.

        Args:
            library: ``pandas``, ``polars``, or ``arrow`` for a ``pyarrow.Table``.

        Returns:
            One row a figure, with the columns of an export: the fields of a record, then
            ``value_text``, which has every digit.

        Raises:
            InputError: where the library is another one, or is not installed.
        """
        release = self.release
        return to_frame(
            (
                record_of(item, release.id, release.published, item.sentence.of(release.text))
                for item in self.observations
            ),
            library,
        )


@dataclass(frozen=True, slots=True)
class Series(ModelSeries):
    """One line of an indicator, which can be had as a frame.

    Attributes:
        sentences: the sentences of the points, in their order.
    """

    sentences: tuple[str, ...] = ()

    def to_frame(self, library: str = "pandas") -> Any:
        """The points as a frame, oldest first; see `Reading.to_frame`."""
        told = zip(self.vintages, self.sentences, strict=True)
        return to_frame(
            (
                record_of(item.observation, item.release, item.published, sentence)
                for item, sentence in told
            ),
            library,
        )


def slots_of(found: ModelReading | ModelSeries) -> dict[str, Any]:
    """The fields of a value, not copied as those of its parts would be."""
    return {field.name: getattr(found, field.name) for field in fields(found)}
