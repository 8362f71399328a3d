"""What came of an address."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server said of a page when it was fetched, to ask whether it is another now.

    Attributes:
        etag: its ``ETag``, empty where it gives none.
        modified: its ``Last-Modified`` as it was written, likewise.
    """

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """The headers of a request that asks for the page only where it is another (RFC 9110)."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body of a page or a file, unpacked, with where it stood.

    Attributes:
        url: the address that answered, after all redirects.
        data: its bytes.
        media_type: its type as the server says, in lower case; empty where it does not.
        charset: the encoding that the server says, in lower case; empty where it does not.
        seen: what tells this version of it from others.
        same: whether the server says that it is what was seen before; nothing is in it then.
    """

    url: str
    data: bytes = field(repr=False)
    media_type: str = ""
    charset: str = ""
    seen: Seen = field(default_factory=Seen)
    same: bool = False
