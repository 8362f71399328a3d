"""Which measures of the ledger are wanted, and how a picture's title says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings import STATES
from jiedu.tracking import WantedMeasures

if TYPE_CHECKING:
    from collections.abc import Iterator


class Wanted(WantedMeasures):
    """What a measure must be to be shown, which can be said in words."""

    def words(self) -> Iterator[str]:
        """What is wanted, in Chinese, for the title of a picture."""
        yield from (part for part in (self.region, *self.parts.values()) if part is not None)
        if self.field is not None:
            yield f"领域 {self.field.value}"
        if self.status is not None:
            yield STATES[self.status]
        if self.targets:
            yield "有数字目标"
        if self.due is not None:
            yield f"{self.due} 前到期"
