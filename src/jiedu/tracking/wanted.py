"""Which measures of the ledger are wanted."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from jiedu.catalogue import region_of
from jiedu.lexicon import closing_day
from jiedu.tracking.fields import field_names, fields_of

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Entry, State

FieldName = StrEnum("FieldName", [(name, name) for name in field_names()])  # type: ignore[misc]


class WantedMeasures:
    """What a measure must be to be shown; ``None`` wants all.

    Args:
        release: the id of the release that announces it.
        owner: who does it, or a part of the name.
        speaker: who said it, or a part of the name.
        instrument: the programme or document, or a part of its name.
        field: one of the watched fields.
        status: what became of it, or of one of its goals.
        region: a province or city, by any of its names; 全国 for the country's own.
        due: the day by which its deadline has ended.
        targets: only measures with a figure to reach.
    """

    def __init__(
        self,
        release: str | None = None,
        owner: str | None = None,
        speaker: str | None = None,
        instrument: str | None = None,
        field: FieldName | None = None,
        status: State | None = None,
        region: str | None = None,
        due: date | None = None,
        targets: bool = False,
    ) -> None:
        self.release = release
        self.parts = {"owner": owner, "speaker": speaker, "instrument": instrument}
        self.field = field
        self.status = status
        self.region = region
        if region is not None and region != "全国" and (found := region_of(region)):
            self.region = found.name
        self.due = due
        self.targets = targets

    def takes(self, entry: Entry) -> bool:
        """Whether a measure is wanted."""
        promise = entry.promise
        if self.release is not None and promise.release != self.release:
            return False
        if self.region is not None and self.region != (promise.region or "全国"):
            return False
        for name, part in self.parts.items():
            if part is not None and part not in (getattr(promise.commitment, name) or ""):
                return False
        if self.field is not None and self.field.value not in fields_of(promise):
            return False
        if self.targets and not promise.goals:
            return False
        return self._is_due(entry) and self._has_come_to(entry)

    def _is_due(self, entry: Entry) -> bool:
        deadline = entry.promise.commitment.deadline
        if self.due is None:
            return True
        return deadline is not None and closing_day(deadline) <= self.due.isoformat()

    def _has_come_to(self, entry: Entry) -> bool:
        return self.status is None or any(
            outcome.state is self.status for outcome in entry.outcomes
        )
