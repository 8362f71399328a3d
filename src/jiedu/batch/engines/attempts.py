"""How often a part is begun again before a run gives up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jiedu.batch.failures import BatchError

if TYPE_CHECKING:
    from jiedu.batch.reading import Task

_MOST = 64  # a text that ends its process is found after three; a part may hold several


class Attempts:
    """Counts the attempts at each part that did not end."""

    def __init__(self) -> None:
        self._failed: Counter[str] = Counter()

    def again(self, task: Task, why: BaseException) -> None:
        """Note that an attempt failed.

        Raises:
            BatchError: where it did so too often.
        """
        self._failed[task.key] += 1
        if self._failed[task.key] >= _MOST:
            raise BatchError(
                f"a part failed {_MOST} times ({type(why).__name__}: {why})",
                document=task.part.names[0],
                offset=task.part.start,
                hint="what is finished stays; leave this file out, or look at the workers' logs",
            ) from why
