"""What can fail where many releases are read; `jiedu.errors` draws the whole tree."""

from __future__ import annotations

from jiedu.errors import JieduError


class BatchError(JieduError):
    """A run over many releases cannot begin, or cannot go on; what is finished stays."""
