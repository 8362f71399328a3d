"""What can fail where something is reported; `jiedu.errors` draws the whole tree."""

from __future__ import annotations

from jiedu.errors import JieduError


class DeliveryError(JieduError):
    """A webhook does not take what is reported; it is kept, and sent with the next."""
