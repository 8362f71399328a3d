"""A packed body → its bytes, never more of them than the limit."""

from __future__ import annotations

import zlib

from jiedu.readers.web.failures import FetchError

ACCEPTED = "gzip, deflate"
_EITHER = zlib.MAX_WBITS | 32  # a header of gzip or of zlib, whichever comes
_RAW = -zlib.MAX_WBITS


class Unpacker:
    """Takes a body piece by piece.

    Args:
        coding: the ``Content-Encoding`` that the server says.
        most: bytes that may come out.
        url: the page, for errors.

    Raises:
        FetchError: where the coding is none that was asked for.
    """

    def __init__(self, coding: str, most: int, url: str) -> None:
        self._most, self._url = most, url
        self._whole = bytearray()
        self._coding = coding.strip().lower()
        if self._coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise FetchError(
                f"the page is packed in a way that was not asked for ({self._coding[:40]!r})",
                document=url,
                hint="save it to a file and read that",
            )
        self._codec = None if self._coding in {"", "identity"} else zlib.decompressobj(_EITHER)

    def take(self, piece: bytes) -> None:
        """Unpack the next piece.

        Raises:
            FetchError: where the whole is more than may be, or it cannot be unpacked.
        """
        if self._codec is not None and self._codec.eof and piece:
            raise self._broken()  # what stands behind the end would be lost without a word
        room = self._most - len(self._whole) + 1
        self._whole += piece[:room] if self._codec is None else self._unpacked(piece, room)
        if len(self._whole) > self._most:
            raise FetchError(
                f"the page has more than {self._most:,} bytes when it is unpacked",
                document=self._url,
                hint="save the part you need to a file and read that",
            )

    def whole(self) -> bytes:
        """Everything, once the last piece was taken.

        Raises:
            FetchError: where the packed body was cut short.
        """
        if self._codec is not None and (not self._codec.eof or self._codec.unused_data):
            raise self._broken()
        return bytes(self._whole)

    def _unpacked(self, piece: bytes, room: int) -> bytes:
        assert self._codec is not None
        try:
            return self._codec.decompress(piece, room)
        except zlib.error as error:
            if self._coding != "deflate" or self._whole:
                raise self._broken() from error
        self._codec = zlib.decompressobj(_RAW)  # what some servers take "deflate" for
        try:
            return self._codec.decompress(piece, room)
        except zlib.error as error:
            raise self._broken() from error

    def _broken(self) -> FetchError:
        return FetchError(
            "the page came packed and broken", document=self._url, hint="try again later"
        )
