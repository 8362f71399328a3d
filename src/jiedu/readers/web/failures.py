"""What can fail where a page is fetched; `jiedu.errors` draws the whole tree.

No message names the address that a host's name led to: where a server fetches for somebody, they
shall not learn the layout of its network.
"""

from __future__ import annotations

from jiedu.errors import InputError


class FetchError(InputError):
    """A page cannot be fetched: where it is must not be asked, or what came cannot be used.

    Attributes:
        status: what the server answered, ``None`` where it did not.
        wait: seconds after which it wants to be asked again, where it says so (``Retry-After``).
    """

    status: int | None = None
    wait: float | None = None
