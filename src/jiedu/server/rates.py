"""How often one address may ask: a bucket that fills again with time."""

from __future__ import annotations

from collections import OrderedDict
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_KNOWN = 10_000  # addresses that are remembered; the one longest silent goes first
_MINUTE = 60.0


class Rates:
    """Buckets of addresses; of one process, so that several workers allow several times as many.

    Args:
        rate: requests a minute, of which a sixth may come at once; 0 for any number.
        clock: what time it is, in seconds.
    """

    def __init__(self, rate: int, clock: Callable[[], float] = monotonic) -> None:
        self._rate = rate / _MINUTE
        self._most = max(1.0, rate / 6)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str) -> float:
        """Take one request of an address.

        Returns:
            0 where it may be answered, else after how many seconds it may come again.
        """
        if not self._rate:
            return 0.0
        now = self._clock()
        left, then = self._buckets.pop(address, (self._most, now))
        left = min(self._most, left + (now - then) * self._rate)
        taken = left >= 1
        self._buckets[address] = (left - 1 if taken else left, now)
        if len(self._buckets) > _KNOWN:
            self._buckets.popitem(last=False)
        return 0.0 if taken else (1 - left) / self._rate
