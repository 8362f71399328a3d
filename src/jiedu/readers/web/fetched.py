"""What came of an address."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body of a page or a file, unpacked, with where it stood.

    Attributes:
        url: the address that answered, after all redirects.
        data: its bytes.
        media_type: its type as the server says, in lower case; empty where it does not.
        charset: the encoding that the server says, in lower case; empty where it does not.
    """

    url: str
    data: bytes = field(repr=False)
    media_type: str = ""
    charset: str = ""
